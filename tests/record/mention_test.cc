// SPDX-License-Identifier: Apache-2.0
// Whom a resource speaks of, and a resource without one of them.
#include "record/mention.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "foundation/base/json_value.h"

namespace alongside::record {
namespace {

constexpr std::string_view group =
    R"({"resourceType":"Group","id":"g","text":{"status":"generated","div":"<div>Amina \"A\" and Bo</div>"},)"
    R"("member":[{"entity":{"reference":"Patient/a","display":"Amina Berg"},"inactive":false},)"
    R"({"entity":{"reference":"Patient/ab"}}],"quantity":5.50})";

}  // namespace

TEST(Mention, finds_each_reference_to_a_person_and_whose_resource_it_is) {
  const auto all = mentions(
      R"({"resourceType":"Observation","subject":{"reference":"https://x.example/fhir/Patient/a/_history/2"},)"
      R"("performer":[{"reference":"Practitioner/p"},{"reference":"Patient/b"}],)"
      R"("note":[{"text":"Patient/c said so"}],"code":{"text":"reference"}})");
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].reference, "Patient/a");
  EXPECT_TRUE(all[0].as_subject);
  EXPECT_EQ(all[1].reference, "Patient/b");
  EXPECT_FALSE(all[1].as_subject);
  EXPECT_TRUE(mentions(R"({"subject":[{"reference":"Patient/a"}]})")[0].as_subject);
  // As PHP's json_encode writes a slash.
  EXPECT_EQ(mentions(R"({"subject":{"reference":"Patient\/a"}})")[0].reference, "Patient/a");
  EXPECT_EQ(mentions(R"({"subject":{"reference":"Patient\u002Fa"}})")[0].reference, "Patient/a");
  EXPECT_TRUE(mentions("not JSON \"").empty());
  EXPECT_TRUE(mentions("}{").empty());
  EXPECT_TRUE(mentions(R"({"reference":"MyPatient/a"})").empty());
}

TEST(Mention, a_resource_without_somebody_keeps_every_other_byte) {
  EXPECT_EQ(without(group, "Patient/x"), group);
  EXPECT_EQ(
      without(group, "Patient/a"),
      R"({"resourceType":"Group","id":"g","text":{"status":"empty","div":"<div xmlns=\"http://www.w3.org/1999/xhtml\"></div>"},)"
      R"("member":[{"entity":{"display":"erased"},"inactive":false},)"
      R"({"entity":{"reference":"Patient/ab"}}],"quantity":5.50})");
}

TEST(Mention, what_is_left_is_json_and_names_nobody) {
  int looked_at = 0;
  constexpr const char* folder = ALONGSIDE_SOURCE "/tests/reference/import";
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    std::ifstream lines(file.path());
    for (std::string line; std::getline(lines, line);) {
      for (const Mention& mention : mentions(line)) {
        const std::string left = without(line, mention.reference);
        JsonReader json;
        if (std::holds_alternative<JsonValue>(json.read(line, 64))) {
          EXPECT_TRUE(std::holds_alternative<JsonValue>(json.read(left, 64))) << left;
        }
        for (const Mention& other : mentions(left)) EXPECT_NE(other.reference, mention.reference);
        ++looked_at;
      }
    }
  }
  EXPECT_GT(looked_at, 5);
}

}  // namespace alongside::record
