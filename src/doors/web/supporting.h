// SPDX-License-Identifier: Apache-2.0
// /support/{link} and /supporting: the pages of somebody whom a person asked to help.
#pragma once

#include "doors/web/asking.h"

namespace alongside::web {

http::Response support_link_page(const Asking& asking);
http::Response post_join_as_supporter(const Asking& asking);
http::Response post_take_on_support(const Asking& asking);
http::Response supporting_page(const Asking& asking);
http::Response supported_page(const Asking& asking);
http::Response post_tick_for(const Asking& asking);

}  // namespace alongside::web
