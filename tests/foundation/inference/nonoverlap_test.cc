// SPDX-License-Identifier: Apache-2.0
// Published pairs of phases, and what holds for any.
#include "foundation/inference/nonoverlap.h"

#include <gtest/gtest.h>

#include <vector>

#include "foundation/base/random.h"

namespace alongside::inference {

TEST(Nonoverlap, of_parker_vannest_and_davis) {
  // Parker, Vannest & Davis 2011: 38.5 of 42 pairs, PND 5/7.
  const std::vector<double> a = {20, 20, 26, 25, 22, 23};
  const std::vector<double> b = {28, 25, 24, 27, 30, 30, 29};
  const auto found = nonoverlap(a, b, Direction::increase);
  EXPECT_NEAR(found.nap, 38.5 / 42, 1e-15);
  EXPECT_NEAR(found.tau, 35.0 / 42, 1e-15);
  EXPECT_NEAR(found.pnd, 5.0 / 7, 1e-15);
}

TEST(Nonoverlap, of_tarlow_a_trend_explains_everything) {
  const auto found = nonoverlap(std::vector<double>{1, 2, 3, 4, 5},
                                std::vector<double>{6, 7, 8, 9, 10}, Direction::increase);
  EXPECT_EQ(found.tau, 1);
  EXPECT_NEAR(found.tau_u, 0.6, 1e-15);
  EXPECT_EQ(found.tau_corrected, 0);
}

TEST(Nonoverlap, turning_the_scale_round_turns_only_the_slope) {
  SeededRandomness chance(5);
  for (int run = 0; run < 50; ++run) {
    std::vector<double> a, b, minus_a, minus_b;
    for (int i = 0; i < 8; ++i) {
      a.push_back(static_cast<double>(chance.below(12)));
      b.push_back(static_cast<double>(chance.below(15)));
      minus_a.push_back(-a.back());
      minus_b.push_back(-b.back());
    }
    const auto up = nonoverlap(a, b, Direction::increase);
    const auto down = nonoverlap(minus_a, minus_b, Direction::decrease);
    EXPECT_EQ(up.nap, down.nap);
    EXPECT_EQ(up.tau_corrected, down.tau_corrected);
    EXPECT_EQ(up.slope, -down.slope);
    EXPECT_LE(*up.nap_low95, up.nap);
    EXPECT_GE(*up.nap_high95, up.nap);
    const auto other_way = nonoverlap(a, b, Direction::decrease);
    EXPECT_NEAR(up.nap + other_way.nap, 1, 1e-15);
  }
}

}  // namespace alongside::inference
