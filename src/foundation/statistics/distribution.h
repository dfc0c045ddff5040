// SPDX-License-Identifier: Apache-2.0
// Tails and quantiles of the usual distributions, by Boost.Math.
#pragma once

#include <cstdint>

#include "foundation/base/random.h"

namespace alongside::statistics {

/// Smallest k with P(X <= k) >= share. share in (0, 1), chance in [0, 1], trials from 0, mean from
/// 0.
std::int64_t binomial_quantile(double share, std::int64_t trials, double chance);
std::int64_t poisson_quantile(double share, double mean);
double normal_quantile(double share);
/// P(X < value).
double normal_share(double value);
/// Student's t; degrees > 0.
double student_quantile(double share, double degrees);
/// degrees > 0; 0 where degrees are 0.
double chi_squared_quantile(double share, double degrees);
/// P(X > value); degrees > 0.
double chi_squared_tail(double value, double degrees);
/// One value of the normal distribution with mean 0 and spread 1 (Box & Muller 1958).
double normal_deviate(Randomness& chance);

}  // namespace alongside::statistics
