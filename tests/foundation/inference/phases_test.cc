// SPDX-License-Identifier: Apache-2.0
// One person's trial: independent days give the t test's numbers; no days leave the prior.
#include "foundation/inference/phases.h"

#include <gtest/gtest.h>

#include <cmath>

#include "foundation/statistics/distribution.h"

namespace alongside::inference {
namespace {

PhaseSeries days(std::uint64_t seed, std::size_t count, double phi, double effect) {
  SeededRandomness chance(seed);
  PhaseSeries series;
  double last = statistics::normal_deviate(chance);
  for (std::size_t i = 0; i < count; ++i) {
    const double phase = (i / 7) % 2 == 0 ? 0 : 1;
    last = phi * last + std::sqrt(1 - phi * phi) * statistics::normal_deviate(chance);
    series.time.push_back(static_cast<double>(i + 1));
    series.phase.push_back(phase);
    series.y.push_back(5 + effect * phase + last);
  }
  return series;
}

}  // namespace

TEST(Phases, no_day_leaves_what_was_believed) {
  const PhasePrior prior{5, 2, 0.3, 0.35, 2};
  PhaseSeries series;
  series.time = {1, 2, 3, 4, 5, 6};
  series.phase = {0, 0, 0, 0, 0, 0};
  series.y = {5, 4, 6, 5, 5, 4};
  const auto posterior = phase_posterior(series, prior);
  EXPECT_NEAR(posterior.effect.mean(), 0.3, 1e-6);
  EXPECT_NEAR(posterior.effect.sd(), 0.35, 1e-6);
}

TEST(Phases, the_interval_is_honest_where_days_resemble_each_other) {
  // 80 % intervals over 120 made-up people of 42 days with phi 0.5 (research/learning.md 6: 87 %).
  int covered = 0;
  for (std::uint64_t seed = 1; seed <= 120; ++seed) {
    const auto posterior =
        phase_posterior(days(seed, 42, 0.5, 0.5), {5, 2, 0.3, std::hypot(0.2, 0.3), 2});
    covered += posterior.effect.quantile(0.1) < 0.5 && 0.5 < posterior.effect.quantile(0.9) ? 1 : 0;
  }
  EXPECT_GE(covered, 91);
  EXPECT_LE(covered, 114);
}

TEST(Phases, moving_and_stretching_the_days_moves_and_stretches_the_fit) {
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    PhaseSeries series = days(seed, 40, 0.4, 1);
    const PhaseFit one = fit_phases(series, true, DayToDay::ar1, Likelihood::restricted).value();
    for (double& y : series.y) y = 10 - 2 * y;
    const PhaseFit other = fit_phases(series, true, DayToDay::ar1, Likelihood::restricted).value();
    EXPECT_NEAR(other.phi, one.phi, 1e-6);
    EXPECT_NEAR(other.coefficient[1], -2 * one.coefficient[1], 1e-6);
    EXPECT_NEAR(other.se[1], 2 * one.se[1], 1e-6);
  }
}

TEST(Phases, gaps_may_have_any_length) {
  PhaseSeries series = days(9, 40, 0.4, 1);
  for (double& time : series.time) time = time * 1.5 + (time > 20 ? 0.25 : 0);
  const PhaseFit fit = fit_phases(series, false, DayToDay::car1, Likelihood::maximum).value();
  EXPECT_GT(fit.phi, 0);
  EXPECT_LT(fit.phi, 1);
  EXPECT_FALSE(fit_phases({{1, 2}, {1, 2}, {0, 1}}, false, DayToDay::ar1, Likelihood::maximum));
}

}  // namespace alongside::inference
