// SPDX-License-Identifier: Apache-2.0
// What leaves in FHIR's form is what the page shows.
#include "doors/exchange/measure_reports.h"

#include <gtest/gtest.h>

#include "foundation/base/json_value.h"

namespace alongside::exchange {
namespace {

JsonValue read(const std::string& text) {
  auto value = JsonReader().read(text, 32);
  EXPECT_TRUE(std::holds_alternative<JsonValue>(value));
  return std::get<JsonValue>(std::move(value));
}

std::string at(const JsonValue& value, std::string_view pointer) {
  const JsonValue* found = value.at(pointer);
  return found == nullptr ? std::string() : found->text;
}

const std::vector<ReportedTeam> teams = {
    {"North", "Joints", {{Month{671}, {1, 3}, {}}, {Month{672}, {0, 0}, {}}}}};
constexpr Instant counted_at{1'800'000'000'000};

}  // namespace

TEST(MeasureReports, say_definition_counts_and_what_is_missing) {
  const Measure& asked = standard_measures().front();
  const JsonValue bundle = read(measure_bundle(asked, "SELECT 1", teams, counted_at));
  EXPECT_EQ(at(bundle, "/entry/0/resource/resourceType"), "Measure");
  EXPECT_EQ(at(bundle, "/entry/0/resource/name"), "AimAsked");
  EXPECT_EQ(at(bundle, "/entry/0/resource/description"), lines_of(asked));
  EXPECT_EQ(at(bundle, "/entry/0/resource/scoring/coding/0/code"), "proportion");
  EXPECT_EQ(at(bundle, "/entry/0/resource/group/0/population/1/criteria/expression"), "SELECT 1");
  EXPECT_EQ(at(bundle, "/entry/1/resource/measure"),
            at(bundle, "/entry/0/resource/url") + "|" + std::to_string(asked.version));
  EXPECT_EQ(at(bundle, "/entry/1/resource/period/start"), "2025-12-01");
  EXPECT_EQ(at(bundle, "/entry/1/resource/period/end"), "2025-12-31");
  EXPECT_EQ(at(bundle, "/entry/1/resource/group/0/population/0/count"), "3");
  EXPECT_EQ(at(bundle, "/entry/1/resource/group/0/population/1/count"), "1");
  EXPECT_EQ(at(bundle, "/entry/1/resource/group/0/measureScore/value"), "0.3333333333333333");
  EXPECT_EQ(bundle.at("/entry/2/resource/group/0/population"), nullptr);
  EXPECT_EQ(at(bundle, "/entry/2/resource/group/0/extension/0/valueCode"), "not-applicable");
}

TEST(MeasureReports, of_every_shipped_measure_are_resources_that_can_be_read) {
  for (const Measure& measure : standard_measures()) {
    const JsonValue bundle = read(measure_bundle(measure, "SELECT 1", teams, counted_at));
    for (const JsonValue& entry : bundle.member("entry")->items)
      EXPECT_FALSE(at(entry, "/resource/id").empty()) << measure.id;
    EXPECT_EQ(at(bundle, "/entry/0/resource/id").find('_'), std::string::npos);
  }
}

}  // namespace alongside::exchange
