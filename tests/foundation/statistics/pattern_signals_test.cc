// SPDX-License-Identifier: Apache-2.0
// A pattern is told once, with where it begins and ends.
#include "foundation/statistics/pattern_signals.h"

#include <gtest/gtest.h>

namespace alongside::statistics {
namespace {

ControlChart chart_of(const std::vector<double>& values, std::vector<std::size_t> starts = {}) {
  std::vector<Observation> series(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) series[i].value = values[i];
  ChartOptions options;
  options.centre = 0;
  options.sigma = 1;
  options.phase_starts = starts;
  ChartMaker maker;
  return maker.make(series, options);
}

std::vector<PatternSignal> signals(const ControlChart& chart, ZoneRules rules) {
  PatternFinder finder;
  return finder.find(chart, rules);
}

}  // namespace

TEST(PatternSignals, tell_a_long_run_once) {
  const auto found = signals(chart_of({-1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1}),
                             std::span(western_electric_rules).subspan(3));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].first, 1U);
  EXPECT_EQ(found[0].last, 10U);
  EXPECT_EQ(found[0].side, 1);
}

TEST(PatternSignals, tell_each_point_outside_alone) {
  const auto found = signals(chart_of({0, 4, 4, -4, 0}), std::span(nelson_rules).first(1));
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[1].first, 2U);
  EXPECT_EQ(found[2].side, -1);
}

TEST(PatternSignals, do_not_reach_over_a_new_phase) {
  const std::vector<double> values(12, 0.5);
  EXPECT_EQ(signals(chart_of(values), std::span(nelson_rules).subspan(1, 1)).size(), 1U);
  EXPECT_TRUE(signals(chart_of(values, {6}), std::span(nelson_rules).subspan(1, 1)).empty());
}

TEST(PatternSignals, follow_a_fall) {
  const auto found =
      signals(chart_of({0, 1, 0.5, 0, -0.5, -1, -1.5, 0}), std::span(nelson_rules).subspan(2, 1));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].first, 1U);
  EXPECT_EQ(found[0].last, 6U);
  EXPECT_EQ(found[0].side, -1);
}

}  // namespace alongside::statistics
