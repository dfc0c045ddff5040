// SPDX-License-Identifier: Apache-2.0
// Rows become observations in order of time, and sums keep their digits.
#include "foundation/statistics/series.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>

namespace alongside::statistics {

TEST(Grouping, puts_rows_of_one_time_together) {
  const std::vector<double> x = {2, 1, 2, 1, 3};
  const std::vector<double> y = {5, 1, 7, 3, missing};
  Grouping grouping;
  const auto mean = grouping.group({x, y, {}}, Together::mean);
  ASSERT_EQ(mean.size(), 3U);
  EXPECT_EQ(mean[0].value, 2);
  EXPECT_EQ(mean[1].value, 6);
  EXPECT_EQ(mean[1].range, 2);
  EXPECT_DOUBLE_EQ(mean[1].spread, std::sqrt(2));
  EXPECT_TRUE(is_missing(mean[2].value));
  EXPECT_EQ(mean[2].rows, 0);
  EXPECT_EQ(grouping.first_rows()[0], 1U);
  EXPECT_EQ(grouping.group({x, y, {}}, Together::sum)[1].value, 12);
  EXPECT_EQ(grouping.group({x, y, {}}, Together::median)[0].value, 2);
}

TEST(Grouping, divides_sums_and_leaves_zero_denominators_missing) {
  const std::vector<double> x = {1, 1, 2, 3};
  const std::vector<double> y = {1, 2, 3, 4};
  const std::vector<double> n = {10, 20, 0, missing};
  Grouping grouping;
  const auto found = grouping.group({x, y, n}, Together::mean);
  EXPECT_DOUBLE_EQ(found[0].value, 0.1);
  EXPECT_EQ(found[0].size, 30);
  EXPECT_TRUE(is_missing(found[1].value));
  EXPECT_TRUE(grouping.zero_denominators());
  EXPECT_TRUE(is_missing(found[2].value));
}

TEST(Grouping, does_not_care_in_which_order_rows_come) {
  EXPECT_TRUE(rc::check("any order of rows gives the same observations", [] {
    auto rows = *rc::gen::container<std::vector<std::pair<int, int>>>(
        rc::gen::pair(rc::gen::inRange(0, 5), rc::gen::inRange(-100, 100)));
    const auto observed = [&] {
      std::vector<double> x, y;
      for (const auto& [time, value] : rows) {
        x.push_back(time);
        y.push_back(value);
      }
      Grouping grouping;
      std::vector<double> values;
      for (const Observation& at : grouping.group({x, y, {}}, Together::median))
        values.push_back(at.value);
      return values;
    };
    const auto forth = observed();
    std::ranges::reverse(rows);
    RC_ASSERT(forth == observed());
  }));
}

TEST(CarefulSum, keeps_what_a_plain_sum_loses) {
  CarefulSum sum;
  for (const double value : {1e16, 1.0, -1e16}) sum.add(value);
  EXPECT_EQ(sum.value(), 1);
  const std::vector<double> far = {1e9 + 1, 1e9 + 2, 1e9 + 3};
  EXPECT_EQ(mean_of(far), 1e9 + 2);
  EXPECT_DOUBLE_EQ(spread_of(far), 1);
}

}  // namespace alongside::statistics
