// SPDX-License-Identifier: Apache-2.0
// Longest run and crossings against their limits.
#include "foundation/statistics/run_rules.h"

#include <algorithm>
#include <cmath>

namespace alongside::statistics {
namespace {

constexpr double tie = 1e-14;

int side_of(const std::optional<double>& value, double centre) {
  if (!value) return 0;
  const double distance = *value - centre;
  if (std::abs(distance) <= tie * std::max(std::abs(*value), std::abs(centre))) return 0;
  return distance > 0 ? 1 : -1;
}

}  // namespace

std::int64_t crossings_lower_limit(std::int64_t trials) {
  if (trials <= 0) return 0;
  if (trials > 1000) {
    const double n = static_cast<double>(trials);
    return static_cast<std::int64_t>(
        std::ceil(n / 2 - 1.6448536269514722 * std::sqrt(n) / 2 - 0.5));
  }
  // log of C(n, k) / 2^n, summed until it reaches 5 %. Relative error stays below 1e-12.
  const double n = static_cast<double>(trials);
  long double sum = 0;
  for (std::int64_t k = 0; k <= trials; ++k) {
    const double at = static_cast<double>(k);
    sum += std::exp(static_cast<long double>(std::lgamma(n + 1) - std::lgamma(at + 1) -
                                             std::lgamma(n - at + 1) - n * std::log(2.0)));
    if (sum >= 0.05L - 1e-12L) return k;
  }
  return trials;
}

RunsVerdict runs_verdict(std::span<const std::optional<double>> values, double centre) {
  RunsVerdict verdict;
  int side_before = 0;
  std::int64_t run = 0;
  std::int64_t begins = -1;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const int side = side_of(values[i], centre);
    if (side == 0) continue;
    ++verdict.useful;
    const auto at = static_cast<std::int64_t>(i);
    if (side == side_before) {
      ++run;
    } else {
      if (side_before != 0) ++verdict.crossings;
      run = 1;
      begins = at;
    }
    if (run > verdict.longest_run) {
      verdict.longest_run = run;
      verdict.run_begins = begins;
      verdict.run_ends = at;
    }
    side_before = side;
  }
  if (verdict.useful == 0) return verdict;
  verdict.longest_run_max =
      static_cast<std::int64_t>(std::lround(std::log2(static_cast<double>(verdict.useful)))) + 3;
  verdict.crossings_min = crossings_lower_limit(verdict.useful - 1);
  verdict.run_signal = verdict.longest_run > verdict.longest_run_max;
  verdict.crossings_signal = verdict.crossings < verdict.crossings_min;
  return verdict;
}

}  // namespace alongside::statistics
