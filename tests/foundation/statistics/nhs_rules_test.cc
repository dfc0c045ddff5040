// SPDX-License-Identifier: Apache-2.0
// The rules of Making Data Count over phases, ties and gaps.
#include "foundation/statistics/nhs_rules.h"

#include <gtest/gtest.h>

namespace alongside::statistics {
namespace {

struct Found {
  ControlChart chart;
  std::vector<NhsPoint> points;
};

Found judged(const std::vector<double>& values, Improvement direction = Improvement::increase,
             std::vector<std::size_t> starts = {}) {
  std::vector<Observation> series(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) series[i].value = values[i];
  ChartOptions options;
  options.phase_starts = starts;
  options.ranges.three_sigma = nhs_three_sigma;
  options.ranges.two_sigma = nhs_three_sigma * 2 / 3;
  ChartMaker maker;
  Found found{maker.make(series, options), {}};
  apply_nhs_rules(found.chart, direction, found.points);
  return found;
}

std::vector<double> stable(int n) {
  std::vector<double> values;
  for (int i = 0; i < n; ++i) values.push_back(i % 2 == 0 ? 9 : 11);
  return values;
}

}  // namespace

TEST(NhsRules, mark_all_points_of_seven_rising) {
  auto values = stable(14);
  for (int i = 0; i < 7; ++i) values.push_back(6 + i);
  values.push_back(10);
  const auto found = judged(values).points;
  for (std::size_t i = 14; i < 21; ++i) {
    EXPECT_EQ(found[i].cause, NhsCause::trend) << i;
    EXPECT_EQ(found[i].type, NhsType::improvement) << i;
  }
  EXPECT_EQ(found[13].cause, NhsCause::common);
  EXPECT_EQ(found[21].cause, NhsCause::common);
}

TEST(NhsRules, seven_on_one_side_end_with_a_phase_or_a_gap) {
  auto values = stable(12);
  for (int i = 0; i < 8; ++i) values.push_back(12 + i % 2);
  EXPECT_EQ(judged(values).points[15].cause, NhsCause::shift);
  EXPECT_EQ(judged(values, Improvement::decrease).points[15].type, NhsType::concern);
  EXPECT_EQ(judged(values, Improvement::neutral).points[15].type, NhsType::neutral_high);
  EXPECT_EQ(judged(values, Improvement::increase, {16}).points[15].cause, NhsCause::common);
  values[16] = missing;
  EXPECT_EQ(judged(values).points[15].cause, NhsCause::common);
}

TEST(NhsRules, say_whether_a_target_will_be_reached) {
  const auto chart = judged(stable(20)).chart;
  EXPECT_EQ(assurance_of(chart, Improvement::increase, 100), Assurance::consistent_fail);
  EXPECT_EQ(assurance_of(chart, Improvement::decrease, 100), Assurance::consistent_pass);
  EXPECT_EQ(assurance_of(chart, Improvement::increase, -100), Assurance::consistent_pass);
  EXPECT_EQ(assurance_of(chart, Improvement::increase, 10), Assurance::inconsistent);
  EXPECT_EQ(assurance_of(chart, Improvement::neutral, 10), Assurance::none);
  EXPECT_EQ(assurance_of(chart, Improvement::increase, std::nullopt), Assurance::none);
}

TEST(NhsRules, short_phases_are_on_trial) {
  EXPECT_TRUE(judged(stable(12)).points[0].trial);
  EXPECT_FALSE(judged(stable(13)).points[0].trial);
}

}  // namespace alongside::statistics
