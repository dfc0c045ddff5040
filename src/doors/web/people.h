// SPDX-License-Identifier: Apache-2.0
// A professional's pages: /people, one person's shared page, and what is done there together.
#pragma once

#include "doors/web/asking.h"

namespace alongside::web {

http::Response people_page(const Asking& asking);
http::Response post_people_search(const Asking& asking);
http::Response person_page(const Asking& asking);
http::Response post_read_back(const Asking& asking);
http::Response post_rating_beside(const Asking& asking);
http::Response post_visit(const Asking& asking);
http::Response post_plan_visit(const Asking& asking);
http::Response post_give_time(const Asking& asking);
http::Response post_tick(const Asking& asking);
http::Response agree_page(const Asking& asking);
http::Response post_agree(const Asking& asking);

}  // namespace alongside::web
