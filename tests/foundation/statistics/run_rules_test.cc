// SPDX-License-Identifier: Apache-2.0
// Anhøj's runs rules equal published results, and do not care about the direction of time.
#include "foundation/statistics/run_rules.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>

#include "foundation/statistics/reference.h"

namespace alongside::statistics {

TEST(RunRules, equal_the_reference_cases) {
  for (const auto& reference : testing::reference_cases()) {
    std::vector<std::optional<double>> values;
    double centre = 0;
    for (const auto& point : reference.points) {
      values.push_back(point.share.of == 0 ? std::nullopt
                                           : std::optional(static_cast<double>(point.share.count) /
                                                           static_cast<double>(point.share.of)));
      if (point.centre) centre = *point.centre;
    }
    const RunsVerdict verdict = runs_verdict(values, centre);
    EXPECT_EQ(
        (std::vector<std::int64_t>{verdict.useful, verdict.longest_run, verdict.longest_run_max,
                                   verdict.crossings, verdict.crossings_min}),
        reference.runs)
        << reference.name;
  }
}

TEST(RunRules, knows_the_exact_limits_for_crossings) {
  // R: qbinom(0.05, n - 1, 0.5) for n = 10, 20, 24, 100.
  EXPECT_EQ(crossings_lower_limit(9), 2);
  EXPECT_EQ(crossings_lower_limit(19), 6);
  EXPECT_EQ(crossings_lower_limit(23), 8);
  EXPECT_EQ(crossings_lower_limit(99), 41);
  EXPECT_EQ(crossings_lower_limit(0), 0);
}

TEST(RunRules, a_point_on_the_line_is_not_useful) {
  const std::vector<std::optional<double>> values = {0.5, 0.5, std::nullopt, 0.6, 0.4};
  EXPECT_EQ(runs_verdict(values, 0.5).useful, 2);
  EXPECT_EQ(runs_verdict({}, 0.5).longest_run, 0);
}

TEST(RunRules, do_not_care_which_way_time_runs) {
  EXPECT_TRUE(rc::check("reversing a series changes neither run nor crossings", [] {
    const auto raw = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 5));
    std::vector<std::optional<double>> values(raw.begin(), raw.end());
    const RunsVerdict forth = runs_verdict(values, 2.0);
    std::ranges::reverse(values);
    const RunsVerdict back = runs_verdict(values, 2.0);
    RC_ASSERT(forth.longest_run == back.longest_run);
    RC_ASSERT(forth.crossings == back.crossings);
    RC_ASSERT(forth.longest_run <= forth.useful);
  }));
}

}  // namespace alongside::statistics
