// SPDX-License-Identifier: Apache-2.0
// Opened from another record system: the way in, what it shows of the person, what is kept, what
// goes back.
#pragma once

#include "doors/web/asking.h"

namespace alongside::web {

/// What a browser holds that was opened from another system.
std::string_view launch_cookie(const Settings& settings);

http::Response launch_page(const Asking& asking);
http::Response launch_back_page(const Asking& asking);
http::Response launched_page(const Asking& asking);
http::Response post_keep_launched(const Asking& asking);
http::Response post_send_launched(const Asking& asking);
http::Response post_link_launched(const Asking& asking);
http::Response post_end_launched(const Asking& asking);
/// The keys with which others check what we sign.
http::Response public_keys(const Asking& asking);

}  // namespace alongside::web
