// SPDX-License-Identifier: Apache-2.0
// Turns limits and runs into marks and a verdict.
#include "improvement/chart.h"

#include <algorithm>

#include "foundation/statistics/control_limits.h"

namespace alongside {
namespace {

std::optional<double> median_of(std::vector<double> values) {
  if (values.empty()) return std::nullopt;
  std::ranges::sort(values);
  const std::size_t half = values.size() / 2;
  return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

Mark mark_of(bool above, Better better) {
  return above == (better == Better::more) ? Mark::better : Mark::worse;
}

/// Every point of a signalling run is marked, and every point outside its limits.
void mark_points(ChartReading& reading, Better better) {
  for (std::size_t i = 0; i < reading.points.size(); ++i) {
    ChartPoint& point = reading.points[i];
    if (!point.value) continue;
    point.mark = Mark::usual;
    const auto at = static_cast<std::int64_t>(i);
    const bool in_run =
        reading.runs.run_signal && at >= reading.runs.run_begins && at <= reading.runs.run_ends;
    if (point.outside_limits || (in_run && *point.value != *reading.centre))
      point.mark = mark_of(*point.value > *reading.centre, better);
  }
}

Reason reason_of(const ChartReading& reading) {
  if (std::ranges::any_of(reading.points, &ChartPoint::outside_limits))
    return Reason::outside_limits;
  if (reading.runs.run_signal) return Reason::long_run;
  if (reading.runs.crossings_signal) return Reason::few_crossings;
  return Reason::none;
}

/// Few crossings say that the series drifts; the later half against the earlier says which way.
Verdict drift_of(const ChartReading& reading, Better better) {
  Proportion early;
  Proportion late;
  const std::size_t half = reading.points.size() / 2;
  for (std::size_t i = 0; i < reading.points.size(); ++i) {
    Proportion& sum = i < half ? early : late;
    sum.count += reading.points[i].share.count;
    sum.of += reading.points[i].share.of;
  }
  const std::int64_t rise = late.count * early.of - early.count * late.of;
  if (rise == 0) return Verdict::usual;
  return (rise > 0) == (better == Better::more) ? Verdict::better : Verdict::worse;
}

/// What holds now is what the marks of the last third say. A sign that lies further back is told as
/// such, and does not make today better or worse.
Verdict verdict_of(const ChartReading& reading, Better better) {
  if (reading.reason == Reason::none) return Verdict::usual;
  const auto marks = [&](Mark mark, std::size_t from) {
    return std::count_if(reading.points.begin() + static_cast<std::ptrdiff_t>(from),
                         reading.points.end(), [&](const ChartPoint& p) { return p.mark == mark; });
  };
  const std::size_t recent = reading.points.size() - reading.points.size() / 3;
  const bool better_now = marks(Mark::better, recent) > 0;
  const bool worse_now = marks(Mark::worse, recent) > 0;
  if (better_now && worse_now) return Verdict::mixed;
  if (better_now) return Verdict::better;
  if (worse_now) return Verdict::worse;
  return reading.reason == Reason::few_crossings ? drift_of(reading, better) : Verdict::earlier;
}

std::optional<double> there(double value) {
  return statistics::is_missing(value) ? std::nullopt : std::optional(value);
}

std::vector<statistics::Observation> observations_of(const std::vector<MonthCount>& months) {
  std::vector<statistics::Observation> series;
  for (const MonthCount& month : months) {
    statistics::Observation at;
    at.size = static_cast<double>(month.share.of);
    if (month.share.of > 0) at.value = static_cast<double>(month.share.count) / at.size;
    series.push_back(at);
  }
  return series;
}

}  // namespace

ChartReading read_proportion_chart(const std::vector<MonthCount>& months, Better better) {
  statistics::ChartMaker maker;
  statistics::ChartOptions options;
  options.kind = statistics::ChartKind::p;
  const std::vector<statistics::Observation> series = observations_of(months);
  const statistics::ControlChart& chart = maker.make(series, options);

  ChartReading reading;
  std::vector<double> present;
  std::vector<std::optional<double>> values;
  for (std::size_t i = 0; i < months.size(); ++i) {
    const statistics::ChartPoint& at = chart.points[i];
    reading.points.push_back({months[i].month, months[i].share, there(at.value), there(at.lower),
                              there(at.upper), Mark::missing, at.outside});
    reading.counted += months[i].share.of;
    values.push_back(there(at.value));
    if (!statistics::is_missing(at.value)) present.push_back(at.value);
  }
  if (present.empty()) return reading;
  reading.has_limits = static_cast<std::int64_t>(present.size()) >= points_for_limits;
  reading.centre = reading.has_limits ? chart.points.front().centre : median_of(present);
  if (!reading.has_limits) {
    for (ChartPoint& point : reading.points) {
      point.lower = point.upper = std::nullopt;
      point.outside_limits = false;
    }
  }
  reading.runs = statistics::runs_verdict(values, *reading.centre);
  if (!reading.has_limits) reading.runs.run_signal = reading.runs.crossings_signal = false;
  mark_points(reading, better);
  reading.reason = reason_of(reading);
  reading.verdict = reading.has_limits ? verdict_of(reading, better) : Verdict::too_early;
  return reading;
}

}  // namespace alongside
