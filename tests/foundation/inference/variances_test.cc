// SPDX-License-Identifier: Apache-2.0
// Standard deviations: the balanced design has a closed form, and a prior keeps them from 0.
#include "foundation/inference/variances.h"

#include <gtest/gtest.h>

#include <cmath>

#include "foundation/statistics/distribution.h"

namespace alongside::inference {
namespace {

/// `groups` groups of `each` rows; a column for the mean and one for each group.
struct Balanced {
  Balanced(std::uint64_t seed, std::size_t groups, std::size_t each, double between) {
    SeededRandomness chance(seed);
    LinearSummer summer(1 + groups, {1, 1});
    for (std::size_t g = 0; g < groups; ++g) {
      const double level = between * statistics::normal_deviate(chance);
      values.emplace_back();
      for (std::size_t i = 0; i < each; ++i) {
        values.back().push_back(1 + level + statistics::normal_deviate(chance));
        const std::vector<Cell> cells = {{0, 1}, {1 + g, 1}};
        summer.row(cells, values.back().back());
        summer.end_of_person();
      }
    }
    sums = summer.sums();
  }
  VarianceModel model(bool flat) const {
    VarianceModel made{sums, {{0, 1, flat}}, {-1}, {1, 0}, {}};
    for (std::size_t g = 0; g < values.size(); ++g) {
      made.prior.push_back({0, 1, false});
      made.block_of.push_back(0);
    }
    made.unknown = {{UnknownSd::Of::block, 0, 0.5, {}, {}, {}},
                    {UnknownSd::Of::sigma, -1, 1, {}, {}, {}}};
    return made;
  }
  std::vector<std::vector<double>> values;
  LinearSums sums;
};

}  // namespace

TEST(Variances, of_a_balanced_design_are_those_of_analysis_of_variance) {
  // With equal groups REML is the ANOVA estimate where that is not below 0 (Searle, Casella &
  // McCulloch 1992, 3.8).
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    const Balanced design(seed, 12, 6, 0.8);
    double grand = 0, within = 0, between = 0;
    std::vector<double> means;
    for (const auto& group : design.values) {
      double mean = 0;
      for (const double y : group) mean += y / 6;
      for (const double y : group) within += (y - mean) * (y - mean) / (12 * 5);
      means.push_back(mean);
      grand += mean / 12;
    }
    for (const double mean : means) between += 6 * (mean - grand) * (mean - grand) / 11;
    const auto found = estimate_variances(design.model(true)).value();
    EXPECT_NEAR(found.sds[0], std::sqrt(std::max(0.0, (between - within) / 6)), 1e-4) << seed;
    EXPECT_NEAR(found.sds[1], std::sqrt(within), 1e-4) << seed;
    EXPECT_NEAR(found.posterior.mean[0], grand, 1e-6) << seed;
  }
}

TEST(Variances, nothing_between_groups_comes_out_as_nothing_unless_a_prior_knows_better) {
  Balanced design(3, 8, 4, 0);
  for (auto& group : design.values) group.clear();
  LinearSummer summer(9, {1, 1});
  for (std::size_t g = 0; g < 8; ++g)
    for (const double y : {-1.0, 0.0, 1.0, 2.0}) {
      const std::vector<Cell> cells = {{0, 1}, {1 + g, 1}};
      summer.row(cells, y);
      summer.end_of_person();
    }
  design.sums = summer.sums();
  EXPECT_LT(estimate_variances(design.model(true))->sds[0], 0.02);
  auto held = design.model(false);
  held.unknown[0].half_normal_scale = 0.3;
  const double kept = estimate_variances(held)->sds[0];
  EXPECT_GT(kept, 0.02);
  EXPECT_LT(kept, 0.3);
}

TEST(Variances, no_point_of_a_grid_lies_higher_even_where_some_are_zero) {
  for (std::uint64_t seed = 1; seed <= 25; ++seed) {
    const Balanced design(seed, 6, 4, seed % 3 == 0 ? 0 : 0.6);
    auto model = design.model(true);
    // Halves of the groups are blocks of their own, and persons vary too.
    for (std::size_t column = 4; column < model.block_of.size(); ++column)
      model.block_of[column] = 1;
    model.unknown = {{UnknownSd::Of::block, 0, 0.5, {}, {}, {}},
                     {UnknownSd::Of::block, 1, 0.5, {}, {}, {}},
                     {UnknownSd::Of::sigma, -1, 1, {}, {}, {}}};
    const auto found = estimate_variances(model).value();
    const Surface surface = objective_of(model);
    for (double a = -8; a < 2; a += 0.7)
      for (double b = -8; b < 2; b += 0.7)
        for (double s = -1; s < 1; s += 0.2)
          EXPECT_GE(found.objective, -surface({a, b, s}).value - 1e-6) << seed;
  }
}

TEST(Variances, what_came_to_rest_near_zero_is_tried_further_up) {
  for (std::uint64_t seed = 1; seed <= 80; ++seed) {
    const Balanced design(seed, 5, 3, seed % 2 == 0 ? 0.2 : 0.4);
    const auto model = design.model(true);
    const auto found = estimate_variances(model).value();
    const Surface surface = objective_of(model);
    for (double between = -6; between < 1; between += 0.1)
      for (double within = -0.6; within < 0.6; within += 0.05)
        EXPECT_GE(found.objective, -surface({between, within}).value - 1e-6) << seed;
  }
}

TEST(Variances, a_block_without_a_column_keeps_its_prior) {
  const Balanced design(2, 6, 4, 0.5);
  auto model = design.model(false);
  model.unknown.push_back({UnknownSd::Of::block, 1, 0.2, 0.2, {}, {}});
  EXPECT_NEAR(estimate_variances(model)->sds[2], 0.2, 1e-3);
}

TEST(Variances, the_slope_is_zero_where_the_surface_is_lowest) {
  const Balanced design(5, 10, 5, 0.5);
  auto model = design.model(false);
  model.unknown[0].half_normal_scale = 0.4;
  model.unknown[1].log_mean = 0;
  model.unknown[1].log_sd = 0.5;
  const auto found = estimate_variances(model).value();
  const Slope at = objective_of(model)({std::log(found.sds[0]), std::log(found.sds[1])});
  for (const double slope : at.gradient) EXPECT_NEAR(slope, 0, 1e-4);
}

}  // namespace alongside::inference
