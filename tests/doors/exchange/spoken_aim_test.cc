// SPDX-License-Identifier: Apache-2.0
// Which Goals are aims, and which scores are the person's own.
#include "doors/exchange/spoken_aim.h"

#include <gtest/gtest.h>

namespace alongside::exchange {
namespace {

constexpr std::string_view lake = R"({"resourceType":"Goal","id":"lake","lifecycleStatus":"active",
 "description":{"text":"Walk to the lake"},"subject":{"reference":"Patient/m"},
 "expressedBy":{"reference":"Patient/m"},"startDate":"2026-01-05","target":[{"dueDate":"2026-06-01"}],
 "extension":[
 {"url":"https://x.example/other","valueString":"kept, not read"},
 {"url":"http://hl7.org/fhir/us/pco/StructureDefinition/pco-goal-attainment-scaling","extension":[
  {"url":"level","valueCoding":{"system":"http://loinc.org","code":"LA34481-4"}},
  {"url":"progressText","valueString":"To the lake"}]},
 {"url":"http://hl7.org/fhir/us/pco/StructureDefinition/pco-goal-attainment-scaling","extension":[
  {"url":"text","valueString":"Halfway"},
  {"url":"level","valueCoding":{"system":"http://loinc.org","code":"LA34483-0"}}]}]})";

std::string replaced(std::string text, std::string_view what, std::string_view with) {
  const std::size_t place = text.find(what);
  EXPECT_NE(place, std::string::npos);
  return text.replace(place, what.size(), with);
}

service::IncomingAim read_aim(const std::string& line) {
  ResourceReader reader;
  EXPECT_TRUE(reader.read(line).empty());
  EXPECT_TRUE(is_goal(reader));
  return aim_from(reader);
}

}  // namespace

TEST(SpokenAim, has_the_persons_words_levels_and_horizon) {
  const auto aim = read_aim(std::string(lake));
  EXPECT_EQ(aim.voice, service::Voice::the_person);
  EXPECT_EQ(aim.words, "Walk to the lake");
  EXPECT_EQ(aim.levels, (LevelWords{"", "Halfway", "To the lake", "", ""}));
  EXPECT_EQ(aim.horizon, Horizon::this_year);
  EXPECT_EQ(aim.stated, instant_from_fhir("2026-01-05"));
}

TEST(SpokenAim, a_goal_that_somebody_else_voiced_is_none) {
  const std::string by = R"("expressedBy":{"reference":"Patient/m"})";
  for (const char* other : {R"("expressedBy":{"reference":"RelatedPerson/m"})",
                            R"("expressedBy":{"reference":"Patient/n"})",
                            R"("expressedBy":{"display":"Patient/m"})", R"("note":[{"text":"n"}])"})
    EXPECT_EQ(read_aim(replaced(std::string(lake), by, other)).voice,
              service::Voice::somebody_else);
}

TEST(SpokenAim, knows_what_is_over_and_what_was_an_error) {
  const auto standing = [](std::string_view status) {
    return read_aim(replaced(std::string(lake), R"("active")", status)).standing;
  };
  EXPECT_EQ(standing(R"("completed")"), service::Standing::over);
  EXPECT_EQ(standing(R"("on-hold")"), service::Standing::holds);
  EXPECT_EQ(standing(R"("entered-in-error")"), service::Standing::error);
}

TEST(SpokenAim, only_the_persons_own_final_score_is_a_rating) {
  const std::string line = R"({"resourceType":"Observation","id":"s","status":"final",
   "code":{"coding":[{"system":"http://loinc.org","code":"107334-5"}]},
   "subject":{"reference":"Patient/m"},"performer":[{"reference":"Patient/m"}],
   "focus":[{"reference":"Goal/lake"}],"effectiveDateTime":"2026-02-01T08:00:00+01:00",
   "valueCodeableConcept":{"coding":[{"system":"http://loinc.org","code":"LA34484-8"}]}})";
  ResourceReader reader;
  ASSERT_TRUE(reader.read(line).empty());
  ASSERT_TRUE(is_own_score(reader));
  const auto rating = rating_from(reader);
  EXPECT_EQ(rating.aim, "Goal/lake");
  EXPECT_EQ(rating.level, Level::from(-2).value());
  EXPECT_EQ(rating.rated, instant_from_fhir("2026-02-01T07:00:00Z"));
  ASSERT_TRUE(reader.read(replaced(line, "107334-5", "107333-7")).empty());
  EXPECT_FALSE(is_own_score(reader));
  ASSERT_TRUE(
      reader.read(replaced(line, R"(er":[{"reference":"Patient/m)", R"(er":[{"reference":"X/m)"))
          .empty());
  EXPECT_FALSE(is_own_score(reader));
  ASSERT_TRUE(reader.read(replaced(line, R"("final")", R"("entered-in-error")")).empty());
  EXPECT_EQ(rating_from(reader).standing, service::Standing::error);
  ASSERT_TRUE(reader.read(replaced(line, "LA34484-8", "LA1-1")).empty());
  EXPECT_FALSE(rating_from(reader).level.has_value());
}

}  // namespace alongside::exchange
