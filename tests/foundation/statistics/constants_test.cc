// SPDX-License-Identifier: Apache-2.0
// Equal to Montgomery, Introduction to Statistical Quality Control, Appendix VI.
#include "foundation/statistics/constants.h"

#include <gtest/gtest.h>

#include <cmath>

namespace alongside::statistics {

TEST(Constants, equal_the_printed_table) {
  EXPECT_NEAR(c4(2), 0.7979, 5e-5);
  EXPECT_NEAR(c4(5), 0.9400, 5e-5);
  EXPECT_NEAR(c4(25), 0.9896, 5e-5);
  EXPECT_NEAR(a3(5), 1.427, 5e-4);
  EXPECT_NEAR(a3(10), 0.975, 5e-4);
  EXPECT_EQ(b_lower(5, 3), 0);
  EXPECT_NEAR(b_lower(6, 3), 0.030, 5e-4);
  EXPECT_NEAR(b_upper(5, 3), 2.089, 5e-4);
  EXPECT_NEAR(d3(5), 0.864, 5e-4);
  EXPECT_NEAR(d3(2), 0.853, 6e-4);
  for (int n = 2; n <= 25; ++n) EXPECT_NEAR(d2(n), d2_printed(n), 6e-4) << n;
}

TEST(Constants, equal_their_closed_forms) {
  EXPECT_NEAR(d2(2), 2 / std::sqrt(M_PI), 1e-12);
  EXPECT_NEAR(d2(3), 3 / std::sqrt(M_PI), 1e-12);
  EXPECT_NEAR(d3(2), std::sqrt(2 - 4 / M_PI), 1e-9);
}

TEST(Constants, stay_right_for_large_groups) {
  EXPECT_NEAR(c4(1e5), c4(1e5 + 1), 1e-9);
  EXPECT_NEAR(c4(1e6), 1 - 1 / (4e6 - 3), 1e-12);
  EXPECT_LT(c4(1e9), 1);
  for (const int n : {2, 7, 25}) EXPECT_NEAR(d3_by_integration(n), d3(n), 1e-6) << n;
  EXPECT_NEAR(d3(26), 0.7051, 5e-4);
}

}  // namespace alongside::statistics
