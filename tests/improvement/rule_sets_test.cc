// SPDX-License-Identifier: Apache-2.0
// Names, patterns of one's own, and what each finds in one series.
#include "improvement/rule_sets.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace alongside {
namespace {

statistics::ControlChart chart_of(const std::vector<double>& values,
                                  std::optional<double> centre = {}) {
  std::vector<statistics::Observation> series(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) series[i].value = values[i];
  statistics::ChartMaker maker;
  statistics::ChartOptions options;
  options.centre = centre;
  return maker.make(series, options);
}

/// Around ten, then seven points a little above.
std::vector<double> shifted() {
  std::vector<double> values;
  for (int i = 0; i < 15; ++i) values.push_back(i % 2 == 0 ? 9 : 11);
  for (int i = 0; i < 7; ++i) values.push_back(10.8 + 0.01 * (i % 3));
  return values;
}

}  // namespace

TEST(RuleSets, are_known_by_name) {
  for (const char* name : {"anhoej", "best-box", "cut-box", "mdc", "western-electric", "nelson"})
    EXPECT_TRUE(rules_from(name)) << name;
  EXPECT_EQ(rules_from("nelson")->patterns.size(), 8U);
}

TEST(RuleSets, are_lists_of_patterns_too) {
  const std::string_view all =
      "outside,8-on-one-side,6-trend,14-alternating,2-of-3-beyond-2,15-within-1,8-avoiding-1.5";
  const auto rules = rules_from(all);
  ASSERT_TRUE(rules);
  std::string again;
  for (const auto& pattern : rules->patterns)
    again += (again.empty() ? "" : ",") + code_of(pattern);
  EXPECT_EQ(again, all);
}

TEST(RuleSets, refuse_what_is_no_pattern) {
  for (const char* wrong :
       {"", "outside,", "1-on-one-side", "8-on-two-sides", "4-of-3-beyond-2", "2-of-3-beyond-0",
        "2-of-3-beyond-7", "101-trend", "x-trend", "6-trend-up", "8-within", "2.5-trend"})
    EXPECT_FALSE(rules_from(wrong)) << wrong;
}

TEST(RuleSets, find_what_they_are_for) {
  const auto chart = chart_of(shifted());
  EXPECT_TRUE(signals_by(*rules_from("anhoej"), chart, Better::more).empty());
  const auto nhs = signals_by(*rules_from("mdc"), chart, Better::more);
  ASSERT_EQ(nhs.size(), 1U);
  EXPECT_EQ(nhs[0].first, 15U);
  EXPECT_EQ(nhs[0].last, 21U);
  EXPECT_EQ(nhs[0].meaning, Meaning::better);
  EXPECT_EQ(code_of(nhs[0].pattern), "7-on-one-side");
  EXPECT_EQ(signals_by(*rules_from("7-on-one-side"), chart, Better::less)[0].meaning,
            Meaning::worse);
  EXPECT_TRUE(signals_by(*rules_from("western-electric"), chart, std::nullopt).empty());
}

TEST(RuleSets, tell_a_run_whole_that_another_cause_interrupts) {
  std::vector<double> values;
  for (int i = 0; i < 15; ++i) values.push_back(i % 2 == 0 ? 9 : 11);
  for (const double value : {12.0, 11.5, 30.0, 11.2, 11.9, 11.3, 12.2, 11.4})
    values.push_back(value);
  const auto found = signals_by(*rules_from("mdc"), chart_of(values, 10), std::nullopt);
  const auto run = std::ranges::find(found, FoundBy::pattern, &Signal::rule);
  ASSERT_NE(run, found.end());
  EXPECT_EQ(run->first, 15U);
  EXPECT_EQ(run->last, 22U);
  EXPECT_EQ(run->points, 8);
  EXPECT_EQ(std::ranges::count(found, FoundBy::pattern, &Signal::rule), 1);
}

TEST(RuleSets, say_how_often_they_cry_wolf) {
  using statistics::RuleSet;
  const double rare = false_alarms_of(*rules_from("outside"), true, {24});
  const double often = false_alarms_of(*rules_from("outside,4-on-one-side"), true, {24});
  EXPECT_NEAR(rare, statistics::false_alarm_rate(RuleSet::shewhart, true, 24), 0.03);
  EXPECT_GT(often, 0.5);
  const double one = false_alarms_of(*rules_from("nelson"), true, {24});
  EXPECT_NEAR(false_alarms_of(*rules_from("nelson"), true, {24, 24}), 1 - (1 - one) * (1 - one),
              1e-12);
  EXPECT_GT(false_alarms_of(*rules_from("western-electric"), true, {500}), 0.98);
  EXPECT_GT(false_alarms_of(*rules_from("best-box"), true, {24}), 0.05);
  EXPECT_TRUE(statistics::is_missing(false_alarms_of(Rules(), true, {})));
  EXPECT_TRUE(statistics::is_missing(false_alarms_of(Rules(), true, {5000})));
}

}  // namespace alongside
