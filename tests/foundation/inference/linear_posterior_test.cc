// SPDX-License-Identifier: Apache-2.0
// The posterior against the same model written out row by row, and its slope against differences.
#include "foundation/inference/linear_posterior.h"

#include <gtest/gtest.h>

#include <cmath>

namespace alongside::inference {
namespace {

LinearSums two_people() {
  LinearSummer summer(2, {1, 1});
  const std::vector<Cell> level = {{0, 1}};
  const std::vector<Cell> treated = {{0, 1}, {1, 1}};
  summer.row(level, 1);
  summer.row(treated, 2);
  summer.end_of_person();
  summer.row(treated, 4);
  summer.end_of_person();
  return summer.sums();
}

}  // namespace

TEST(LinearPosterior, of_one_mean_is_the_textbook_answer) {
  // Normal mean with known variance (Gelman et al. 2013, 2.10): prior N(1, 2²), three values of
  // mean 5 and variance 3² each.
  LinearSummer summer(1, {1, 1});
  for (const double y : {4.0, 5.0, 6.0}) {
    const Cell one{0, 1};
    summer.row(std::span(&one, 1), y);
    summer.end_of_person();
  }
  const auto posterior = posterior_of(summer.sums(), {{1, 2, false}}, {3, 0}).value();
  const double precision = 1.0 / 4 + 3.0 / 9;
  EXPECT_NEAR(posterior.mean[0], (1.0 / 4 + 15.0 / 9) / precision, 1e-14);
  EXPECT_NEAR(posterior.variance(0), 1 / precision, 1e-14);
}

TEST(LinearPosterior, has_the_marginal_likelihood_of_its_rows) {
  // y ~ N(Xm, X S X' + τ² (same person) + σ² I), worked out by hand for three rows.
  const auto posterior = posterior_of(two_people(), {{0, 1, false}, {0, 1, false}}, {1, 1}).value();
  // Covariances: 1 + 1 + 1, 2 + 1 + 1, 2 + 1 + 1; between rows 1 + 1, 1 and 2.
  const double a = 3, b = 4, c = 4, d = 2, e = 1, f = 2;
  const double determinant = a * (b * c - f * f) - d * (d * c - f * e) + e * (d * f - b * e);
  const double i00 = b * c - f * f, i11 = a * c - e * e, i22 = a * b - d * d;
  const double i01 = -(d * c - f * e), i02 = d * f - b * e, i12 = -(a * f - d * e);
  const double y0 = 1, y1 = 2, y2 = 4;
  const double form = (i00 * y0 * y0 + i11 * y1 * y1 + i22 * y2 * y2 +
                       2 * (i01 * y0 * y1 + i02 * y0 * y2 + i12 * y1 * y2)) /
                      determinant;
  const double log_density =
      -(3 * std::log(2 * std::acos(-1.0)) + std::log(determinant) + form) / 2;
  EXPECT_NEAR(posterior.log_marginal_likelihood, log_density, 1e-12);
}

TEST(LinearPosterior, its_slope_is_what_differences_show) {
  const LinearSums sums = two_people();
  const std::vector<int> blocks = {-1, 0};
  const auto at = [&](double block, double person, double sigma) {
    const std::vector<ColumnPrior> prior = {{0, 1, true}, {0.2, std::exp(block), false}};
    return posterior_of(sums, prior, {std::exp(sigma), std::exp(person)}).value();
  };
  const double x[] = {-0.4, -0.2, 0.1};
  const std::vector<ColumnPrior> prior = {{0, 1, true}, {0.2, std::exp(x[0]), false}};
  const LinearSlope slope =
      slope_of(sums, prior, {std::exp(x[2]), std::exp(x[1])}, at(x[0], x[1], x[2]), blocks, 1);
  constexpr double h = 1e-5;
  const auto difference = [&](double i, double j, double k) {
    return (at(x[0] + i, x[1] + j, x[2] + k).log_marginal_likelihood -
            at(x[0] - i, x[1] - j, x[2] - k).log_marginal_likelihood) /
           (2 * h);
  };
  EXPECT_NEAR(slope.blocks[0], difference(h, 0, 0), 1e-8);
  EXPECT_NEAR(slope.person, difference(0, h, 0), 1e-8);
  EXPECT_NEAR(slope.sigma, difference(0, 0, h), 1e-8);
}

TEST(LinearPosterior, flat_columns_that_cannot_be_told_apart_have_no_answer) {
  LinearSummer summer(2, {1, 1});
  const std::vector<Cell> both = {{0, 1}, {1, 1}};
  summer.row(both, 1);
  summer.end_of_person();
  EXPECT_FALSE(posterior_of(summer.sums(), {{0, 1, true}, {0, 1, true}}, {1, 0}));
}

}  // namespace alongside::inference
