// SPDX-License-Identifier: Apache-2.0
// Mark, sentence and table come from one reading.
#include "improvement/chart.h"

#include <gtest/gtest.h>

namespace alongside {
namespace {

std::vector<MonthCount> months(const std::vector<Proportion>& shares) {
  std::vector<MonthCount> series;
  for (std::size_t i = 0; i < shares.size(); ++i)
    series.push_back({{static_cast<std::int64_t>(i)}, shares[i]});
  return series;
}

}  // namespace

TEST(Chart, says_nothing_without_data_and_waits_for_twelve_months) {
  EXPECT_EQ(read_proportion_chart(months({{0, 0}, {0, 0}}), Better::more).verdict,
            Verdict::nothing_yet);
  const auto few =
      read_proportion_chart(months(std::vector<Proportion>(11, {5, 10})), Better::more);
  EXPECT_EQ(few.verdict, Verdict::too_early);
  EXPECT_FALSE(few.has_limits);
  EXPECT_FALSE(few.points[0].upper.has_value());
}

TEST(Chart, a_month_without_anything_is_missing_and_not_zero) {
  std::vector<Proportion> shares(14, {5, 10});
  shares[3] = {0, 0};
  const auto reading = read_proportion_chart(months(shares), Better::more);
  EXPECT_EQ(reading.points[3].mark, Mark::missing);
  EXPECT_DOUBLE_EQ(*reading.centre, 0.5);
}

TEST(Chart, a_lasting_rise_is_better_or_worse_by_the_measure) {
  std::vector<Proportion> shares(12, {10, 40});
  shares.insert(shares.end(), 12, {30, 40});
  EXPECT_EQ(read_proportion_chart(months(shares), Better::more).verdict, Verdict::better);
  EXPECT_EQ(read_proportion_chart(months(shares), Better::less).verdict, Verdict::worse);
}

TEST(Chart, one_sign_long_ago_makes_today_neither_better_nor_worse) {
  std::vector<Proportion> shares;
  for (int i = 0; i < 24; ++i) shares.push_back({i % 2 == 0 ? 19 : 21, 40});
  shares[2] = {39, 40};
  const auto reading = read_proportion_chart(months(shares), Better::more);
  EXPECT_EQ(reading.reason, Reason::outside_limits);
  EXPECT_EQ(reading.verdict, Verdict::earlier);
}

TEST(Chart, ordinary_ups_and_downs_are_no_change) {
  std::vector<Proportion> shares;
  for (int i = 0; i < 24; ++i) shares.push_back({i % 2 == 0 ? 19 : 21, 40});
  const auto reading = read_proportion_chart(months(shares), Better::more);
  EXPECT_EQ(reading.verdict, Verdict::usual);
  EXPECT_EQ(reading.reason, Reason::none);
}

TEST(Chart, new_limits_judge_only_what_came_after) {
  std::vector<Proportion> shares;
  for (int i = 0; i < 12; ++i) shares.push_back({i % 2 == 0 ? 9 : 11, 40});
  for (int i = 0; i < 12; ++i) shares.push_back({i % 2 == 0 ? 29 : 31, 40});
  EXPECT_EQ(read_proportion_chart(months(shares), Better::more).verdict, Verdict::better);
  ChartSettings settings;
  settings.phases = {{12}, {99}};
  const auto reading = read_proportion_chart(months(shares), Better::more, settings);
  EXPECT_EQ(reading.verdict, Verdict::usual);
  EXPECT_TRUE(reading.points[12].begins_phase);
  EXPECT_NEAR(*reading.points[0].centre, 0.25, 1e-12);
  EXPECT_NEAR(*reading.centre, 0.75, 1e-12);
}

TEST(Chart, a_month_that_does_not_count_speaks_for_nothing) {
  std::vector<Proportion> shares;
  for (int i = 0; i < 24; ++i) shares.push_back({i % 2 == 0 ? 19 : 21, 40});
  shares[22] = {40, 40};
  EXPECT_EQ(read_proportion_chart(months(shares), Better::more).verdict, Verdict::better);
  ChartSettings settings;
  settings.left_out = {{22}};
  const auto reading = read_proportion_chart(months(shares), Better::more, settings);
  EXPECT_EQ(reading.verdict, Verdict::usual);
  EXPECT_TRUE(reading.points[22].left_out);
  EXPECT_EQ(reading.points[22].mark, Mark::usual);
}

TEST(Chart, a_run_chart_has_a_middle_and_no_limits) {
  ChartSettings settings;
  settings.chart = MeasureChart::run;
  std::vector<Proportion> shares(12, {10, 40});
  shares.insert(shares.end(), 12, {30, 40});
  const auto reading = read_proportion_chart(months(shares), Better::more, settings);
  EXPECT_FALSE(reading.has_limits);
  EXPECT_FALSE(reading.points[0].upper.has_value());
  EXPECT_EQ(reading.verdict, Verdict::better);
}

TEST(Chart, a_wider_chart_takes_what_is_usual_here) {
  std::vector<Proportion> shares;
  for (int i = 0; i < 24; ++i) shares.push_back({i % 2 == 0 ? 3000 : 5000, 10000});
  EXPECT_EQ(read_proportion_chart(months(shares), Better::more).reason, Reason::outside_limits);
  ChartSettings settings;
  settings.chart = MeasureChart::pp;
  EXPECT_EQ(read_proportion_chart(months(shares), Better::more, settings).reason, Reason::none);
}

TEST(Chart, a_baseline_further_back_keeps_its_limits) {
  std::vector<Proportion> shares(12, {10, 40});
  shares.insert(shares.end(), 24, {16, 40});
  ChartSettings settings;
  settings.baselines = {{11}};
  const auto reading = read_proportion_chart(months(shares), Better::more, settings, 24);
  EXPECT_EQ(reading.points.size(), 24U);
  EXPECT_EQ(reading.points.front().month.number, 12);
  EXPECT_NEAR(*reading.centre, 0.25, 1e-12);
  EXPECT_EQ(reading.verdict, Verdict::better);
  EXPECT_EQ(reading.points.back().mark, Mark::better);
}

TEST(Chart, says_what_to_be_careful_about_and_proposes) {
  std::vector<Proportion> shares;
  for (int i = 0; i < 24; ++i) shares.push_back({(i < 12 ? 10 : 30) + i % 3, 40});
  const auto reading = read_proportion_chart(months(shares), Better::more);
  EXPECT_TRUE(reading.diagnosis.warnings.has(statistics::ChartWarning::autocorrelation));
  EXPECT_NEAR(reading.false_alarms, 0.12, 0.02);
  ASSERT_EQ(reading.proposals.size(), 1U);
  EXPECT_EQ(reading.proposals[0].number, 12);
  ChartSettings settings;
  settings.phases = {{13}};
  EXPECT_TRUE(read_proportion_chart(months(shares), Better::more, settings).proposals.empty());
}

}  // namespace alongside
