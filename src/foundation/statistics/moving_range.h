// SPDX-License-Identifier: Apache-2.0
// The mean distance from one value to the next, and what it says of the spread of a stable series.
#pragma once

#include <span>

#include "foundation/statistics/series.h"

namespace alongside::statistics {

/// D4(2) as healthcare tools round it (Provost & Murray 2011; Nelson 1982).
inline constexpr double screen_factor_standard = 3.267;

struct MeanRange {
  double value = missing;  ///< missing without ranges
  int ranges = 0;          ///< used
  int dropped = 0;         ///< by screening
  bool skipped = false;    ///< screening would have left no spread at all, and was not done
};

/// Mean of the ranges; then, for each screening and as long as one is dropped, once more without
/// those of screen_factor times the mean or larger. Where that would leave none, or only zeros, the
/// mean before stands: a sparse series would otherwise lose its whole spread.
MeanRange mean_range(std::span<const double> ranges, int screenings, double screen_factor);

}  // namespace alongside::statistics
