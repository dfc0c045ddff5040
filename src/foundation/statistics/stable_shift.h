// SPDX-License-Identifier: Apache-2.0
// Where limits could be worked out anew after a shift that lasts: the Stable Shift Algorithm
// (Tomlinson and others 2025, PubMed 41320552). A proposal for a person to accept with a reason;
// nothing here changes a chart.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "foundation/statistics/control_limits.h"

namespace alongside::statistics {

struct StableShiftOptions {
  std::size_t period = 21;         ///< points from which limits are worked out
  std::size_t baseline = 0;        ///< the first time; 0: as `period`
  std::size_t run = 8;             ///< points on one side that make a shift
  bool no_regrets = true;          ///< a proposal that later points could take back is not made
  std::size_t exclusions_max = 3;  ///< points outside that are left out one after another
  int screenings = 1;
  bool baseline_only = false;   ///< no proposals at all
  bool every_shift = false;     ///< accept each candidate
  double centre_tolerance = 0;  ///< so near to the centre a point lies on it
};

enum class StretchKind { calculation, display };

struct StableShifts {
  bool available = false;           ///< false: too few points for limits
  std::vector<std::size_t> breaks;  ///< first point of each period but the first
  std::vector<double> centre, lower, upper;
  std::vector<StretchKind> stretch;
  std::vector<bool> excluded;
  std::vector<bool> outside;
  std::vector<bool> in_long_run;
};

/// `kind` i, c, cp, p or pp.
class StableShiftFinder {
 public:
  const StableShifts& find(std::span<const Observation> observations, ChartKind kind,
                           const StableShiftOptions& options);

 private:
  struct Limits {
    double centre = missing;
    double width =
        missing;  ///< from centre to the upper limit; for shares times the root of the size
  };
  bool shares() const { return kind_ == ChartKind::p || kind_ == ChartKind::pp; }
  Limits calculate(std::size_t from, std::size_t to);
  void extend(std::size_t from, const Limits& limits);
  void keep(std::size_t from, std::size_t to);
  int side(std::size_t i, double centre) const;
  bool accepted(std::size_t from, std::size_t to, double centre, int way) const;
  std::size_t run_ends(std::size_t from, double centre) const;
  void mark_long_runs();
  bool next_shift(std::size_t& from, std::size_t& calculated_to);

  std::span<const Observation> observations_;
  ChartKind kind_ = ChartKind::i;
  StableShiftOptions options_;
  ChartMaker maker_;
  std::vector<std::size_t> left_out_;
  std::vector<ChartPoint> window_;
  StableShifts found_;
};

}  // namespace alongside::statistics
