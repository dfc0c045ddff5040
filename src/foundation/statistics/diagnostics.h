// SPDX-License-Identifier: Apache-2.0
// What makes a chart say less than it seems to: never silent, never a refusal.
#pragma once

#include <span>

#include "foundation/statistics/control_limits.h"

namespace alongside::statistics {

inline constexpr std::size_t points_for_limits = 12;   ///< fewer in a phase: limits on trial
inline constexpr std::int64_t useful_points_min = 10;  ///< fewer: runs rules say little
/// Laney's sigma z between these is what chance gives (own choice).
inline constexpr double sigma_z_low = 0.8;
inline constexpr double sigma_z_high = 1.25;
inline constexpr double zeros_share_max = 0.5;
inline constexpr std::size_t distinct_values_min = 4;

struct Diagnosis {
  Warnings warnings;
  /// Of neighbours in the baseline, each phase from its own mean; missing below 12 pairs. Beyond
  /// 2 / sqrt(pairs) it is told: a chart of a series that remembers cries wolf (research: AR(1) of
  /// 0.4 makes 29 % of stable series of 24 points signal).
  double autocorrelation = missing;
  double sigma_z = missing;  ///< of the phase in which it is furthest from 1
};

/// `chart` as ChartMaker made it of these observations, before `multiply`.
Diagnosis diagnose(std::span<const Observation> observations, const ChartOptions& options,
                   const ControlChart& chart);

}  // namespace alongside::statistics
