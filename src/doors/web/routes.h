// SPDX-License-Identifier: Apache-2.0
// Every page and every form of the web door, as one table.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "doors/web/asking.h"
#include "foundation/http/router.h"

namespace alongside::web {

/// Who may use a route. What they may reach through it, the policy decides.
namespace who {
inline constexpr std::string_view anyone = "anyone";
inline constexpr std::string_view signed_in = "signed in";
inline constexpr std::string_view person = "person";
inline constexpr std::string_view professional = "professional";
inline constexpr std::string_view administrator = "administrator";
}  // namespace who

using PageHandler = http::Response (*)(const Asking&);
/// The table of contents of the web door; docs/reference/routes.md is compared with it.
const std::vector<http::Route<PageHandler>>& routes();
/// Its part about improvement work.
std::span<const http::Route<PageHandler>> routes_of_projects();
std::span<const http::Route<PageHandler>> routes_of_reflection();
std::span<const http::Route<PageHandler>> routes_of_record_systems();

}  // namespace alongside::web
