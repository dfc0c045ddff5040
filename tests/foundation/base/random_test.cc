// SPDX-License-Identifier: Apache-2.0
// A seed repeats itself; the machine's chance does not.
#include "foundation/base/random.h"

#include <gtest/gtest.h>

namespace alongside {

TEST(Randomness, the_same_seed_gives_the_same_numbers) {
  SeededRandomness one(5);
  SeededRandomness other(5);
  SeededRandomness third(6);
  EXPECT_EQ(one.number(), other.number());
  EXPECT_NE(one.number(), third.number());
}

TEST(Randomness, stays_below_its_limit_and_reaches_all_of_it) {
  SeededRandomness chance(1);
  bool seen[5] = {};
  for (int i = 0; i < 200; ++i) seen[chance.below(5)] = true;
  for (const bool one : seen) EXPECT_TRUE(one);
}

TEST(Randomness, the_machine_does_not_repeat_itself) {
  SystemRandomness chance;
  EXPECT_NE(chance.number(), chance.number());
}

}  // namespace alongside
