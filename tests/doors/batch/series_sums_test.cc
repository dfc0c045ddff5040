// SPDX-License-Identifier: Apache-2.0
// Sums by their requests: what is left out is estimated, what is missing leaves them as they were.
#include <gtest/gtest.h>

#include "answered.h"

namespace alongside::batch {
TEST(SeriesSums, a_baseline_without_events_has_no_risk) {
  const auto chart = answer(R"("family":"bchart","inputs":{"y":[0,0,0,1]},"options":{"target":3})");
  EXPECT_EQ(chart.at("/error/code")->text, "risk_out_of_range");
}

TEST(SeriesSums, a_missing_value_leaves_them_as_they_were) {
  const auto chart = answer(
      R"("family":"cusum","chart":"cusum","inputs":{"y":[2,null,0]},"options":{"center":0,"std_dev":1})");
  EXPECT_EQ(chart.at("/points/pos/0")->number(), 1.5);
  EXPECT_EQ(chart.at("/points/pos/1")->number(), 1.5);
  EXPECT_EQ(chart.at("/points/pos/2")->number(), 1);
}

}  // namespace alongside::batch
