// SPDX-License-Identifier: Apache-2.0
// /effort: what using Alongside costs; and the switch that turns counting off.
#pragma once

#include "doors/web/asking.h"

namespace alongside::web {

constexpr std::string_view effort_cookie = "alongside_effort";

/// The screen whose effort is counted on this page, or nothing; nothing when it is switched off.
std::string_view counted_screen(const Asking& asking);

http::Response effort_page(const Asking& asking);
http::Response post_effort(const Asking& asking);
http::Response post_effort_switch(const Asking& asking);

}  // namespace alongside::web
