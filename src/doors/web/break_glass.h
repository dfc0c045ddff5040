// SPDX-License-Identifier: Apache-2.0
// /people/emergency: a record that no team of one's own serves, for an hour and in the open.
#pragma once

#include "doors/web/asking.h"

namespace alongside::web {

http::Response break_glass_page(const Asking& asking);
http::Response post_break_glass(const Asking& asking);
http::Response post_review_break_glass(const Asking& asking);

}  // namespace alongside::web
