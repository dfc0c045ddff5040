// SPDX-License-Identifier: Apache-2.0
// Sums that remember, by hand and by property; published series stand among the reference cases.
#include "foundation/statistics/cumulative.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cmath>

namespace alongside::statistics {

TEST(Cumulative, cusum_adds_up_what_exceeds_the_slack) {
  Cusum found;
  cusum(std::vector<double>{1, 1, -3, 0}, {0.0, 1.0, 0.9, 1, 0}, found);
  EXPECT_EQ(found.up, (std::vector<double>{0.5, 1, 0, 0}));
  EXPECT_EQ(found.down, (std::vector<double>{0, 0, -2.5, -2}));
  EXPECT_TRUE(found.signal_up[1]);
  EXPECT_FALSE(found.signal_up[0]);
  EXPECT_TRUE(found.signal_down[2]);
}

TEST(Cumulative, cusum_of_the_mirror_is_the_mirror) {
  EXPECT_TRUE(rc::check("turning all values round swaps up and down", [] {
    auto raw = *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(-9, 9)));
    std::vector<double> values(raw.begin(), raw.end());
    Cusum forth;
    cusum(values, {0.0, 2.0, 4, 1, 0}, forth);
    for (double& value : values) value = -value;
    Cusum back;
    cusum(values, {0.0, 2.0, 4, 1, 0}, back);
    for (std::size_t i = 0; i < values.size(); ++i)
      RC_ASSERT(std::abs(forth.up[i] + back.down[i]) < 1e-12);
  }));
}

TEST(Cumulative, ewma_with_lambda_one_is_the_series) {
  Ewma found;
  ewma(std::vector<double>{3, 1, 2}, {2.0, 1.0, 1, 3}, found);
  EXPECT_EQ(found.mean, (std::vector<double>{3, 1, 2}));
  EXPECT_DOUBLE_EQ(found.upper[2], 5);
}

TEST(Cumulative, a_case_sum_begins_anew_at_its_limit) {
  CaseSums found;
  bernoulli_cusum(std::vector<double>(12, 1), 0.1, 2, 1.5, found);
  EXPECT_NEAR(found.risk_up, 0.2 / 1.1, 1e-12);
  int signals = 0;
  for (std::size_t i = 0; i < found.up.size(); ++i) {
    EXPECT_LT(found.up[i], 1.5);
    signals += found.signal_up[i];
    if (found.signal_up[i]) {
      EXPECT_EQ(found.up[i], 0);
    }
  }
  EXPECT_EQ(signals, 12 * 1 / 3);
}

TEST(Cumulative, risk_adjusted_vlad_counts_lives_above_expectation) {
  CaseSums found;
  risk_adjusted_cusum(std::vector<double>{0, 1, 0}, std::vector<double>{0.1, 0.2, 0.3}, 2, 4.5,
                      AfterSignal::restart, found);
  EXPECT_NEAR(found.vlad[2], 0.6 - 1, 1e-12);
  EXPECT_NEAR(found.up[1], std::log(2) - std::log(1.2), 1e-12);
}

TEST(Cumulative, a_restarted_sum_shows_its_height_once) {
  CaseSums on;
  CaseSums restarted;
  const std::vector<double> deaths(10, 1);
  const std::vector<double> risks(10, 0.1);
  risk_adjusted_cusum(deaths, risks, 2, 1, AfterSignal::go_on, on);
  risk_adjusted_cusum(deaths, risks, 2, 1, AfterSignal::restart, restarted);
  EXPECT_NEAR(on.up[9], 10 * (std::log(2) - std::log(1.1)), 1e-9);
  EXPECT_GE(restarted.up[1], 1);
  EXPECT_LT(restarted.up[2], 1);
}

}  // namespace alongside::statistics
