// SPDX-License-Identifier: Apache-2.0
// One pass over the series for each kind of chart.
#include "foundation/statistics/cumulative.h"

#include <algorithm>
#include <cmath>

#include "foundation/statistics/series.h"

namespace alongside::statistics {
namespace {

struct Estimate {
  double centre, sigma;
};

Estimate estimated(std::span<const double> values, std::optional<double> centre,
                   std::optional<double> sigma) {
  CarefulSum sum;
  double count = 0;
  double ranges = 0;
  double range_count = 0;
  double before = missing;
  for (const double value : values) {
    if (!is_missing(value)) {
      sum.add(value);
      ++count;
      if (!is_missing(before)) {
        ranges += std::abs(value - before);
        ++range_count;
      }
    }
    before = value;
  }
  return {centre.value_or(sum.value() / count), sigma.value_or(ranges / range_count / 1.128)};
}

}  // namespace

void cusum(std::span<const double> values, const CusumOptions& options, Cusum& found) {
  found = {};
  const Estimate at = estimated(values, options.centre, options.sigma);
  found.centre = at.centre;
  found.sigma = at.sigma;
  const double slack = options.shift / 2;
  double up = options.head_start;
  double down = -options.head_start;
  for (const double value : values) {
    const double z = (value - at.centre) / at.sigma;
    if (!is_missing(z)) {
      up = std::max(0.0, up + z - slack);
      down = std::min(0.0, down + z + slack);
    }
    found.up.push_back(up);
    found.down.push_back(down);
    found.signal_up.push_back(up > options.limit);
    found.signal_down.push_back(down < -options.limit);
  }
}

void ewma(std::span<const double> values, const EwmaOptions& options, Ewma& found) {
  found = {};
  const Estimate at = estimated(values, options.centre, options.sigma);
  found.centre = at.centre;
  found.sigma = at.sigma;
  const double lambda = options.lambda;
  double mean = at.centre;
  double left = 1;  // (1 - lambda)^(2 i)
  for (const double value : values) {
    if (!is_missing(value)) mean = lambda * value + (1 - lambda) * mean;
    left *= (1 - lambda) * (1 - lambda);
    const double width = options.sigmas * at.sigma * std::sqrt(lambda / (2 - lambda) * (1 - left));
    found.mean.push_back(mean);
    found.lower.push_back(at.centre - width);
    found.upper.push_back(at.centre + width);
    found.signal.push_back(mean > at.centre + width || mean < at.centre - width);
  }
}

void bernoulli_cusum(std::span<const double> cases, double target, double odds_ratio, double limit,
                     CaseSums& found) {
  found = {};
  found.risk = target;
  if (target > 1) {
    const std::size_t first = std::min(cases.size(), static_cast<std::size_t>(target));
    double events = 0;
    for (std::size_t i = 0; i < first; ++i) events += cases[i];
    found.risk = events / static_cast<double>(first);
  }
  const double odds = found.risk / (1 - found.risk);
  const auto risk_of = [](double of_odds) { return of_odds / (1 + of_odds); };
  found.risk_up = risk_of(odds * odds_ratio);
  found.risk_down = risk_of(odds / odds_ratio);
  double up = 0;
  double down = 0;
  for (const double event : cases) {
    const auto weight = [&](double other) {
      return event > 0 ? std::log(other / found.risk) : std::log((1 - other) / (1 - found.risk));
    };
    up = std::max(0.0, up + weight(found.risk_up));
    down = std::min(0.0, down - weight(found.risk_down));
    found.signal_up.push_back(up >= limit);
    found.signal_down.push_back(down <= -limit);
    if (up >= limit) up = 0;
    if (down <= -limit) down = 0;
    found.up.push_back(up);
    found.down.push_back(down);
  }
}

void risk_adjusted_cusum(std::span<const double> cases, std::span<const double> risks,
                         double odds_ratio, double limit, AfterSignal after, CaseSums& found) {
  found = {};
  double up = 0;
  double down = 0;
  CarefulSum vlad;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    const double risk = risks[i];
    const auto weight = [&](double ratio) {
      return cases[i] * std::log(ratio) - std::log(1 - risk + ratio * risk);
    };
    up = std::max(0.0, up + weight(odds_ratio));
    down = std::min(0.0, down - weight(1 / odds_ratio));
    vlad.add(risk - cases[i]);
    found.up.push_back(up);
    found.down.push_back(down);
    found.vlad.push_back(vlad.value());
    found.signal_up.push_back(up >= limit);
    found.signal_down.push_back(down <= -limit);
    if (after == AfterSignal::restart && up >= limit) up = 0;
    if (after == AfterSignal::restart && down <= -limit) down = 0;
  }
}

}  // namespace alongside::statistics
