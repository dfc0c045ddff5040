// SPDX-License-Identifier: Apache-2.0
// Textbook charts, proposals and funnels by their requests.
#include <gtest/gtest.h>

#include "answered.h"

namespace alongside::batch {
TEST(SeriesOthers, groups_may_differ_in_size_and_miss_values) {
  const auto chart =
      answer(R"("family":"qcc","chart":"xbar","inputs":{"data":[[1,2,3],[2,null,4],[3,5]]})");
  EXPECT_EQ(chart.at("/points/statistic/1")->number(), 3);
  EXPECT_TRUE(chart.at("/points/ucl/2")->number() > chart.at("/points/ucl/0")->number());
}

TEST(SeriesOthers, a_count_has_something_it_is_out_of) {
  for (const char* chart : {"p", "np", "u"}) {
    const auto textbook = answer(R"("family":"qcc","chart":")" + std::string(chart) +
                                 R"(","inputs":{"data":[55,15,8],"sizes":[]})");
    EXPECT_NE(textbook.member("error"), nullptr) << chart;
  }
  for (const char* chart : {"p", "u", "pp", "up"}) {
    const auto phased = answer(R"("family":"qic","chart":")" + std::string(chart) +
                               R"(","inputs":{"y":[5,1,8],"n":[]})");
    EXPECT_NE(phased.member("error"), nullptr) << chart;
  }
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

TEST(SeriesOthers, funnels_name_their_groups) {
  const auto chart = answer(
      R"("family":"funnel","inputs":{"group":["N","S"],"numerator":[5,9],"denominator":[50,60]},)"
      R"("options":{"data_type":"PR","od_adjust":false})");
  EXPECT_EQ(chart.at("/points/group/1")->text, "S");
  EXPECT_EQ(chart.at("/points/outlier/0")->text, "false");
}

namespace {

std::string list_of(const std::vector<double>& values) {
  std::string text;
  for (const double value : values) {
    if (!text.empty()) text += ",";
    text += std::to_string(static_cast<int>(value));
  }
  return "[" + text + "]";
}

JsonValue stable_shift(const std::string& chart, const std::vector<double>& y,
                       const std::vector<double>& n, const std::string& options) {
  return answer("\"family\":\"autospc\",\"chart\":\"" + chart + "\",\"inputs\":{\"y\":" +
                list_of(y) + ",\"n\":" + list_of(n) + "},\"options\":{" + options + "}");
}

}  // namespace

TEST(SeriesOthers, extended_limits_of_shares_follow_the_size) {
  std::vector<double> y;
  for (int i = 0; i < 10; ++i) y.insert(y.end(), {10, 12});
  y.insert(y.end(), {11, 60, 60, 60});
  std::vector<double> n(21, 20);
  n.insert(n.end(), 3, 100);
  const auto p = stable_shift("P", y, n, "");
  EXPECT_NEAR(*p.at("/points/lcl/22")->number(), 40.08, 0.005);
  EXPECT_NEAR(*p.at("/points/ucl/22")->number(), 69.92, 0.005);
  std::vector<double> rare;
  for (int i = 0; i < 10; ++i) rare.insert(rare.end(), {1, 0});
  rare.insert(rare.end(), {1, 20, 20, 20});
  std::vector<double> sizes(21, 20);
  sizes.insert(sizes.end(), 3, 500);
  const auto pp = stable_shift("P'", rare, sizes, "");
  EXPECT_EQ(pp.at("/points/lcl/22")->number(), 0);
}

TEST(SeriesOthers, the_point_furthest_beyond_its_limit_is_left_out) {
  const auto found = stable_shift(
      "P'",
      {9, 10, 192, 211, 12, 14, 223, 11, 5, 290, 21, 16, 25, 12, 26, 10, 24, 25, 207, 198, 215},
      {20, 20, 400, 400, 12, 20, 400, 20, 20, 400, 50, 50, 50, 20, 50, 20, 50, 50, 400, 400, 400},
      "\"max_exclusions\":1");
  EXPECT_EQ(found.at("/points/excluded/9")->text, "true");
  EXPECT_EQ(found.at("/points/excluded/4")->text, "false");
}

TEST(SeriesOthers, missing_points_do_not_make_a_period) {
  std::string y;
  for (int i = 0; i < 22; ++i) y += std::string(i > 0 ? "," : "") + (i < 3 ? "null" : "5");
  const auto found =
      answer("\"family\":\"autospc\",\"chart\":\"XMR\",\"inputs\":{\"y\":[" + y + "]}");
  EXPECT_EQ(found.at("/summary/limits_available")->text, "false");
}

TEST(SeriesOthers, equal_places_share_their_rank) {
  const auto found = answer(
      R"("family":"funnel","inputs":{"numerator":[70,75,80,84,86,88,90,92,95,97,101,104,106,109,112,115,118,130,130,160],)"
      R"("denominator":[100,100,100,100,100,100,100,100,100,100,100,100,100,100,100,100,100,100,100,100]},)"
      R"("options":{"data_type":"SR","sr_method":"SHMI"})");
  EXPECT_EQ(found.at("/summary/n_used")->text, "17");
  EXPECT_NEAR(*found.at("/summary/phi")->number(), 2.0635, 5e-5);
}

TEST(SeriesOthers, a_place_without_events_does_not_blind_the_funnel) {
  const auto found = answer(
      R"("family":"funnel","inputs":{"numerator":[0,0,0,12,9,11,10,8,13,10,9,12],)"
      R"("denominator":[10,10,10,10,10,10,10,10,10,10,10,10]},"options":{"data_type":"SR","sr_method":"SHMI"})");
  EXPECT_TRUE(found.at("/summary/phi")->number().has_value());
}

}  // namespace alongside::batch
