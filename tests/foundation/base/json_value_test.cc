// SPDX-License-Identifier: Apache-2.0
// JSON as it was written: digits, order, and what is no JSON.
#include "foundation/base/json_value.h"

#include <gtest/gtest.h>

namespace alongside {
namespace {

std::variant<JsonValue, JsonFault> read(std::string_view text, int depth = 8) {
  JsonReader reader;
  return reader.read(text, depth);
}
JsonValue value(std::string_view text) { return std::get<JsonValue>(read(text)); }
JsonFault fault(std::string_view text) { return std::get<JsonFault>(read(text)); }

}  // namespace

TEST(JsonValue, keeps_digits_and_order) {
  const JsonValue root = value(R"({"b":1.50,"a":[true,null,"é\n"],"b":2})");
  EXPECT_EQ(root.member("b")->text, "1.50");
  EXPECT_EQ(root.member("b")->number(), 1.5);
  EXPECT_EQ(root.members.size(), 3U);
  EXPECT_EQ(root.at("/a/2")->text, "é\n");
  EXPECT_TRUE(root.at("/a/1")->is(JsonValue::Kind::null));
  EXPECT_EQ(root.at("/a/0")->text, "true");
  EXPECT_EQ(root.at("/a/9"), nullptr);
  EXPECT_EQ(root.at("/a/x"), nullptr);
  EXPECT_EQ(root.at("/b/c"), nullptr);
  EXPECT_EQ(root.at("/c"), nullptr);
  EXPECT_FALSE(root.at("/a/2")->number().has_value());
}

TEST(JsonValue, takes_a_bare_value) {
  EXPECT_EQ(value("17").number(), 17);
  EXPECT_EQ(value("\"x\"").text, "x");
}

TEST(JsonValue, says_what_is_wrong) {
  EXPECT_EQ(fault("{\"a\":[1,2"), JsonFault::cut_off);
  EXPECT_EQ(fault("{\"a\":tru}"), JsonFault::cut_off);
  EXPECT_EQ(fault("{\"a\":01}"), JsonFault::cut_off);
  EXPECT_EQ(std::get<JsonFault>(read("[[[1]]]", 2)), JsonFault::too_deep);
  EXPECT_EQ(fault("{} {}"), JsonFault::not_json);
}

}  // namespace alongside
