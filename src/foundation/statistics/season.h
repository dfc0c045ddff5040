// SPDX-License-Identifier: Apache-2.0
// What each month of a year, or day of a week, adds to a series: shown beside it, never taken out.
// Classical additive decomposition by a centred moving average of one cycle (Persons 1919; Hyndman
// & Athanasopoulos, Forecasting: principles and practice, section 3.4), so that a straight trend is
// no season.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "foundation/statistics/series.h"

namespace alongside::statistics {

inline constexpr std::size_t season_cycles_min = 2;
/// Below this chance of seeing such differences where there is no season, it is told.
inline constexpr double season_told_below = 0.01;

struct Season {
  bool available = false;        ///< false: fewer than two whole cycles, or a place without values
  std::vector<double> index;     ///< one for each place in the cycle; they sum to 0
  std::vector<double> adjusted;  ///< the values less the index of their place
  /// Kruskal & Wallis 1952 over what the trend leaves (ties share their rank and are corrected for,
  /// chi-squared); missing where a place has fewer than two such values.
  double chance = missing;
};

/// `values` evenly in time, missing where there was none; the first stands at place `first` of a
/// cycle of `period` (12 months, 7 days). `found` is overwritten.
void find_season(std::span<const double> values, std::size_t first, std::size_t period,
                 Season& found);

}  // namespace alongside::statistics
