// SPDX-License-Identifier: Apache-2.0
// The two runs rules of Anhøj: an unusually long run, or unusually few crossings of the centre
// line. Anhøj & Olesen 2014, PLoS ONE 9(11): e113825.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

namespace alongside::statistics {

/// `anhoej`: either of two limits. `best_box` and `cut_box`: limits that hold false alarms level
/// for 10 to 100 useful points (run_chances.h); outside of that the plain rule.
enum class RunsMethod { anhoej, best_box, cut_box };

struct RunsVerdict {
  std::int64_t useful = 0;           ///< points not on the centre line, and not missing
  std::int64_t longest_run = 0;      ///< most useful points in a row on one side
  std::int64_t longest_run_max = 0;  ///< round(log2(useful)) + 3
  std::int64_t crossings = 0;        ///< changes of side
  std::int64_t crossings_min = 0;    ///< 5 % quantile of Binomial(useful - 1, 1/2)
  bool run_signal = false;           ///< longest_run > longest_run_max (or the box's)
  bool crossings_signal = false;     ///< crossings < crossings_min (or the box's)
  bool signal = false;           ///< by the method; a cut box may speak where neither limit does
  std::int64_t run_begins = -1;  ///< index of the first point of the longest run; -1 without points
  std::int64_t run_ends = -1;    ///< index of its last point
};

/// Takes points in their order. A value ties with the centre when they differ by at most 1e-14 of
/// the larger: such points are not useful, and neither are missing ones (NaN).
class RunsCount {
 public:
  void add(double value, double centre);
  RunsVerdict verdict(RunsMethod method = RunsMethod::anhoej) const;

 private:
  RunsVerdict counted_;
  std::int64_t index_ = -1;
  std::int64_t run_ = 0;
  std::int64_t begins_ = -1;
  int side_before_ = 0;
};

/// nullopt is missing. No useful points, no signal.
RunsVerdict runs_verdict(std::span<const std::optional<double>> values, double centre);

/// Smallest k with P(Binomial(trials, 1/2) <= k) >= 0.05.
std::int64_t crossings_lower_limit(std::int64_t trials);

/// -1 below, 1 above, 0 on the centre or missing.
int side_of(double value, double centre);

}  // namespace alongside::statistics
