// SPDX-License-Identifier: Apache-2.0
// /teams/…/value: how a team and its partners see the value they make, and how that went on.
#pragma once

#include "doors/web/asking.h"

namespace alongside::web {

http::Response value_page(const Asking& asking);
http::Response new_passport_page(const Asking& asking);
http::Response post_passport(const Asking& asking);

}  // namespace alongside::web
