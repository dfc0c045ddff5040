// SPDX-License-Identifier: Apache-2.0
// The rates at which runs rules cry wolf, exactly.
#include "foundation/statistics/run_chances.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "foundation/statistics/run_rules.h"

namespace alongside::statistics {

TEST(RunChances, are_those_of_coin_tosses) {
  // Three tosses: no run over 2 and one crossing: HHT, HTT, THH, TTH; two crossings: HTH, THT.
  const auto three = crossings_without_long_run(3, 2, 0.5);
  EXPECT_DOUBLE_EQ(three[0], 0);
  EXPECT_DOUBLE_EQ(three[1], 0.5);
  EXPECT_DOUBLE_EQ(three[2], 0.25);
  for (const double above : {0.5, 0.8}) {
    const auto all = crossings_without_long_run(40, 40, above);
    EXPECT_NEAR(std::accumulate(all.begin(), all.end(), 0.0), 1, 1e-12);
  }
}

TEST(RunChances, of_the_anhoej_rule_depend_on_the_number_of_points) {
  const auto rate = [](int n) {
    const int longest = static_cast<int>(std::lround(std::log2(n))) + 3;
    return false_alarm_chance(n, longest, static_cast<int>(crossings_lower_limit(n - 1)));
  };
  // Anhøj and Wentzel-Larsen 2018 tabulate the specificity; worked out independently as well.
  EXPECT_NEAR(rate(10), 0.045, 5e-4);
  EXPECT_NEAR(rate(20), 0.071, 5e-4);
  EXPECT_NEAR(rate(24), 0.066, 5e-4);
  EXPECT_NEAR(rate(45), 0.103, 5e-4);
  EXPECT_NEAR(rate(100), 0.071, 5e-4);
}

TEST(RunChances, boxes_hold_the_rate_level) {
  for (int n = box_points_min; n <= box_points_max; ++n) {
    const RunBox& box = ordinary_box(n);
    const double rate = false_alarm_chance(n, box.longest_max, box.crossings_min);
    EXPECT_GE(rate, 0.044) << n;
    EXPECT_LE(rate, 0.075) << n;
  }
}

TEST(RunChances, tabled_boxes_are_what_is_worked_out) {
  for (const int n : {10, 15, 19, 24, 28, 36}) {
    const RunBox cut = cut_box(n);
    const RunBox best = best_box(n);
    const RunBox& tabled = ordinary_box(n);
    EXPECT_EQ(tabled.longest_max, best.longest_max);
    EXPECT_EQ(tabled.crossings_min, best.crossings_min);
    EXPECT_EQ(tabled.crossings_at_longest, cut.crossings_at_longest);
    EXPECT_EQ(tabled.longest_at_crossings, cut.longest_at_crossings);
  }
}

}  // namespace alongside::statistics
