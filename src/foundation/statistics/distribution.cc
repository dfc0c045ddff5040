// SPDX-License-Identifier: Apache-2.0
// The only file that sees Boost.Math.
#include "foundation/statistics/distribution.h"

#include <algorithm>
#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/poisson.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <numbers>

namespace alongside::statistics {
namespace {

/// Quantiles of counts as R gives them: from a guess to the smallest k whose tail is enough. The
/// slack is R's, so that a share worked out as 1 - x does not miss its k by rounding.
template <class Distribution>
std::int64_t smallest(const Distribution& distribution, double share, double guess,
                      double largest) {
  const double wanted = share * (1 - 64 * 2.220446049250313e-16);
  double k = std::clamp(std::floor(guess), 0.0, largest);
  while (k > 0 && boost::math::cdf(distribution, k - 1) >= wanted) --k;
  while (k < largest && boost::math::cdf(distribution, k) < wanted) ++k;
  return static_cast<std::int64_t>(k);
}

}  // namespace

double normal_quantile(double share) { return boost::math::quantile(boost::math::normal(), share); }

double normal_share(double value) { return std::erfc(-value / std::numbers::sqrt2) / 2; }

double student_quantile(double share, double degrees) {
  return boost::math::quantile(boost::math::students_t(degrees), share);
}

std::int64_t binomial_quantile(double share, std::int64_t trials, double chance) {
  const double n = static_cast<double>(trials);
  if (trials == 0 || chance <= 0) return 0;
  if (chance >= 1) return trials;
  const double guess = n * chance + normal_quantile(share) * std::sqrt(n * chance * (1 - chance));
  return smallest(boost::math::binomial(n, chance), share, guess, n);
}

std::int64_t poisson_quantile(double share, double mean) {
  if (mean <= 0) return 0;
  const double guess = mean + normal_quantile(share) * std::sqrt(mean);
  return smallest(boost::math::poisson(mean), share, guess, 9e15);
}

double chi_squared_quantile(double share, double degrees) {
  if (degrees <= 0) return 0;
  return boost::math::quantile(boost::math::chi_squared(degrees), share);
}

double chi_squared_tail(double value, double degrees) {
  if (value <= 0) return 1;
  return boost::math::cdf(boost::math::complement(boost::math::chi_squared(degrees), value));
}

double normal_deviate(Randomness& chance) {
  const double u = (static_cast<double>(chance.below(1ULL << 53)) + 0.5) * 0x1p-53;
  const double v = static_cast<double>(chance.below(1ULL << 53)) * 0x1p-53;
  return std::sqrt(-2 * std::log(u)) * std::cos(2 * std::numbers::pi * v);
}

}  // namespace alongside::statistics
