// SPDX-License-Identifier: Apache-2.0
// The web door: every route with who may use it; from a request to a page.
#pragma once

#include <string_view>
#include <vector>

#include "foundation/base/log.h"
#include "foundation/base/settings.h"
#include "foundation/http/router.h"
#include "foundation/words/catalogue.h"
#include "doors/web/asking.h"
#include "service/service.h"

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

/// Safe from several threads.
class Door {
 public:
  Door(const service::Service& service, const Settings& settings, Log& log)
      : service_(service), settings_(settings), log_(log) {}
  http::Response answer(const http::Request& request);

 private:
  http::Response routed(const http::Request& request, std::string_view& pattern);

  service::Service service_;
  Settings settings_;
  Log& log_;
  words::Languages languages_;
};

}  // namespace alongside::web
