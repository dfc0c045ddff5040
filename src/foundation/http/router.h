// SPDX-License-Identifier: Apache-2.0
// Paths to handlers. A route says who may use it and what it is for, so that docs and tests can
// ask.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/http/request.h"
#include "foundation/http/response.h"

namespace alongside::http {

/// The parts of the path that a pattern names: "/aims/{aim}" gives {"aim", "0198..."}.
using PathParts = std::map<std::string, std::string, std::less<>>;

template <class Handler>
struct Route {
  Method method;
  std::string_view pattern;
  std::string_view who;      ///< who may use it, in one word of the caller's own list
  std::string_view purpose;  ///< one sentence for docs/reference/routes.md
  Handler handler;
  /// The members that a form of this route may hold, beside the keys of every form; "level_*" is
  /// every member with that beginning. Any other member is refused.
  std::string_view form = {};
  std::string_view touches = {};  ///< what is read and written, in words for docs
};

/// True when the list of a route's form members holds the name.
bool form_holds(std::string_view members, std::string_view name);

/// True when the path fits; then the parts are filled in, decoded.
bool path_fits(std::string_view pattern, std::string_view path, PathParts& parts);

/// What a path leads to: a route, or the status that says why none.
template <class Handler>
struct Found {
  const Route<Handler>* route = nullptr;
  PathParts parts;
  int status = 404;  ///< 404, or 405 when the path is known but not the method
};

template <class Handler>
Found<Handler> find_route(const std::vector<Route<Handler>>& routes, Method method,
                          std::string_view path) {
  Found<Handler> found;
  for (const Route<Handler>& route : routes) {
    PathParts parts;
    if (!path_fits(route.pattern, path, parts)) continue;
    const bool same =
        route.method == method || (route.method == Method::get && method == Method::head);
    if (same) return {&route, std::move(parts), 200};
    found.status = 405;
  }
  return found;
}

}  // namespace alongside::http
