// SPDX-License-Identifier: Apache-2.0
// The generator makes the same people everywhere, and its sums are exact.
#include "learning/simulated_network.h"

#include <gtest/gtest.h>

namespace alongside::learning {

TEST(SimulatedNetwork, is_the_same_every_time_and_exact) {
  const SimulatedNetwork network{500, 7, 4, 3, 2};
  const auto one = simulated(network);
  const auto other = simulated(network);
  EXPECT_EQ(one.sums.xx, other.sums.xx);
  EXPECT_TRUE(one.sums.exact());
  EXPECT_EQ(one.columns.size(), 4U + 3U + 4U + 8U + 4U + 2U);
  std::int64_t persons = 0;
  for (const auto& [rows, pattern] : one.sums.patterns) persons += pattern.persons;
  EXPECT_EQ(persons, 500);
}

TEST(SimulatedNetwork, its_first_draws_are_those_of_park_and_miller) {
  // From 1 the ten thousandth draw is 1043618065 (Park & Miller 1988).
  std::int64_t x = 1;
  for (int i = 0; i < 10'000; ++i) x = 16'807 * x % 2'147'483'647;
  EXPECT_EQ(x, 1'043'618'065);
}

}  // namespace alongside::learning
