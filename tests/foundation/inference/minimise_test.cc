// SPDX-License-Identifier: Apache-2.0
// Rosenbrock's valley (1960), and what has no bottom.
#include "foundation/inference/minimise.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace alongside::inference {
namespace {

Slope valley(const std::vector<double>& at) {
  const double x = at[0], y = at[1];
  return {100 * (y - x * x) * (y - x * x) + (1 - x) * (1 - x),
          {-400 * x * (y - x * x) - 2 * (1 - x), 200 * (y - x * x)}};
}

}  // namespace

TEST(Minimise, finds_the_bottom_of_a_bent_valley) {
  const Lowest found = minimise(valley, {-1.2, 1}, {1e-9, 2, {}});
  EXPECT_TRUE(found.settled);
  // A value is known to 1e-14, so that its place is known to the root of that, times the valley's
  // condition.
  EXPECT_NEAR(found.at[0], 1, 1e-6);
  EXPECT_NEAR(found.at[1], 1, 1e-6);
  EXPECT_LT(found.value, 1e-13);
}

TEST(Minimise, stays_where_the_surface_is_defined) {
  // x - log x, defined above 0 only; lowest at 1.
  const auto surface = [](const std::vector<double>& at) -> Slope {
    if (at[0] <= 0) return {std::numeric_limits<double>::infinity(), {}};
    return {at[0] - std::log(at[0]), {1 - 1 / at[0]}};
  };
  EXPECT_NEAR(minimise(surface, {5}).at[0], 1, 1e-5);
  EXPECT_FALSE(minimise(surface, {-1}).settled);
}

TEST(Minimise, curvature_is_that_of_the_valley) {
  const auto hessian = curvature(valley, {1, 1});
  EXPECT_NEAR(hessian[0], 802, 1e-3);
  EXPECT_NEAR(hessian[1], -400, 1e-3);
  EXPECT_NEAR(hessian[3], 200, 1e-3);
}

}  // namespace alongside::inference
