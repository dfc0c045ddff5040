// SPDX-License-Identifier: Apache-2.0
// Transform, z, dispersion, and back.
#include "foundation/statistics/funnel.h"

#include <algorithm>
#include <cmath>

#include "foundation/base/expect.h"
#include "foundation/statistics/distribution.h"

namespace alongside::statistics {
namespace {

constexpr double quantile95 = 1.959964;
constexpr double quantile998 = 3.090232;

struct Transformed {
  double value, target, error;
};

class Scale {
 public:
  Scale(FunnelKind kind, double overall) : kind_(kind), overall_(standardised() ? 1 : overall) {}

  bool standardised() const {
    return kind_ == FunnelKind::standardised_root || kind_ == FunnelKind::standardised_log;
  }
  double overall() const { return overall_; }

  Transformed of(double y, double n) const {
    switch (kind_) {
      case FunnelKind::proportion:
        return {std::asin(std::sqrt(y / n)), std::asin(std::sqrt(overall_)),
                1 / (2 * std::sqrt(n))};
      case FunnelKind::ratio_of_counts:
        return {std::log((y + 0.5) / (n + 0.5)), std::log(overall_),
                std::sqrt(y / ((y + 0.5) * (y + 0.5)) + n / ((n + 0.5) * (n + 0.5)))};
      case FunnelKind::standardised_root:
        return {std::sqrt(y / n), 1, 1 / (2 * std::sqrt(n))};
      case FunnelKind::standardised_log:
        return {std::log(y / n), 0, 1 / std::sqrt(n)};
    }
    return {missing, missing, missing};
  }

  double back(double value) const {
    switch (kind_) {
      case FunnelKind::proportion:
        return squared(std::sin(std::clamp(value, 0.0, M_PI_2)));
      case FunnelKind::standardised_root:
        return squared(std::max(0.0, value));
      case FunnelKind::ratio_of_counts:
      case FunnelKind::standardised_log:
        return std::exp(value);
    }
    return missing;
  }

