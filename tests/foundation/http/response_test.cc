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

TEST(Response, words_are_gzipped_for_whoever_accepts_it) {
  const std::string words(2'000, 'w');
  Response page = Response::html(200, words);
  compress(page, "gzip, deflate");
  EXPECT_EQ(page.header("Content-Encoding"), "gzip");
  EXPECT_EQ(page.header("Vary"), "Accept-Encoding");
  EXPECT_LT(page.body.size(), words.size() / 10);
  Response plain = Response::html(200, words);
  compress(plain, "br");
  EXPECT_EQ(plain.body, words);
  Response font = Response::forever("font/woff2", words);
  compress(font, "gzip");
  EXPECT_EQ(font.body, words);  // Compressed already.
  Response small = Response::text(200, "ok\n");
  compress(small, "gzip");
  EXPECT_EQ(small.body, "ok\n");
}

}  // namespace alongside::http
