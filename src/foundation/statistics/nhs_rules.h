// SPDX-License-Identifier: Apache-2.0
// The rules of NHS England's "Making Data Count" over an XmR chart: a point outside the limits,
// seven points rising or falling, two of three near a limit, seven points on one side; and what the
// chart says of a target. Points beyond three sigma count towards two of three, as announced in
// November 2023.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "foundation/statistics/control_limits.h"

namespace alongside::statistics {

enum class NhsCause { common, outside, trend, two_in_three, shift };
enum class Improvement { increase, decrease, neutral };
enum class NhsType { common, improvement, concern, neutral_high, neutral_low };
enum class Assurance { none, consistent_pass, consistent_fail, inconsistent };

inline constexpr std::size_t nhs_run = 7;
/// Fewer points in a phase: its limits are on trial.
inline constexpr std::size_t nhs_points_for_limits = 13;
/// 2.66 mean ranges: 3 / 1.128 as the NHS rounds it.
inline constexpr double nhs_three_sigma = 2.66;

/// Limits at 2.66 mean ranges, and two thirds of it; the NHS leaves out no range of its own accord.
RangeRules nhs_ranges(int screenings = 0);

struct NhsPoint {
  NhsCause cause = NhsCause::common;
  int side = 0;             ///< of the mean: -1, 0, 1
  int way = 0;              ///< of what happened: above or rising 1, below or falling -1
  bool near_limit = false;  ///< beyond two sigma and not outside
  NhsType type = NhsType::common;
  bool trial = false;
};

/// For each point of an I chart; patterns do not reach over the end of a phase, and a missing value
/// breaks them. `points` is cleared first.
void apply_nhs_rules(const ControlChart& chart, Improvement direction,
                     std::vector<NhsPoint>& points);

/// From the limits of the last point: can this process be relied on to reach the target?
Assurance assurance_of(const ControlChart& chart, Improvement direction,
                       std::optional<double> target);

}  // namespace alongside::statistics
