// SPDX-License-Identifier: Apache-2.0
// Averaging over standard deviations: against a fine sum, and surer of less.
#include "foundation/inference/variance_average.h"

#include <gtest/gtest.h>

#include <cmath>

namespace alongside::inference {
namespace {

LinearSums three_sites() {
  LinearSummer summer(4, {1, 1});
  const double values[3][4] = {{1.2, 0.4, 0.9, 1.5}, {0.1, -0.6, 0.3, 0.2}, {0.8, 1.9, 0.7, 1.1}};
  for (std::size_t site = 0; site < 3; ++site)
    for (const double y : values[site]) {
      const std::vector<Cell> cells = {{0, 1}, {1 + site, 1}};
      summer.row(cells, y);
      summer.end_of_person();
    }
  return summer.sums();
}

VarianceModel model_of(const LinearSums& sums) {
  VarianceModel model{sums, {{0, 1, false}}, {-1, 0, 0, 0}, {0.6, 0}, {}};
  for (int i = 0; i < 3; ++i) model.prior.push_back({0, 1, false});
  model.unknown = {{UnknownSd::Of::block, 0, 0.3, 0.5, {}, {}}};
  return model;
}

}  // namespace

TEST(VarianceAverage, equals_a_fine_sum_over_one_standard_deviation) {
  const LinearSums sums = three_sites();
  const VarianceModel model = model_of(sums);
  const auto averaged = average_over_variances(model).value();
  double evidence = 0, mean_sd = 0;
  constexpr double step = 0.001;
  for (double log_s = -9 + step / 2; log_s < 4; log_s += step) {
    const double mass = std::exp(-objective_of(model)({log_s}).value) * step;
    evidence += mass;
    mean_sd += mass * std::exp(log_s);
  }
  EXPECT_NEAR(averaged.log_evidence, std::log(evidence), 0.005);
  double sd = 0, share = 0;
  for (const auto& point : averaged.points) {
    sd += point.share * point.sds[0];
    share += point.share;
  }
  EXPECT_NEAR(share, 1, 1e-12);
  EXPECT_NEAR(sd, mean_sd / evidence, 0.01 * sd);
}

TEST(VarianceAverage, a_sharp_standard_deviation_is_not_missed_between_nodes) {
  LinearSummer summer(1, {1, 1});
  for (int row = 0; row < 600; ++row) {
    const Cell one{0, 1};
    summer.row(std::span(&one, 1), 0.2 + (row * 37 % 101 - 50) / 40.0);
    summer.end_of_person();
  }
  const LinearSums sums = summer.sums();
  VarianceModel model{sums, {{0, 1, false}}, {-1}, {1, 0}, {}};
  model.unknown = {{UnknownSd::Of::sigma, -1, 1, {}, 0, 0.5}};
  const auto averaged = average_over_variances(model).value();
  const double mode = std::log(estimate_variances(model)->sds[0]);
  const double top = -objective_of(model)({mode}).value;
  double evidence = 0;
  constexpr double step = 0.0005;
  for (double log_s = mode - 0.4; log_s < mode + 0.4; log_s += step)
    evidence += std::exp(-objective_of(model)({log_s}).value - top) * step;
  EXPECT_NEAR(averaged.log_evidence, top + std::log(evidence), 1e-4);
}

TEST(VarianceAverage, four_unknowns_go_by_the_composite_design) {
  const LinearSums sums = three_sites();
  VarianceModel model = model_of(sums);
  model.block_of = {-1, 0, 1, 2};
  model.unknown = {};
  for (int block = 0; block < 3; ++block)
    model.unknown.push_back({UnknownSd::Of::block, block, 0.3, 0.5, {}, {}});
  VarianceModel more = model;
  more.unknown.push_back({UnknownSd::Of::sigma, -1, 0.6, {}, -0.5, 0.3});
  const auto three = average_over_variances(model).value();
  const auto four = average_over_variances(more).value();
  EXPECT_EQ(four.points.size(), 1U + 8U + 16U);
  double mean_three = 0, mean_four = 0;
  for (const auto& point : three.points) mean_three += point.share * point.posterior.mean[0];
  for (const auto& point : four.points) mean_four += point.share * point.posterior.mean[0];
  EXPECT_NEAR(mean_three, mean_four, 0.05);
}

}  // namespace alongside::inference
