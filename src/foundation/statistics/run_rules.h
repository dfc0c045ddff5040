// SPDX-License-Identifier: Apache-2.0
// The two runs rules of Anhøj: an unusually long run, or unusually few crossings of the centre
// line. Anhøj & Olesen 2014, PLoS ONE 9(11): e113825.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

namespace alongside::statistics {

struct RunsVerdict {
  std::int64_t useful = 0;           ///< points not on the centre line, and not missing
  std::int64_t longest_run = 0;      ///< most useful points in a row on one side
  std::int64_t longest_run_max = 0;  ///< round(log2(useful)) + 3
  std::int64_t crossings = 0;        ///< changes of side
  std::int64_t crossings_min = 0;    ///< 5 % quantile of Binomial(useful - 1, 1/2)
  bool run_signal = false;           ///< longest_run > longest_run_max
  bool crossings_signal = false;     ///< crossings < crossings_min
  std::int64_t run_begins = -1;  ///< index of the first point of the longest run; -1 without points
  std::int64_t run_ends = -1;    ///< index of its last point
};

/// A value ties with the centre when they differ by at most 1e-14 of the larger: such points are
/// not useful. nullopt is missing. No useful points, no signal.
RunsVerdict runs_verdict(std::span<const std::optional<double>> values, double centre);

/// Smallest k with P(Binomial(trials, 1/2) <= k) >= 0.05, exactly for trials up to 1000.
/// Above that a normal approximation with continuity correction is used.
std::int64_t crossings_lower_limit(std::int64_t trials);

}  // namespace alongside::statistics
