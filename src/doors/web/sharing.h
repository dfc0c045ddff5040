// SPDX-License-Identifier: Apache-2.0
// /me/sharing: who looked, who changed, and whom the person asked for support.
#pragma once

#include "doors/web/asking.h"

namespace alongside::web {

http::Response sharing_page(const Asking& asking);

}  // namespace alongside::web
