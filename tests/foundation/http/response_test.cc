// SPDX-License-Identifier: Apache-2.0
// Answers and their headers.
#include "foundation/http/response.h"

#include <gtest/gtest.h>

namespace alongside::http {

TEST(Response, allows_nothing_inline_and_nothing_from_elsewhere) {
  bool found = false;
  for (const auto& [name, value] : security_headers())
    if (name == "Content-Security-Policy") {
      found = true;
      EXPECT_NE(value.find("default-src 'none'"), std::string::npos);
      EXPECT_EQ(value.find("unsafe"), std::string::npos);
    }
  EXPECT_TRUE(found);
}

TEST(Response, says_where_to_go_after_a_change) {
  const Response response = Response::see_other("/me");
  EXPECT_EQ(response.status, 303);
  EXPECT_EQ(response.header("Location"), "/me");
}

}  // namespace alongside::http
