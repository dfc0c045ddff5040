// SPDX-License-Identifier: Apache-2.0
// Quantiles for each point's own size.
#include "foundation/statistics/probability_limits.h"

#include <algorithm>
#include <cmath>

#include "foundation/statistics/distribution.h"

namespace alongside::statistics {
namespace {

struct Tails {
  double share;
  double ChartPoint::*lower;
  double ChartPoint::*upper;
};
constexpr Tails both_tails[] = {{tail_share, &ChartPoint::lower, &ChartPoint::upper},
                                {tail_share95, &ChartPoint::lower95, &ChartPoint::upper95}};

void put_binomial(ChartPoint& point, double size) {
  const auto trials = static_cast<std::int64_t>(std::llround(size));
  for (const Tails& tails : both_tails) {
    const auto quantile = [&](double share) {
      return static_cast<double>(binomial_quantile(share, trials, point.centre)) / size;
    };
    point.*tails.lower = quantile(tails.share);
    point.*tails.upper = quantile(1 - tails.share);
  }
}

void put_poisson(ChartPoint& point, double size) {
  for (const Tails& tails : both_tails) {
    const auto quantile = [&](double share) {
      return static_cast<double>(poisson_quantile(share, point.centre * size)) / size;
    };
    point.*tails.lower = quantile(tails.share);
    point.*tails.upper = quantile(1 - tails.share);
  }
}

/// Failures before an event: P(X > k) = q^(k + 1).
void put_geometric(ChartPoint& point, double mean) {
  const double log_q = std::log(mean / (mean + 1));
  for (const Tails& tails : both_tails) {
    point.*tails.upper = std::ceil(std::log(tails.share) / log_q) - 1;
    point.*tails.lower = std::max(0.0, std::floor(std::log(1 - tails.share) / log_q));
  }
  point.centre = std::max(0.0, std::ceil(std::log(0.5) / log_q) - 1);
}

void put_exponential(ChartPoint& point, double mean) {
  for (const Tails& tails : both_tails) {
    point.*tails.upper = -std::log(tails.share) * mean;
    point.*tails.lower = -std::log(1 - tails.share) * mean;
  }
  point.centre = M_LN2 * mean;
}

/// Of the baseline, or given.
double mean_of_phase(std::span<const Observation> observations, const ChartPhase& phase,
                     const ControlChart& chart, const ChartOptions& options) {
  if (options.centre) return *options.centre;
  CarefulSum sum;
  double count = 0;
  for (std::size_t i = phase.begins; i < phase.ends; ++i) {
    const ChartPoint& point = chart.points[i];
    if (!point.baseline || !point.included || is_missing(observations[i].value)) continue;
    sum.add(observations[i].value);
    ++count;
  }
  return count > 0 ? sum.value() / count : missing;
}

}  // namespace

void put_probability_limits(std::span<const Observation> observations, const ChartOptions& options,
                            ControlChart& chart) {
  for (const ChartPhase& phase : chart.phases) {
    const double mean = mean_of_phase(observations, phase, chart, options);
    for (std::size_t i = phase.begins; i < phase.ends; ++i) {
      ChartPoint& point = chart.points[i];
      const double size = observations[i].size;
      const bool sized = !is_missing(size) && size > 0 && !is_missing(point.centre);
      switch (options.kind) {
        case ChartKind::p:
          if (sized) put_binomial(point, size);
          break;
        case ChartKind::u:
          if (sized) put_poisson(point, size);
          break;
        case ChartKind::c:
          if (!is_missing(point.centre)) put_poisson(point, 1);
          break;
        case ChartKind::g:
          if (mean > 0) put_geometric(point, mean);
          break;
        case ChartKind::t:
          if (mean > 0) put_exponential(point, mean);
          break;
        default:
          break;
      }
    }
  }
}

}  // namespace alongside::statistics
