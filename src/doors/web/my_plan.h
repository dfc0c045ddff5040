// SPDX-License-Identifier: Apache-2.0
// The person's own pages about doing: /me/check-in, /me/plan, /me/life.
#pragma once

#include "doors/web/asking.h"

namespace alongside::web {

http::Response check_in_page(const Asking& asking);
http::Response post_check_in(const Asking& asking);
http::Response check_in_saved_page(const Asking& asking);
http::Response plan_page(const Asking& asking);
http::Response life_page(const Asking& asking);
http::Response post_life(const Asking& asking);

}  // namespace alongside::web
