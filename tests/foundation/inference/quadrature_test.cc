// SPDX-License-Identifier: Apache-2.0
// Rules are exact for polynomials (Abramowitz & Stegun 1964, tables 25.4 and 25.10).
#include "foundation/inference/quadrature.h"

#include <gtest/gtest.h>

#include <cmath>

namespace alongside::inference {

TEST(Quadrature, legendre_has_the_printed_nodes) {
  const auto nodes = gauss_legendre(5, -1, 1);
  EXPECT_NEAR(nodes[4].at, 0.906179845938664, 1e-14);
  EXPECT_NEAR(nodes[4].weight, 0.236926885056189, 1e-14);
  double sum = 0;
  for (const Node& node : gauss_legendre(7, 1, 3)) sum += node.weight * std::pow(node.at, 13);
  EXPECT_NEAR(sum, (std::pow(3, 14) - 1) / 14, 1e-7);
}

TEST(Quadrature, hermite_knows_the_moments_of_the_normal_distribution) {
  for (const std::size_t count : {5U, 20U, 61U}) {
    double one = 0, fourth = 0, eighth = 0;
    for (const Node& node : gauss_hermite(count)) {
      one += node.weight;
      fourth += node.weight * std::pow(node.at, 4);
      eighth += node.weight * std::pow(node.at, 8);
    }
    EXPECT_NEAR(one, 1, 1e-13);
    EXPECT_NEAR(fourth, 3, 1e-11);
    EXPECT_NEAR(eighth, 105, 1e-9);
  }
}

TEST(Quadrature, weights_far_out_keep_their_digits) {
  // w at the largest of 61 nodes, in logs: n!/(n² He_{n-1}²) is about exp(-x²/2) times its spacing.
  const Node last = gauss_hermite(61).back();
  EXPECT_NEAR(std::log(last.weight), -last.at * last.at / 2, 3);
}

}  // namespace alongside::inference
