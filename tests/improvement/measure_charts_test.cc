// SPDX-License-Identifier: Apache-2.0
// One series as every chart it can be drawn as.
#include "improvement/measure_charts.h"

#include <gtest/gtest.h>

namespace alongside {
namespace {

std::vector<statistics::Observation> shares(const std::vector<double>& counts, double size) {
  std::vector<statistics::Observation> series;
  for (const double count : counts) {
    statistics::Observation at;
    at.value = count / size;
    at.size = size;
    series.push_back(at);
  }
  return series;
}

/// 12 months around 10 of 40, then 12 around 16.
std::vector<statistics::Observation> lifted() {
  std::vector<double> counts;
  for (int i = 0; i < 24; ++i) counts.push_back((i < 12 ? 10 : 16) + i % 3 - 1);
  return shares(counts, 40);
}

WorkedChart worked(MeasureChart chart, const ChartPlaces& places = {},
                   std::string_view rules = "anhoej") {
  return work_out(lifted(), chart, places, *rules_from(rules), Better::more);
}

}  // namespace

TEST(MeasureCharts, every_one_has_a_middle_at_every_month) {
  for (const MeasureChart chart : measure_charts) {
    const auto found = worked(chart).chart;
    ASSERT_EQ(found.points.size(), 24U) << code_of(chart);
    EXPECT_FALSE(statistics::is_missing(found.points.back().centre)) << code_of(chart);
  }
}

TEST(MeasureCharts, np_is_p_times_the_size) {
  const auto p = worked(MeasureChart::p).chart;
  const auto np = worked(MeasureChart::np).chart;
  EXPECT_DOUBLE_EQ(np.points[3].value, 9);
  EXPECT_DOUBLE_EQ(np.points[3].upper, p.points[3].upper * 40);
  EXPECT_EQ(scale_of(MeasureChart::np), ChartScale::count);
}

TEST(MeasureCharts, sums_find_a_small_lift_and_say_which_way) {
  for (const MeasureChart chart : {MeasureChart::ewma, MeasureChart::cusum}) {
    const auto found = worked(chart, {{}, {11}, {}});
    ASSERT_FALSE(found.signals.empty()) << code_of(chart);
    EXPECT_GE(found.signals.front().first, 12U);
    EXPECT_EQ(found.signals.front().meaning, Meaning::better);
    EXPECT_EQ(found.chart.phases[0].runs.useful, 0);
  }
  EXPECT_EQ(worked(MeasureChart::cusum).second.size(), 24U);
  EXPECT_TRUE(worked(MeasureChart::ewma).second.empty());
}

TEST(MeasureCharts, sums_begin_anew_with_a_phase) {
  EXPECT_TRUE(worked(MeasureChart::cusum, {{12}, {}, {}}).signals.empty());
  EXPECT_TRUE(worked(MeasureChart::ewma, {{12}, {}, {}}).signals.empty());
}

TEST(MeasureCharts, more_difference_is_neither_better_nor_worse) {
  auto series = lifted();
  series[20].value = 1;
  const auto found =
      work_out(series, MeasureChart::mr, {}, *rules_from("anhoej"), Better::more).signals;
  ASSERT_FALSE(found.empty());
  for (const Signal& one : found) EXPECT_EQ(one.meaning, Meaning::different);
}

TEST(MeasureCharts, follow_the_rules_that_a_team_chose) {
  const auto run = worked(MeasureChart::p, {}, "nelson").signals;
  ASSERT_FALSE(run.empty());
  EXPECT_EQ(run.back().rule, FoundBy::pattern);
  EXPECT_NE(worked(MeasureChart::p).signals.back().rule, FoundBy::pattern);
}

TEST(MeasureCharts, survive_months_without_anybody) {
  std::vector<statistics::Observation> series(24);
  for (auto& at : series) at.size = 0;
  for (const MeasureChart chart : measure_charts) {
    const auto found = work_out(series, chart, {{12}, {3}, {4}}, Rules(), Better::less);
    EXPECT_TRUE(found.signals.empty()) << code_of(chart);
  }
}

}  // namespace alongside
