// SPDX-License-Identifier: Apache-2.0
// Forms, queries and cookies from outside.
#include "foundation/http/request.h"

#include <gtest/gtest.h>

namespace alongside::http {

TEST(Fields, are_read_with_their_escapes) {
  const auto fields = Fields::parse("words=a+b%26c&done=1&done=2&empty=&bare");
  ASSERT_TRUE(fields);
  EXPECT_EQ(fields->value("words"), "a b&c");
  EXPECT_EQ(fields->values("done").size(), 2U);
  EXPECT_TRUE(fields->has("bare"));
  EXPECT_EQ(fields->value("nothing"), "");
}

TEST(Fields, refuse_what_is_no_text_and_what_is_too_much) {
  EXPECT_FALSE(Fields::parse("a=%FF"));
  std::string many;
  for (std::size_t i = 0; i <= fields_max; ++i) many += "a=1&";
  EXPECT_FALSE(Fields::parse(many));
}

TEST(Request, finds_its_cookie_by_the_whole_name) {
  Request request;
  request.headers["cookie"] = "xsession=1; session=2;  other=3";
  EXPECT_EQ(request.cookie("session"), "2");
  EXPECT_EQ(request.cookie("other"), "3");
  EXPECT_EQ(request.cookie("none"), "");
}

}  // namespace alongside::http
