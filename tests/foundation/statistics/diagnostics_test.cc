// SPDX-License-Identifier: Apache-2.0
// Each warning where it belongs, and none where all is well.
#include "foundation/statistics/diagnostics.h"

#include <gtest/gtest.h>

#include <cmath>

namespace alongside::statistics {
namespace {

Diagnosis of(const std::vector<double>& values, ChartKind kind = ChartKind::i,
             double size = missing) {
  std::vector<Observation> series(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    series[i].value = values[i];
    series[i].size = size;
    series[i].rows = 1;
  }
  ChartOptions options;
  options.kind = kind;
  ChartMaker maker;
  return diagnose(series, options, maker.make(series, options));
}

/// Numbers that wander without memory: a low-discrepancy walk around ten.
std::vector<double> restless(int n) {
  std::vector<double> values;
  for (int i = 0; i < n; ++i) values.push_back(10 + std::fmod(i * 0.754877666, 1.0) * 4);
  return values;
}

}  // namespace

TEST(Diagnostics, are_silent_about_an_ordinary_series) {
  const auto found = of(restless(30));
  for (std::size_t i = 0; i < chart_warnings; ++i)
    if (static_cast<ChartWarning>(i) != ChartWarning::autocorrelation) {
      EXPECT_FALSE(found.warnings.has(static_cast<ChartWarning>(i)))
          << code_of(static_cast<ChartWarning>(i));
    }
}

TEST(Diagnostics, hear_a_series_that_remembers) {
  std::vector<double> slow;
  for (int i = 0; i < 40; ++i) slow.push_back(std::sin(i / 5.0));
  const auto found = of(slow);
  EXPECT_TRUE(found.warnings.has(ChartWarning::autocorrelation));
  EXPECT_GT(found.autocorrelation, 0.8);
  EXPECT_TRUE(is_missing(of(restless(8)).autocorrelation));
}

TEST(Diagnostics, tell_what_is_short_flat_or_sparse) {
  EXPECT_TRUE(of(restless(11)).warnings.has(ChartWarning::trial_limits));
  EXPECT_TRUE(of(restless(5)).warnings.has(ChartWarning::few_useful_points));
  EXPECT_TRUE(of(std::vector<double>(20, 7)).warnings.has(ChartWarning::zero_variation));
  std::vector<double> rare(20, 0);
  rare[3] = rare[9] = rare[15] = 1;
  EXPECT_TRUE(of(rare, ChartKind::c).warnings.has(ChartWarning::sparse_counts));
  EXPECT_TRUE(of({1}).warnings.has(ChartWarning::no_baseline));
}

TEST(Diagnostics, tell_shares_that_vary_more_than_chance) {
  std::vector<double> shares;
  for (int i = 0; i < 24; ++i) shares.push_back(i % 2 == 0 ? 0.3 : 0.5);
  EXPECT_TRUE(of(shares, ChartKind::p, 1000).warnings.has(ChartWarning::overdispersion));
  EXPECT_FALSE(of(shares, ChartKind::pp, 1000).warnings.has(ChartWarning::overdispersion));
  EXPECT_GT(of(shares, ChartKind::p, 1000).sigma_z, 5);
}

TEST(Diagnostics, tell_a_zero_denominator) {
  std::vector<Observation> series(14);
  for (Observation& at : series) {
    at.size = 10;
    at.value = 0.3;
  }
  series[4].size = 0;
  series[4].value = missing;
  ChartOptions options;
  options.kind = ChartKind::p;
  ChartMaker maker;
  EXPECT_TRUE(diagnose(series, options, maker.make(series, options))
                  .warnings.has(ChartWarning::zero_denominator));
}

TEST(Diagnostics, the_phase_furthest_from_chance_speaks) {
  std::vector<Observation> series(40);
  for (std::size_t i = 0; i < 40; ++i) {
    series[i].size = 100;
    // Hardly any spread first, then what chance gives.
    series[i].value = i < 20 ? 0.5 + 0.005 * (i % 2 == 0 ? 1 : -1)
                             : 0.5 + 0.05 * std::sin(static_cast<double>(i * i));
  }
  const std::vector<std::size_t> starts = {20};
  ChartOptions options;
  options.kind = ChartKind::p;
  options.phase_starts = starts;
  ChartMaker maker;
  const auto found = diagnose(series, options, maker.make(series, options));
  EXPECT_TRUE(found.warnings.has(ChartWarning::overdispersion));
  EXPECT_LT(found.sigma_z, 1);
}

TEST(Diagnostics, a_series_with_points_outside_is_not_all_alike) {
  std::vector<double> values(20, 5);
  values[3] = 50;
  values[4] = 51;
  EXPECT_FALSE(of(values).warnings.has(ChartWarning::zero_variation));
  EXPECT_TRUE(of(std::vector<double>(20, 5)).warnings.has(ChartWarning::zero_variation));
}

TEST(Diagnostics, counts_that_are_no_whole_numbers_are_told) {
  std::vector<double> values = restless(20);
  EXPECT_TRUE(of(values, ChartKind::c).warnings.has(ChartWarning::fractional_counts));
  EXPECT_FALSE(of(values, ChartKind::i).warnings.has(ChartWarning::fractional_counts));
  EXPECT_FALSE(
      of({1.0 / 3, 2.0 / 3, 1}, ChartKind::p, 3).warnings.has(ChartWarning::fractional_counts));
}

}  // namespace alongside::statistics
