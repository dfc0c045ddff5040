// SPDX-License-Identifier: Apache-2.0
// Rates that rise with the number of points, and equal what others worked out.
#include "foundation/statistics/false_alarms.h"

#include <gtest/gtest.h>

namespace alongside::statistics {

TEST(FalseAlarms, equal_an_independent_simulation) {
  // 100,000 series each, by another program: research of November 2026.
  EXPECT_NEAR(false_alarm_rate(RuleSet::shewhart, false, 24), 0.059, 0.004);
  EXPECT_NEAR(false_alarm_rate(RuleSet::shewhart, true, 24), 0.096, 0.004);
  EXPECT_NEAR(false_alarm_rate(RuleSet::shewhart_anhoej, true, 24), 0.123, 0.004);
  EXPECT_NEAR(false_alarm_rate(RuleSet::nhs, true, 24), 0.187, 0.004);
  EXPECT_NEAR(false_alarm_rate(RuleSet::western_electric, false, 24), 0.152, 0.004);
  EXPECT_NEAR(false_alarm_rate(RuleSet::nelson, false, 120), 0.785, 0.004);
}

TEST(FalseAlarms, rise_with_the_points_and_hold_at_the_ends) {
  for (const RuleSet rules : {RuleSet::shewhart, RuleSet::nhs, RuleSet::nelson})
    for (std::size_t n = 12; n < 240; ++n)
      EXPECT_LE(false_alarm_rate(rules, true, n), false_alarm_rate(rules, true, n + 1)) << n;
  EXPECT_EQ(false_alarm_rate(RuleSet::nhs, true, 3), false_alarm_rate(RuleSet::nhs, true, 12));
  EXPECT_EQ(false_alarm_rate(RuleSet::nhs, true, 900), false_alarm_rate(RuleSet::nhs, true, 240));
}

TEST(FalseAlarms, of_runs_alone_are_exact) {
  EXPECT_NEAR(runs_false_alarm_rate(24), 0.066, 5e-4);
  EXPECT_NEAR(runs_false_alarm_rate(90), 0.109, 5e-4);
  EXPECT_EQ(runs_false_alarm_rate(0), 0);
}

}  // namespace alongside::statistics
