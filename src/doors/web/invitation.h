// SPDX-License-Identifier: Apache-2.0
// /people/{person}/invite: a letter with a code, to print or to read aloud.
#pragma once

#include "doors/web/asking.h"

namespace alongside::web {

http::Response post_invite_to_prepare(const Asking& asking);

}  // namespace alongside::web
