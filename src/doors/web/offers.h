// SPDX-License-Identifier: Apache-2.0
// /teams/{team}/offers: the usual ways of a team, each with its version.
#pragma once

#include "doors/web/asking.h"

namespace alongside::web {

http::Response offers_page(const Asking& asking);
http::Response post_offer(const Asking& asking);
http::Response post_end_offer(const Asking& asking);

}  // namespace alongside::web
