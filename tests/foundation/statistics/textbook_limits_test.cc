// SPDX-License-Identifier: Apache-2.0
// Estimators of sigma beside each other; Montgomery's tables stand among the reference cases.
#include "foundation/statistics/textbook_limits.h"

#include <gtest/gtest.h>

#include <cmath>

#include "foundation/statistics/constants.h"

namespace alongside::statistics {
namespace {

std::vector<Observation> groups(const std::vector<std::vector<double>>& values) {
  std::vector<Observation> made;
  Grouping grouping;
  for (const auto& group : values)
    made.push_back(
        grouping.group({std::vector<double>(group.size(), 1), group, {}}, Together::mean)[0]);
  return made;
}

}  // namespace

TEST(TextbookLimits, estimate_sigma_in_four_ways) {
  const auto series = groups({{1, 3}, {2, 6}, {5, 5}});
  const auto sigma = [&](SigmaEstimate estimate) {
    TextbookOptions options;
    options.kind = TextbookKind::xbar;
    options.estimate = estimate;
    TextbookChart chart;
    textbook_chart(series, options, chart);
    return chart.sigma;
  };
  EXPECT_DOUBLE_EQ(sigma(SigmaEstimate::mean_range), 2 / 1.128);
  EXPECT_NEAR(sigma(SigmaEstimate::mean_spread), 2 / std::sqrt(2) / c4(2), 1e-12);
  EXPECT_NEAR(sigma(SigmaEstimate::least_variance), sigma(SigmaEstimate::mean_spread), 1e-12);
  EXPECT_NEAR(sigma(SigmaEstimate::pooled), std::sqrt(10.0 / 3) / c4(4), 1e-12);
}

TEST(TextbookLimits, of_counts_by_probability_are_whole_counts) {
  std::vector<Observation> series(10);
  for (Observation& at : series) {
    at.value = 0.2;
    at.size = 50;
    at.rows = 1;
  }
  TextbookOptions options;
  options.kind = TextbookKind::np;
  options.confidence = 0.9973;
  TextbookChart chart;
  textbook_chart(series, options, chart);
  EXPECT_EQ(chart.points[0].lower, std::floor(chart.points[0].lower));
  EXPECT_EQ(chart.points[0].centre, 10);
}

TEST(TextbookLimits, take_nothing_and_one) {
  TextbookChart chart;
  textbook_chart({}, {}, chart);
  EXPECT_TRUE(chart.points.empty());
  std::vector<Observation> one(1);
  one[0].value = 3;
  textbook_chart(one, {}, chart);
  EXPECT_TRUE(is_missing(chart.points[0].upper));
}

}  // namespace alongside::statistics
