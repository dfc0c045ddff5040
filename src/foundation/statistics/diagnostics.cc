// SPDX-License-Identifier: Apache-2.0
// Looks at the baseline of each phase.
#include "foundation/statistics/diagnostics.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace alongside::statistics {
namespace {

constexpr double pairs_min = 12;

bool of_counts(ChartKind kind) {
  return kind == ChartKind::p || kind == ChartKind::pp || kind == ChartKind::c ||
         kind == ChartKind::cp || kind == ChartKind::u || kind == ChartKind::up;
}

/// A rate that was divided once more is a whole number but for rounding.
bool is_fraction(const Observation& at) {
  const double count = is_missing(at.size) ? at.value : at.value * at.size;
  return !is_missing(count) &&
         std::abs(count - std::round(count)) > 1e-9 * std::max(1.0, std::abs(count));
}

bool base(const ChartPoint& point) {
  return point.baseline && point.included && !is_missing(point.value);
}

struct Neighbours {
  double products = 0, squares = 0, pairs = 0;

  void add(const ControlChart& chart, const ChartPhase& phase) {
    CarefulSum sum;
    double count = 0;
    for (std::size_t i = phase.begins; i < phase.ends; ++i)
      if (base(chart.points[i])) {
        sum.add(chart.points[i].value);
        ++count;
      }
    const double mean = sum.value() / count;
    double before = missing;
    for (std::size_t i = phase.begins; i < phase.ends; ++i) {
      const double away = base(chart.points[i]) ? chart.points[i].value - mean : missing;
      if (!is_missing(away)) squares += away * away;
      if (!is_missing(away) && !is_missing(before)) {
        products += away * before;
        ++pairs;
      }
      before = away;
    }
  }
};

void look_at_phase(const ControlChart& chart, const ChartPhase& phase, const ChartOptions& options,
                   Diagnosis& found) {
  if (phase.baseline_points < points_for_limits) found.warnings.add(ChartWarning::trial_limits);
  if (phase.runs.useful < useful_points_min) found.warnings.add(ChartWarning::few_useful_points);
  if (phase.baseline_points < 2) found.warnings.add(ChartWarning::no_baseline);
  std::set<double> distinct;
  double low = std::numeric_limits<double>::infinity();
  double high = -low;
  double zeros = 0;
  double count = 0;
  for (std::size_t i = phase.begins; i < phase.ends; ++i) {
    const ChartPoint& point = chart.points[i];
    if (!base(point)) continue;
    ++count;
    low = std::min(low, point.value);
    high = std::max(high, point.value);
    zeros += point.value == 0 ? 1 : 0;
    if (!point.outside) distinct.insert(point.value);
  }
  if (count >= 2 && low == high) found.warnings.add(ChartWarning::zero_variation);
  const bool few_values = distinct.size() > 1 && distinct.size() < distinct_values_min;
  if (count >= useful_points_min && (zeros > zeros_share_max * count || few_values))
    found.warnings.add(ChartWarning::sparse_counts);
  if (!of_counts(options.kind) || is_missing(phase.sigma_z)) return;
  // The phase that is furthest from chance, to either side, speaks.
  if (is_missing(found.sigma_z) ||
      std::abs(std::log(phase.sigma_z)) > std::abs(std::log(found.sigma_z)))
    found.sigma_z = phase.sigma_z;
  const bool corrected = options.kind == ChartKind::pp || options.kind == ChartKind::up ||
                         options.kind == ChartKind::cp;
  if (!corrected && (phase.sigma_z < sigma_z_low || phase.sigma_z > sigma_z_high))
    found.warnings.add(ChartWarning::overdispersion);
}

}  // namespace

Diagnosis diagnose(std::span<const Observation> observations, const ChartOptions& options,
                   const ControlChart& chart) {
  Diagnosis found;
  found.warnings = chart.warnings;
  for (const Observation& at : observations) {
    if (at.size == 0) found.warnings.add(ChartWarning::zero_denominator);
    if ((of_counts(options.kind) || options.kind == ChartKind::g) && is_fraction(at))
      found.warnings.add(ChartWarning::fractional_counts);
  }
  Neighbours neighbours;
  for (const ChartPhase& phase : chart.phases) {
    look_at_phase(chart, phase, options, found);
    if (options.kind != ChartKind::mr && options.kind != ChartKind::ms)
      neighbours.add(chart, phase);
  }
  if (neighbours.pairs >= pairs_min && neighbours.squares > 0) {
    found.autocorrelation = neighbours.products / neighbours.squares;
    if (std::abs(found.autocorrelation) > 2 / std::sqrt(neighbours.pairs))
      found.warnings.add(ChartWarning::autocorrelation);
  }
  return found;
}

}  // namespace alongside::statistics
