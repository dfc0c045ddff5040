// SPDX-License-Identifier: Apache-2.0
// Proposals appear where a shift lasts, and not where it turns back; the published series stand
// among the reference cases.
#include "foundation/statistics/stable_shift.h"

#include <gtest/gtest.h>

namespace alongside::statistics {
namespace {

/// `before` points around 10, then `after` around `level`, wobbling a little.
std::vector<Observation> shifted(int before, int after, double level) {
  std::vector<Observation> series;
  for (int i = 0; i < before + after; ++i) {
    Observation at;
    at.value = (i < before ? 10 : level) + (i * 7 % 5 - 2) * 0.2;
    series.push_back(at);
  }
  return series;
}

}  // namespace

TEST(StableShift, is_proposed_where_a_lasting_shift_begins) {
  StableShiftFinder finder;
  const auto& found = finder.find(shifted(30, 30, 14), ChartKind::i, {});
  EXPECT_TRUE(found.available);
  // The run begins one point earlier: point 29 wobbles to the upper side.
  EXPECT_EQ(found.breaks, (std::vector<std::size_t>{29}));
  EXPECT_NEAR(found.centre[59], 14, 0.2);
  EXPECT_NEAR(found.centre[25], 10, 0.2);
}

TEST(StableShift, is_not_proposed_where_the_series_turns_back) {
  auto series = shifted(30, 40, 14);
  for (std::size_t i = 42; i < series.size(); ++i) series[i].value -= 4;
  StableShiftFinder finder;
  EXPECT_TRUE(finder.find(series, ChartKind::i, {}).breaks.empty());
  StableShiftOptions every;
  every.every_shift = true;
  EXPECT_FALSE(finder.find(series, ChartKind::i, every).breaks.empty());
}

TEST(StableShift, needs_a_period_of_points) {
  StableShiftFinder finder;
  EXPECT_FALSE(finder.find(shifted(20, 0, 0), ChartKind::i, {}).available);
  EXPECT_TRUE(finder.find(shifted(21, 0, 0), ChartKind::i, {}).available);
  EXPECT_TRUE(finder.find(shifted(30, 12, 14), ChartKind::i, {}).breaks.empty());
}

TEST(StableShift, can_be_kept_to_the_first_limits) {
  StableShiftOptions options;
  options.baseline_only = true;
  StableShiftFinder finder;
  EXPECT_TRUE(finder.find(shifted(30, 30, 14), ChartKind::i, options).breaks.empty());
}

}  // namespace alongside::statistics
