// SPDX-License-Identifier: Apache-2.0
// Equal to printed tables and to R.
#include "foundation/statistics/distribution.h"

#include <gtest/gtest.h>

namespace alongside::statistics {

TEST(Distribution, gives_known_quantiles) {
  EXPECT_NEAR(normal_quantile(0.975), 1.959963984540054, 1e-12);
  EXPECT_NEAR(chi_squared_quantile(0.95, 10), 18.307038053275146, 1e-9);
  EXPECT_EQ(chi_squared_quantile(0.5, 0), 0);
  // R: qbinom(c(.00135, .99865), 50, .1777778), qpois(c(.00135, .99865), 19.17391)
  EXPECT_EQ(binomial_quantile(0.00135, 50, 8.0 / 45), 2);
  EXPECT_EQ(binomial_quantile(0.99865, 50, 8.0 / 45), 18);
  EXPECT_EQ(poisson_quantile(0.00135, 19.17391304347826), 8);
  EXPECT_EQ(poisson_quantile(0.99865, 19.17391304347826), 34);
}

TEST(Distribution, holds_at_the_ends) {
  EXPECT_EQ(binomial_quantile(0.5, 0, 0.5), 0);
  EXPECT_EQ(binomial_quantile(0.5, 7, 0), 0);
  EXPECT_EQ(binomial_quantile(0.5, 7, 1), 7);
  EXPECT_EQ(poisson_quantile(0.99, 0), 0);
}

}  // namespace alongside::statistics
