// SPDX-License-Identifier: Apache-2.0
// /patterns: every part of the interface on one page, with made-up words.
#pragma once

#include "doors/web/asking.h"

namespace alongside::web {

http::Response patterns_page(const Asking& asking);

}  // namespace alongside::web
