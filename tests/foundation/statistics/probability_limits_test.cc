// SPDX-License-Identifier: Apache-2.0
// Limits that a stable series crosses seldom, whatever its distribution.
#include "foundation/statistics/probability_limits.h"

#include <gtest/gtest.h>

#include <cmath>

#include "foundation/statistics/distribution.h"

namespace alongside::statistics {
namespace {

ChartPoint point_of(ChartKind kind, double value, double size) {
  std::vector<Observation> series(20);
  for (Observation& at : series) {
    at.value = value;
    at.size = size;
    at.rows = 1;
  }
  ChartOptions options;
  options.kind = kind;
  options.limits = Limits::probability;
  ChartMaker maker;
  return maker.make(series, options).points[0];
}

}  // namespace

TEST(ProbabilityLimits, of_g_leave_a_thousandth_on_each_side) {
  const double mean = 100;
  const ChartPoint point = point_of(ChartKind::g, mean, missing);
  const double q = mean / (mean + 1);
  EXPECT_LE(std::pow(q, point.upper + 1), tail_share);
  EXPECT_GT(std::pow(q, point.upper), tail_share);
  EXPECT_EQ(point.centre, 69);
  EXPECT_EQ(point.lower, 0);
  // From a mean of 740 on the lower limit says something; three sigma never do.
  EXPECT_GE(point_of(ChartKind::g, 2000, missing).lower, 1);
}

TEST(ProbabilityLimits, of_t_are_exponential) {
  const ChartPoint point = point_of(ChartKind::t, 10, missing);
  EXPECT_NEAR(point.upper, 66.077, 1e-3);
  EXPECT_NEAR(point.lower, 0.01351, 1e-5);
  EXPECT_NEAR(point.centre, 6.931, 1e-3);
}

TEST(ProbabilityLimits, of_counts_are_counts) {
  const ChartPoint c = point_of(ChartKind::c, 4, missing);
  EXPECT_EQ(c.upper, static_cast<double>(poisson_quantile(1 - tail_share, 4)));
  const ChartPoint p = point_of(ChartKind::p, 0.1, 50);
  EXPECT_NEAR(p.upper * 50, std::round(p.upper * 50), 1e-9);
  EXPECT_GT(p.upper, 0.1);
}

TEST(ProbabilityLimits, leave_other_kinds_alone) {
  const ChartPoint point = point_of(ChartKind::i, 5, missing);
  EXPECT_EQ(point.upper, 5);
}

}  // namespace alongside::statistics
