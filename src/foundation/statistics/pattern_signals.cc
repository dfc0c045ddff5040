// SPDX-License-Identifier: Apache-2.0
// Flags of neighbouring points become one stretch.
#include "foundation/statistics/pattern_signals.h"

#include <algorithm>

namespace alongside::statistics {
namespace {

double in_sigmas(const ChartPoint& point) {
  if (!point.included || is_missing(point.value)) return missing;
  const double away = point.value - point.centre;
  if (!is_missing(point.sigma))
    return point.sigma > 0 ? away / point.sigma : away == 0 ? 0 : missing;
  const double room = away > 0 ? point.upper - point.centre : point.centre - point.lower;
  return room > 0 ? 3 * away / room : missing;
}

/// What the completing point says of the side.
int side_at(const ZoneRule& rule, std::size_t i, std::span<const double> z,
            std::span<const double> value) {
  switch (rule.pattern) {
    case Pattern::alternating:
    case Pattern::within:
    case Pattern::avoiding:
      return 0;
    case Pattern::trend:
      return side_of(value[i], value[i - 1]);
    default:
      return z[i] > 0 ? 1 : -1;
  }
}

}  // namespace

const std::vector<PatternSignal>& PatternFinder::find(const ControlChart& chart, ZoneRules rules) {
  const std::size_t n = chart.points.size();
  z_.resize(n);
  value_.resize(n);
  outside_.resize(n);
  flags_.assign(n, 0);
  found_.clear();
  for (std::size_t i = 0; i < n; ++i) {
    const ChartPoint& point = chart.points[i];
    z_[i] = in_sigmas(point);
    value_[i] = point.included ? point.value : missing;
    outside_[i] = point.outside && point.included ? 1 : 0;
  }
  for (const ChartPhase& phase : chart.phases) {
    const std::size_t size = phase.ends - phase.begins;
    apply_zone_rules(
        rules,
        {std::span(z_).subspan(phase.begins, size), std::span(value_).subspan(phase.begins, size),
         std::span<const char>(outside_).subspan(phase.begins, size)},
        std::span(flags_).subspan(phase.begins, size));
  }
  for (std::size_t rule = 0; rule < rules.size(); ++rule) gather(chart, rule, rules[rule]);
  return found_;
}

void PatternFinder::gather(const ControlChart& chart, std::size_t rule, const ZoneRule& what) {
  const auto speaks = [&](std::size_t i) { return (flags_[i] >> rule & 1U) != 0; };
  const std::size_t begin = found_.size();
  for (std::size_t i = 0; i < flags_.size(); ++i) {
    if (!speaks(i)) continue;
    // Where the limits say that a point is outside, the side is that of its limit.
    const int side = what.pattern == Pattern::outside ? (value_[i] > chart.points[i].upper ? 1 : -1)
                                                      : side_at(what, i, z_, value_);
    // A pattern that goes on is one stretch; points outside stand alone.
    const bool goes_on = found_.size() > begin && what.window > 1 && found_.back().last + 1 == i &&
                         found_.back().side == side &&
                         chart.points[i].phase == chart.points[i - 1].phase;
    if (goes_on)
      found_.back().last = i;
    else
      found_.push_back({what, i + 1 - what.window, i, side});
  }
}

}  // namespace alongside::statistics
