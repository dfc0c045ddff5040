// SPDX-License-Identifier: Apache-2.0
// Paths and patterns.
#include "foundation/http/router.h"

#include <gtest/gtest.h>

namespace alongside::http {

TEST(Router, finds_by_method_and_pattern) {
  const std::vector<Route<int>> routes = {{Method::get, "/aims/new", "", "", 1},
                                          {Method::get, "/aims/{aim}", "", "", 2},
                                          {Method::post, "/aims/{aim}", "", "", 3}};
  EXPECT_EQ(find_route(routes, Method::get, "/aims/new").route->handler, 1);
  const auto found = find_route(routes, Method::head, "/aims/a%20b");
  EXPECT_EQ(found.route->handler, 2);
  EXPECT_EQ(found.parts.at("aim"), "a b");
  EXPECT_EQ(find_route(routes, Method::other, "/aims/x").status, 405);
  for (const char* wrong : {"/aims", "/aims/", "/aims/x/y", "/AIMS/x", "/aims/%FF"})
    EXPECT_EQ(find_route(routes, Method::get, wrong).status, 404) << wrong;
}

}  // namespace alongside::http
