// SPDX-License-Identifier: Apache-2.0
// One wrong member makes all of it wrong.
#include "learning/json_members.h"

#include <gtest/gtest.h>

namespace alongside::learning {
namespace {

JsonValue value_of(std::string_view text) {
  JsonReader reader;
  return std::get<JsonValue>(reader.read(text, 5));
}

}  // namespace

TEST(Members, are_read_by_kind) {
  const JsonValue object = value_of(R"({"n":2,"t":"x","d":"2026-11-23","a":[1,2.5]})");
  Members members(object);
  EXPECT_EQ(members.count("n"), 2U);
  EXPECT_EQ(members.text("t"), "x");
  EXPECT_EQ(members.day("d"), Day::of(2026, 11, 23));
  EXPECT_EQ(members.numbers("a"), (std::vector<double>{1, 2.5}));
  EXPECT_TRUE(members.right());
}

TEST(Members, of_another_kind_are_not_right) {
  for (const char* text : {R"({"n":"2"})", R"({"n":-1})", R"({"n":1.5})", R"({})"}) {
    const JsonValue object = value_of(text);
    Members members(object);
    EXPECT_EQ(members.count("n"), 0U);
    EXPECT_FALSE(members.right()) << text;
  }
  const JsonValue mixed = value_of(R"({"a":[1,"x"],"d":"2026-13-01"})");
  Members numbers(mixed);
  numbers.numbers("a");
  EXPECT_FALSE(numbers.right());
  Members day(mixed);
  day.day("d");
  EXPECT_FALSE(day.right());
}

TEST(Members, a_column_that_stands_twice_is_refused) {
  const JsonValue object = value_of(
      R"({"columns":[{"name":"mu","term":"mu","action":""},{"name":"mu","term":"mu","action":""}]})");
  Members members(object);
  EXPECT_FALSE(read_columns(members));
}

}  // namespace alongside::learning