 private:
  static double squared(double x) { return x * x; }
  FunnelKind kind_;
  double overall_;
};

/// Type 7: between order statistics, the way R does.
double quantile(const std::vector<double>& sorted, double share) {
  const double at = share * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(at);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (at - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

void trim_z(FunnelKind kind, double trim, std::vector<FunnelPlace>& places) {
  std::vector<double> sorted;
  for (const FunnelPlace& place : places)
    if (std::isfinite(place.z)) sorted.push_back(place.z);
  if (sorted.empty()) return;
  std::ranges::sort(sorted);
  if (kind == FunnelKind::standardised_log) {
    // Truncated: ranks r stay where 0 < floor(r / (trim (K + 1))) < 1 / trim - 1.
    const double parts = 1 / trim;
    for (FunnelPlace& place : places) {
      if (!std::isfinite(place.z)) continue;
      // Equal values share the mean of their ranks.
      const auto below = std::ranges::lower_bound(sorted, place.z) - sorted.begin();
      const auto up_to = std::ranges::upper_bound(sorted, place.z) - sorted.begin();
      const double rank = static_cast<double>(below + 1 + up_to) / 2;
      const double part = std::floor(rank * parts / static_cast<double>(sorted.size() + 1) + 1e-9);
      if (part > 0 && part < parts - 1 - 1e-9) place.z_trimmed = place.z;
    }
    return;
  }
  const double low = quantile(sorted, trim);
  const double high = quantile(sorted, 1 - trim);
  for (FunnelPlace& place : places)
    if (std::isfinite(place.z)) place.z_trimmed = std::clamp(place.z, low, high);
}

/// DerSimonian and Laird's between-place variance from the trimmed z.
void dispersion(std::span<const Transformed> transformed, Funnel& found) {
  double squares = 0;
  double weights = 0;
  double squared_weights = 0;
  double k = 0;
  for (std::size_t i = 0; i < found.places.size(); ++i) {
    const double z = found.places[i].z_trimmed;
    if (is_missing(z)) continue;
    const double weight = 1 / (transformed[i].error * transformed[i].error);
    squares += z * z;
    weights += weight;
    squared_weights += weight * weight;
    ++k;
  }
  found.used = static_cast<std::size_t>(k);
  if (k == 0) return;
  found.phi = squares / k;
  if (squares >= k - 1)
    found.tau2 = std::max(0.0, (squares - (k - 1)) / (weights - squared_weights / weights));
}

/// Exact limits of a ratio to an expected count (Poisson; Spiegelhalter, A.1.1).
double exact_lower(double tail, double expected) {
  return chi_squared_quantile(tail, 2 * expected) / (2 * expected);
}
double exact_upper(double tail, double expected) {
  return chi_squared_quantile(1 - tail, 2 * expected + 2) / (2 * expected);
}

void put_limits(const Scale& scale, const Transformed& at, double size, double tau2,
                double multiply, FunnelPlace& place) {
  const auto limit = [&](double quantile, double variance) {
    return scale.back(at.target + quantile * std::sqrt(at.error * at.error + variance)) * multiply;
  };
  place.od_lower95 = limit(-quantile95, tau2);
  place.od_upper95 = limit(quantile95, tau2);
  place.od_lower998 = limit(-quantile998, tau2);
  place.od_upper998 = limit(quantile998, tau2);
  place.lower95 = limit(-quantile95, 0);
  place.upper95 = limit(quantile95, 0);
  place.lower998 = limit(-quantile998, 0);
  place.upper998 = limit(quantile998, 0);
  if (!scale.standardised()) return;
  place.lower95 = exact_lower(0.025, size) * multiply;
  place.upper95 = exact_upper(0.025, size) * multiply;
  place.lower998 = exact_lower(0.001, size) * multiply;
  place.upper998 = exact_upper(0.001, size) * multiply;
}

double added_variance(const Funnel& found, const FunnelOptions& options) {
  return options.overdispersion == Overdispersion::on ? found.tau2 : 0;
}

}  // namespace

void funnel(std::span<const double> counts, std::span<const double> sizes,
            const FunnelOptions& options, Funnel& found) {
  expect(counts.size() == sizes.size(), "each place has its count and its size");
  found = {};
  CarefulSum all_counts;
  CarefulSum all_sizes;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    all_counts.add(counts[i]);
    all_sizes.add(sizes[i]);
  }
  const Scale scale(options.kind, all_counts.value() / all_sizes.value());
  found.target = scale.overall() * options.multiply;
  std::vector<Transformed> transformed;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const Transformed at = scale.of(counts[i], sizes[i]);
    transformed.push_back(at);
    FunnelPlace place;
    place.ratio = counts[i] / sizes[i] * options.multiply;
    place.z = (at.value - at.target) / at.error;
    found.places.push_back(place);
  }
  trim_z(options.kind, options.trim, found.places);
  dispersion(transformed, found);
  const double tau2 = added_variance(found, options);
  for (std::size_t i = 0; i < counts.size(); ++i) {
    FunnelPlace& place = found.places[i];
    put_limits(scale, transformed[i], sizes[i], tau2, options.multiply, place);
    const bool wide = options.outlier == OutlierLimit::percent998;
    const bool od = options.overdispersion == Overdispersion::on;
    const double lower = od ? (wide ? place.od_lower998 : place.od_lower95)
                            : (wide ? place.lower998 : place.lower95);
    const double upper = od ? (wide ? place.od_upper998 : place.od_upper95)
                            : (wide ? place.upper998 : place.upper95);
    place.outlier = place.ratio < lower || place.ratio > upper;
  }
}

FunnelPlace funnel_limits(const Funnel& found, const FunnelOptions& options, double size) {
  const double overall = found.target / options.multiply;
  const Scale scale(options.kind, overall);
  FunnelPlace place;
  put_limits(scale, scale.of(size * scale.overall(), size), size, added_variance(found, options),
             options.multiply, place);
  return place;
}

}  // namespace alongside::statistics
