// SPDX-License-Identifier: Apache-2.0
// Screening leaves out the large ranges once, and never the whole spread.
#include "foundation/statistics/moving_range.h"

#include <gtest/gtest.h>

namespace alongside::statistics {

TEST(MovingRange, is_the_mean_without_the_large_ones) {
  const std::vector<double> ranges = {1, 1, 1, 1, 1, 1, 1, 1, 1, 11};
  EXPECT_EQ(mean_range(ranges, 0, 3.267).value, 2);
  const MeanRange screened = mean_range(ranges, 1, 3.267);
  EXPECT_EQ(screened.value, 1);
  EXPECT_EQ(screened.dropped, 1);
  EXPECT_EQ(screened.ranges, 9);
}

TEST(MovingRange, screens_again_only_when_asked) {
  const std::vector<double> ranges = {1, 1, 1, 1, 1, 1, 1, 1, 8, 40};
  EXPECT_EQ(mean_range(ranges, 1, 3.267).dropped, 1);
  EXPECT_EQ(mean_range(ranges, 9, 3.267).dropped, 2);
}

TEST(MovingRange, keeps_the_spread_of_a_sparse_series) {
  const std::vector<double> ranges = {0, 0, 0, 0, 0, 0, 0, 5, 5, 0, 0, 0};
  const MeanRange found = mean_range(ranges, 1, 3.267);
  EXPECT_TRUE(found.skipped);
  EXPECT_EQ(found.dropped, 0);
  EXPECT_DOUBLE_EQ(found.value, 10.0 / 12);
  EXPECT_TRUE(is_missing(mean_range({}, 1, 3.267).value));
}

}  // namespace alongside::statistics
