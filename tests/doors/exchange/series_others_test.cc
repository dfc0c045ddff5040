// SPDX-License-Identifier: Apache-2.0
// Textbook charts, sums, proposals and funnels by their requests.
#include <gtest/gtest.h>

#include "doors/exchange/series.h"

namespace alongside::exchange {
namespace {

JsonValue answer(const std::string& rest) {
  JsonReader reader;
  JsonReader other;
  auto read = other.read(charted(reader, "{\"name\":\"x\"," + rest + "}"), 16);
  return std::get<JsonValue>(std::move(read));
}

}  // namespace

TEST(SeriesOthers, groups_may_differ_in_size_and_miss_values) {
  const auto chart =
      answer(R"("family":"qcc","chart":"xbar","inputs":{"data":[[1,2,3],[2,null,4],[3,5]]})");
  EXPECT_EQ(chart.at("/points/statistic/1")->number(), 3);
  EXPECT_TRUE(chart.at("/points/ucl/2")->number() > chart.at("/points/ucl/0")->number());
}

TEST(SeriesOthers, only_the_rules_asked_for_are_told) {
  const auto chart = answer(
      R"("family":"qcc","chart":"c","inputs":{"data":[5,5,6,5,40]},"options":{"rules":[1]})");
  EXPECT_EQ(chart.at("/summary/violations_by_rule")->members.size(), 1U);
  EXPECT_EQ(chart.at("/summary/violations_by_rule/rule1/0")->text, "5");
  EXPECT_EQ(chart.at("/points/first_rule_violated/4")->text, "1");
}

TEST(SeriesOthers, a_series_too_short_for_limits_says_so) {
  const auto chart = answer(R"("family":"autospc","chart":"XMR","inputs":{"y":[1,2,3]})");
  EXPECT_EQ(chart.at("/summary/limits_available")->text, "false");
  EXPECT_TRUE(chart.at("/points/ucl/0")->is(JsonValue::Kind::null));
}

TEST(SeriesOthers, a_baseline_without_events_has_no_risk) {
  const auto chart = answer(R"("family":"bchart","inputs":{"y":[0,0,0,1]},"options":{"target":3})");
  EXPECT_EQ(chart.at("/error/code")->text, "risk_out_of_range");
}

TEST(SeriesOthers, funnels_name_their_groups) {
  const auto chart = answer(
      R"("family":"funnel","inputs":{"group":["N","S"],"numerator":[5,9],"denominator":[50,60]},)"
      R"("options":{"data_type":"PR","od_adjust":false})");
  EXPECT_EQ(chart.at("/points/group/1")->text, "S");
  EXPECT_EQ(chart.at("/points/outlier/0")->text, "false");
}

}  // namespace alongside::exchange
