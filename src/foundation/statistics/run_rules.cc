// SPDX-License-Identifier: Apache-2.0
// Longest run and crossings against their limits.
#include "foundation/statistics/run_rules.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "foundation/statistics/distribution.h"
#include "foundation/statistics/run_chances.h"
#include "foundation/statistics/series.h"

namespace alongside::statistics {
namespace {

constexpr double tie = 1e-14;
constexpr std::size_t tabled = 4096;

/// From trials to trials + 1 the chance of at most k falls by half of the chance of exactly k;
/// 20 times a sum of binomial coefficients never equals a power of two, so rounding decides
/// nothing.
std::array<std::int16_t, tabled + 1> lower_limits() {
  std::array<std::int16_t, tabled + 1> limits{};
  long double exactly = 1;
  long double at_most = 1;
  std::size_t k = 0;
  for (std::size_t trials = 0; trials <= tabled; ++trials) {
    while (at_most < 0.05L) {
      exactly *= static_cast<long double>(trials - k) / static_cast<long double>(k + 1);
      at_most += exactly;
      ++k;
    }
    limits[trials] = static_cast<std::int16_t>(k);
    at_most -= exactly / 2;
    exactly *= static_cast<long double>(trials + 1) / static_cast<long double>(trials + 1 - k) / 2;
  }
  return limits;
}

void judge_by_box(RunsVerdict& verdict, RunsMethod method) {
  const RunBox& box = ordinary_box(static_cast<int>(verdict.useful));
  verdict.run_signal = verdict.longest_run > box.longest_max;
  verdict.crossings_signal = verdict.crossings < box.crossings_min;
  verdict.signal = verdict.run_signal || verdict.crossings_signal;
  if (method == RunsMethod::best_box) return;
  if (verdict.longest_run == box.longest_max && verdict.crossings < box.crossings_at_longest)
    verdict.signal = true;
  if (verdict.crossings == box.crossings_min && verdict.longest_run > box.longest_at_crossings)
    verdict.signal = true;
}

}  // namespace

int side_of(double value, double centre) {
  if (is_missing(value) || is_missing(centre)) return 0;
  const double distance = value - centre;
  if (std::abs(distance) <= tie * std::max(std::abs(value), std::abs(centre))) return 0;
  return distance > 0 ? 1 : -1;
}

std::int64_t crossings_lower_limit(std::int64_t trials) {
  static const auto limits = lower_limits();
  if (trials <= 0) return 0;
  if (trials <= static_cast<std::int64_t>(tabled)) return limits[static_cast<std::size_t>(trials)];
  return binomial_quantile(0.05, trials, 0.5);
}

void RunsCount::add(double value, double centre) {
  ++index_;
  const int side = side_of(value, centre);
  if (side == 0) return;
  ++counted_.useful;
  if (side == side_before_) {
    ++run_;
  } else {
    if (side_before_ != 0) ++counted_.crossings;
    run_ = 1;
    begins_ = index_;
    side_before_ = side;
  }
  if (run_ > counted_.longest_run) {
    counted_.longest_run = run_;
    counted_.run_begins = begins_;
    counted_.run_ends = index_;
  }
}

RunsVerdict RunsCount::verdict(RunsMethod method) const {
  RunsVerdict verdict = counted_;
  if (verdict.useful == 0) return verdict;
  verdict.longest_run_max =
      static_cast<std::int64_t>(std::nearbyint(std::log2(static_cast<double>(verdict.useful)))) + 3;
  verdict.crossings_min = crossings_lower_limit(verdict.useful - 1);
  verdict.run_signal = verdict.longest_run > verdict.longest_run_max;
  verdict.crossings_signal = verdict.crossings < verdict.crossings_min;
  verdict.signal = verdict.run_signal || verdict.crossings_signal;
  if (method != RunsMethod::anhoej && verdict.useful >= box_points_min &&
      verdict.useful <= box_points_max)
    judge_by_box(verdict, method);
  return verdict;
}

RunsVerdict runs_verdict(std::span<const std::optional<double>> values, double centre) {
  RunsCount count;
  for (const auto& value : values) count.add(value.value_or(missing), centre);
  return count.verdict();
}

}  // namespace alongside::statistics
