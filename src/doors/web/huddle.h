// SPDX-License-Identifier: Apache-2.0
// A huddle on one page, for a wall, a phone and a sheet of paper: no names of patients.
#pragma once

#include "doors/web/asking.h"

namespace alongside::web {

http::Response huddle_page(const Asking& asking);
/// News for screens that show it, as long as whoever asked is signed in and may see it.
http::Response huddle_events(const Asking& asking);
http::Response post_begin_huddle(const Asking& asking);
http::Response post_huddle_note(const Asking& asking);
http::Response post_end_huddle_note(const Asking& asking);
http::Response post_close_huddle(const Asking& asking);

}  // namespace alongside::web
