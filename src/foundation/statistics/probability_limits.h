// SPDX-License-Identifier: Apache-2.0
// Limits by the distribution itself, where three sigma are far from even: 0.135 % on each side.
#pragma once

#include <span>

#include "foundation/statistics/control_limits.h"

namespace alongside::statistics {

/// Replaces the limits of a p, c, u, g or t chart; others stay. p binomial, c and u Poisson, g
/// geometric (Kaminsky and others 1992: quantiles of q^k with q = mean / (mean + 1)), t
/// exponential. The line of g and t becomes the median of that distribution.
void put_probability_limits(std::span<const Observation> observations, const ChartOptions& options,
                            ControlChart& chart);

}  // namespace alongside::statistics
