// SPDX-License-Identifier: Apache-2.0
// The person's own pages about their aims: /me and /me/aims.
#pragma once

#include "doors/web/asking.h"

namespace alongside::web {

http::Response my_page(const Asking& asking);
http::Response new_aim_page(const Asking& asking);
http::Response post_new_aim(const Asking& asking);
http::Response aim_page(const Asking& asking);
http::Response restate_page(const Asking& asking);
http::Response post_restate(const Asking& asking);
http::Response levels_page(const Asking& asking);
http::Response post_levels(const Asking& asking);
http::Response post_move(const Asking& asking);
http::Response post_let_go(const Asking& asking);
http::Response post_take_up(const Asking& asking);
http::Response post_answer(const Asking& asking);
http::Response post_own_rating(const Asking& asking);

}  // namespace alongside::web
