// SPDX-License-Identifier: Apache-2.0
// Turns limits and runs into marks and a verdict.
#include "improvement/chart.h"

#include <algorithm>
#include <span>

#include "foundation/statistics/control_limits.h"
#include "improvement/findings.h"

namespace alongside {
namespace {

using statistics::ChartKind;

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

/// Where those months stand on the chart; months that do not are passed over.
std::vector<std::size_t> places_of(const std::vector<Month>& wanted,
                                   const std::vector<MonthCount>& months) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < months.size(); ++i)
    if (std::ranges::find(wanted, months[i].month) != wanted.end()) places.push_back(i);
  return places;
}

ChartKind kind_of(ShareChart chart) {
  switch (chart) {
    case ShareChart::p:
      return ChartKind::p;
    case ShareChart::pp:
      return ChartKind::pp;
    case ShareChart::run:
      return ChartKind::run;
  }
  return ChartKind::p;
}

/// Every point of a finding is marked, but those on the middle.
void mark_points(ChartReading& reading, const std::vector<Finding>& found) {
  for (const Finding& one : found) {
    if (one.rule == FoundBy::few_crossings) continue;
    for (std::size_t i = one.first; i <= one.last; ++i) {
      ChartPoint& point = reading.points[i];
      if (!point.value || point.left_out || !point.centre) continue;
      if (statistics::side_of(*point.value, *point.centre) == 0) continue;
      point.mark = one.meaning == Meaning::better ? Mark::better : Mark::worse;
    }
  }
}

/// The points of the last phase: what holds now.
std::span<const ChartPoint> last_phase(const ChartReading& reading) {
  std::size_t begins = 0;
  for (std::size_t i = 0; i < reading.points.size(); ++i)
    if (reading.points[i].begins_phase) begins = i;
  return std::span(reading.points).subspan(begins);
}

Reason reason_of(const ChartReading& reading) {
  if (std::ranges::any_of(last_phase(reading), &ChartPoint::outside_limits))
    return Reason::outside_limits;
  if (reading.runs.run_signal) return Reason::long_run;
  if (reading.runs.crossings_signal) return Reason::few_crossings;
  return Reason::none;
}

/// Few crossings say that the series drifts; the later half against the earlier says which way.
Verdict drift_of(std::span<const ChartPoint> points, Better better) {
  Proportion early;
  Proportion late;
  const std::size_t half = points.size() / 2;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (points[i].left_out) continue;
    Proportion& sum = i < half ? early : late;
    sum.count += points[i].share.count;
    sum.of += points[i].share.of;
  }
  const std::int64_t rise = late.count * early.of - early.count * late.of;
  if (rise == 0) return Verdict::usual;
  return (rise > 0) == (better == Better::more) ? Verdict::better : Verdict::worse;
}

/// What holds now is what the marks of the last third say. A sign that lies further back is told as
/// such, and does not make today better or worse.
Verdict verdict_of(const ChartReading& reading, Better better) {
  if (reading.reason == Reason::none) return Verdict::usual;
  const auto points = last_phase(reading);
  const std::size_t recent =
      std::min(points.size(), std::max<std::size_t>(1, reading.points.size() / 3));
  const auto marked = [&](Mark mark) {
    return std::ranges::count(points.last(recent), mark, &ChartPoint::mark) > 0;
  };
  if (marked(Mark::better) && marked(Mark::worse)) return Verdict::mixed;
  if (marked(Mark::better)) return Verdict::better;
  if (marked(Mark::worse)) return Verdict::worse;
  return reading.reason == Reason::few_crossings ? drift_of(points, better) : Verdict::earlier;
}

std::int64_t months_that_count(std::span<const statistics::Observation> series,
                               const std::vector<std::size_t>& left_out) {
  std::int64_t count = 0;
  for (std::size_t i = 0; i < series.size(); ++i)
    if (!statistics::is_missing(series[i].value) &&
        std::ranges::find(left_out, i) == left_out.end())
      ++count;
  return count;
}

void take_points(ChartReading& reading, const std::vector<MonthCount>& months,
                 const statistics::ControlChart& chart) {
  for (std::size_t i = 0; i < months.size(); ++i) {
    const statistics::ChartPoint& at = chart.points[i];
    ChartPoint point;
    point.month = months[i].month;
    point.share = months[i].share;
    point.value = there(at.value);
    point.lower = there(at.lower);
    point.upper = there(at.upper);
    point.centre = there(at.centre);
    point.mark = point.value ? Mark::usual : Mark::missing;
    point.outside_limits = at.outside && at.included;
    point.begins_phase = i > 0 && at.phase != chart.points[i - 1].phase;
    point.left_out = !at.included;
    reading.counted += months[i].share.of;
    reading.points.push_back(point);
  }
}

}  // namespace

ChartReading read_proportion_chart(const std::vector<MonthCount>& months, Better better,
                                   const ChartSettings& settings) {
  const std::vector<statistics::Observation> series = observations_of(months);
  const auto left_out = places_of(settings.left_out, months);
  auto starts = places_of(settings.phases, months);
  std::erase(starts, std::size_t{0});
  const std::int64_t present = months_that_count(series, left_out);
  const bool enough = present >= points_for_limits;

  statistics::ChartOptions options;
  options.kind = enough ? kind_of(settings.chart) : ChartKind::run;
  options.phase_starts = starts;
  options.excluded = left_out;
  statistics::ChartMaker maker;
  const statistics::ControlChart& chart = maker.make(series, options);

  ChartReading reading;
  reading.chart = settings.chart;
  take_points(reading, months, chart);
  if (present == 0) return reading;
  reading.has_limits = enough && settings.chart != ShareChart::run;
  reading.centre = there(chart.points.back().centre);
  reading.runs = chart.phases.back().runs;
  if (!enough) {
    reading.runs.run_signal = reading.runs.crossings_signal = false;
    reading.verdict = Verdict::too_early;
    return reading;
  }
  mark_points(reading, findings(chart, better));
  reading.reason = reason_of(reading);
  reading.verdict = verdict_of(reading, better);
  return reading;
}

}  // namespace alongside
