// SPDX-License-Identifier: Apache-2.0
// Chances of being the highest: symmetry, closed forms, and values that are the same.
#include "foundation/inference/best_of.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace alongside::inference {
namespace {

std::vector<std::vector<double>> alone(std::size_t size) {
  std::vector<std::vector<double>> identity(size, std::vector<double>(size, 0));
  for (std::size_t i = 0; i < size; ++i) identity[i][i] = 1;
  return identity;
}

}  // namespace

TEST(BestOf, equals_share_the_chance) {
  for (const std::size_t count : {2U, 3U, 5U, 8U})
    for (const double chance : chance_of_highest(std::vector<double>(count, 0.7), alone(count)))
      EXPECT_NEAR(chance, 1.0 / static_cast<double>(count), 2e-4);
}

TEST(BestOf, two_correlated_coordinates_have_the_chance_of_sheppard) {
  // P(x > 0, y > 0) = 1/4 + asin(ρ)/2π (Sheppard 1899).
  for (const double rho : {-0.9, -0.3, 0.0, 0.5, 0.95}) {
    const double chance = chance_all_positive({0, 0}, {{1, rho}, {rho, 1}});
    EXPECT_NEAR(chance, 0.25 + std::asin(rho) / (2 * std::numbers::pi), 1e-5) << rho;
  }
}

TEST(BestOf, chances_sum_to_one) {
  const std::vector<std::vector<double>> covariance = {
      {0.05, 0.01, 0, 0.02}, {0.01, 0.04, 0.01, 0}, {0, 0.01, 0.03, 0.01}, {0.02, 0, 0.01, 0.06}};
  double sum = 0;
  for (const double chance : chance_of_highest({0.3, 0.25, 0.1, 0.35}, covariance)) sum += chance;
  EXPECT_NEAR(sum, 1, 1e-4);
}

TEST(BestOf, values_that_are_one_share_and_certain_ones_decide) {
  const auto same = chance_of_highest({1, 1, 0}, {{0.1, 0.1, 0}, {0.1, 0.1, 0}, {0, 0, 0.1}});
  EXPECT_NEAR(same[0], same[1], 1e-12);
  EXPECT_NEAR(same[0] + same[1] + same[2], 1, 1e-4);
  const auto certain = chance_of_highest({1, 2}, {{0, 0}, {0, 0}});
  EXPECT_EQ(certain[0], 0);
  EXPECT_EQ(certain[1], 1);
}

}  // namespace alongside::inference
