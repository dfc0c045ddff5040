// SPDX-License-Identifier: Apache-2.0
// A monthly count out of a size, worked out as any chart that it can be drawn as.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "foundation/statistics/control_limits.h"
#include "foundation/statistics/diagnostics.h"
#include "improvement/chart_settings.h"
#include "improvement/rule_sets.h"

namespace alongside {

/// How the numbers on a chart are read. out_of_100: shares from 0 to 1. count: as they are.
/// sigmas: sums in units of sigma.
enum class ChartScale { out_of_100, count, sigmas };
ChartScale scale_of(MeasureChart chart);
/// True where a point is the share itself, which a goal can be compared with.
bool shows_shares(MeasureChart chart);
/// Whether numbers that are counted so can be drawn so.
bool fits(MeasureChart chart, CountedAs counted);
/// True where only limits are judged: neighbouring points share what they are made of.
bool judged_by_limits_alone(MeasureChart chart);

/// Points of the months by their indices.
struct ChartPlaces {
  std::vector<std::size_t> phase_starts, baseline_last, excluded;
};

struct WorkedChart {
  statistics::ControlChart chart;
  std::vector<double> second;  ///< the sum downwards, of a CUSUM; else empty
  std::vector<Signal> signals;
  statistics::Diagnosis diagnosis;
  double false_alarms = statistics::missing;  ///< of the rules, in series of these lengths
};

/// `series`: value the share, size what it is out of. Moving ranges and sums have no runs rules;
/// an EWMA and a CUSUM begin anew with each phase, from that phase's own middle.
WorkedChart work_out(std::span<const statistics::Observation> series, MeasureChart chart,
                     const ChartPlaces& places, const Rules& rules, Better better);

}  // namespace alongside
