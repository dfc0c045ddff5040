// SPDX-License-Identifier: Apache-2.0
// Resources: checked, and known again by their content.
#include "doors/exchange/resource.h"

#include <gtest/gtest.h>

namespace alongside::exchange {
namespace {

std::string hash_of(const std::string& line) {
  ResourceReader reader;
  EXPECT_TRUE(reader.read(line).empty()) << line;
  return reader.content_hash();
}

}  // namespace

TEST(Resource, the_same_content_has_the_same_hash) {
  const std::string base =
      R"({"resourceType":"Patient","id":"a","birthDate":"1950-06-01","meta":{"versionId":"1"}})";
  EXPECT_EQ(hash_of(base),
            hash_of(R"({"id":"a", "birthDate":"1950-06-01","resourceType":"Patient"})"));
  EXPECT_EQ(
      hash_of(base),
      hash_of(
          R"({"id":"a","birthDate":"1950-06-01","resourceType":"Patient","meta":{"versionId":"7","lastUpdated":"2026-01-01T00:00:00Z"}})"));
  EXPECT_NE(hash_of(base),
            hash_of(R"({"id":"a","birthDate":"1950-06-02","resourceType":"Patient"})"));
  const auto number = [](const char* text) {
    std::string line =
        R"({"resourceType":"Observation","id":"b","status":"final","code":{"text":"w"},)"
        R"("valueQuantity":{"value":)";
    line += text;
    return line += "}}";
  };
  EXPECT_NE(hash_of(number("70.0")), hash_of(number("70.00")));
  EXPECT_NE(hash_of(number("1")), hash_of(number("1e0")));
}

TEST(Resource, refuses_what_is_no_whole_json) {
  ResourceReader reader;
  for (const char* bad : {"", "[]", "7", "{", R"({"resourceType":"Patient","id":"a")",
                          R"({"resourceType":"Patient","id":"a"}{})", "{\"a\":1,\"a\":2}",
                          "{\"resourceType\":\"Patient\",\"id\":\"\xFF\"}", R"({"id":"a"})",
                          R"({"resourceType":"Patient","id":"a","x":tru})",
                          R"({"resourceType":"Patient","id":"a","x":1.2.3})",
                          R"({"resourceType":"Patient","id":"a","x":"\ud800"})"})
    EXPECT_FALSE(reader.read(bad).empty()) << bad;
  std::string deep = R"({"resourceType":"Patient","id":"a","x":)";
  for (int i = 0; i < 100; ++i) deep += "[";
  for (int i = 0; i < 100; ++i) deep += "]";
  EXPECT_FALSE(reader.read(deep + "}").empty());
}

TEST(Resource, names_each_broken_rule_with_its_place) {
  ResourceReader reader;
  const auto issues = reader.read(
      R"({"resourceType":"Goal","id":"b 3","lifecycleStatus":"done","description":{"text":"x"}})");
  ASSERT_EQ(issues.size(), 3U);
  EXPECT_EQ(issues[0].expression, "Goal.id");
  EXPECT_EQ(issues[1].expression, "Goal.lifecycleStatus");
  EXPECT_EQ(issues[2].expression, "Goal.subject");
}

}  // namespace alongside::exchange
