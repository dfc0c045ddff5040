// SPDX-License-Identifier: Apache-2.0
// The person's own pages about the plan and the life around it: /me/plan, /me/life.
#pragma once

#include "doors/web/asking.h"

namespace alongside::web {

http::Response plan_page(const Asking& asking);
http::Response life_page(const Asking& asking);
http::Response post_life(const Asking& asking);

}  // namespace alongside::web
