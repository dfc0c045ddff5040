// SPDX-License-Identifier: Apache-2.0
// Centre line and limits of a P chart: counts out of counts, with a limit for each point's own
// size. Shewhart 1931; formulas as in Montgomery, Introduction to Statistical Quality Control,
// eq. 7.8.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "foundation/base/quantity.h"

namespace alongside::statistics {

struct LimitsAtPoint {
  std::optional<double> value;  ///< count/of in [0, 1]; missing when `of` is 0
  std::optional<double> lower;  ///< centre - 3 sqrt(centre (1 - centre) / of), not under 0
  std::optional<double> upper;  ///< centre + 3 sqrt(...), not over 1
  bool outside = false;         ///< strictly beyond a limit
};

struct ProportionChart {
  std::optional<double> centre;  ///< sum of counts / sum of denominators; missing without data
  std::vector<LimitsAtPoint> points;
};

/// `count` in [0, of]; a point with of = 0 is missing, never zero. Breaks a promise otherwise.
ProportionChart proportion_chart(std::span<const Proportion> series);

}  // namespace alongside::statistics
