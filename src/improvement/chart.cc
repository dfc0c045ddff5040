// SPDX-License-Identifier: Apache-2.0
// Turns limits and runs into marks and a verdict.
#include "improvement/chart.h"

#include <algorithm>
#include <cstdlib>
#include <span>

#include "foundation/statistics/stable_shift.h"
#include "improvement/signals.h"

namespace alongside {
namespace {

/// A phase of the team's own so near to a proposal answers it.
constexpr std::int64_t near_months = 3;

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

Mark mark_of(Meaning meaning) {
  switch (meaning) {
    case Meaning::better:
      return Mark::better;
    case Meaning::worse:
      return Mark::worse;
    case Meaning::different:
      return Mark::different;
  }
  return Mark::usual;
}

/// Every point of a signal is marked, but those on the middle.
void mark_points(ChartReading& reading, const std::vector<Signal>& found, std::size_t hidden) {
  for (const Signal& one : found) {
    if (one.rule == FoundBy::few_crossings) continue;
    for (std::size_t i = std::max(one.first, hidden); i <= one.last; ++i) {
      ChartPoint& point = reading.points[i - hidden];
      if (!point.value || point.left_out || !point.centre) continue;
      if (one.side != 0 && statistics::side_of(*point.value, *point.centre) == 0 &&
          one.rule == FoundBy::long_run)
        continue;
      point.mark = mark_of(one.meaning);
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

Reason reason_by(FoundBy rule) {
  switch (rule) {
    case FoundBy::outside:
      return Reason::outside_limits;
    case FoundBy::long_run:
      return Reason::long_run;
    case FoundBy::few_crossings:
      return Reason::few_crossings;
    case FoundBy::pattern:
      return Reason::pattern;
  }
  return Reason::none;
}

/// The plainest of what was found in the last phase.
void take_reason(ChartReading& reading, const std::vector<Signal>& found, std::size_t hidden) {
  const std::size_t begins = hidden + reading.points.size() - last_phase(reading).size();
  for (const Signal& one : found) {
    if (one.last < begins) continue;
    const Reason reason = reason_by(one.rule);
    if (reading.reason != Reason::none && reason >= reading.reason) continue;
    reading.reason = reason;
    reading.pattern = one.pattern;
  }
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
  if (marked(Mark::different)) return Verdict::different;
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
                 const WorkedChart& worked, const ChartSettings& settings, std::size_t hidden) {
  const statistics::ControlChart& chart = worked.chart;
  for (std::size_t i = hidden; i < months.size(); ++i) {
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
    if (!worked.second.empty()) point.second = there(worked.second[i]);
    for (const auto& [from, permille] : settings.targets)
      if (shows_shares(reading.drawn) && months[i].month >= from)
        point.target = static_cast<double>(permille) / 1000;
    for (const auto& [month, words] : settings.notes)
      if (month == months[i].month) point.note += (point.note.empty() ? "" : "; ") + words;
    reading.counted += months[i].share.of;
    reading.points.push_back(point);
  }
}

/// By the Stable Shift Algorithm over the shares; months that were left out or already begin a
/// phase are none.
std::vector<Month> proposals_for(std::span<const statistics::Observation> series,
                                 const std::vector<MonthCount>& months,
                                 const ChartSettings& settings) {
  statistics::StableShiftOptions options;
  options.period = static_cast<std::size_t>(points_for_limits);
  statistics::StableShiftFinder finder;
  std::vector<Month> proposals;
  for (const std::size_t first : finder.find(series, statistics::ChartKind::p, options).breaks) {
    const auto near_phase = [&](Month phase) {
      return std::abs(phase.number - months[first].month.number) < near_months;
    };
    if (std::ranges::none_of(settings.phases, near_phase)) proposals.push_back(months[first].month);
  }
  return proposals;
}

/// The sign in a table says what the sentence under the chart says.
void take_verdict(ChartReading& reading, Better better) {
  Standing& standing = reading.standing;
  const bool more_is_better = better == Better::more;
  switch (reading.verdict) {
    case Verdict::better:
      standing.variation = Variation::better;
      standing.way = more_is_better ? 1 : -1;
      break;
    case Verdict::worse:
      standing.variation = Variation::worse;
      standing.way = more_is_better ? -1 : 1;
      break;
    case Verdict::mixed:
    case Verdict::different:
      standing.variation = Variation::different;
      standing.way = standing.way == 0 ? 1 : standing.way;
      break;
    default:
      standing.variation = Variation::usual;
      standing.way = 0;
  }
}

/// The middle of the latest month that has one.
std::optional<double> latest_centre(const statistics::ControlChart& chart) {
  for (auto point = chart.points.rbegin(); point != chart.points.rend(); ++point)
    if (!statistics::is_missing(point->value)) return there(point->centre);
  return std::nullopt;
}

}  // namespace

ChartReading read_proportion_chart(const std::vector<MonthCount>& months, Better better,
                                   const ChartSettings& settings, std::size_t shown) {
  const std::size_t hidden = shown == 0 || shown > months.size() ? 0 : months.size() - shown;
  const std::vector<statistics::Observation> series = observations_of(months);
  ChartPlaces places{places_of(settings.phases, months), places_of(settings.baselines, months),
                     places_of(settings.left_out, months)};
  std::erase(places.phase_starts, std::size_t{0});
  const std::int64_t present = months_that_count(series, places.excluded);
  const bool enough = present >= points_for_limits;
  const MeasureChart drawn = enough ? settings.chart : MeasureChart::run;
  const Rules rules = rules_from(settings.rules).value_or(Rules());
  const WorkedChart worked = work_out(series, drawn, places, rules, better);

  ChartReading reading;
  reading.chart = settings.chart;
  reading.rules = rules.name;
  reading.scale = scale_of(drawn);
  reading.drawn = drawn;
  reading.goal_not_shown = !settings.targets.empty() && !shows_shares(drawn);
  take_points(reading, months, worked, settings, hidden);
  if (present == 0) return reading;
  reading.has_limits = enough && settings.chart != MeasureChart::run;
  reading.centre = latest_centre(worked.chart);
  reading.diagnosis = worked.diagnosis;
  reading.false_alarms = worked.false_alarms;
  reading.runs = worked.chart.phases.back().runs;
  if (!enough) {
    reading.runs.run_signal = reading.runs.crossings_signal = false;
    reading.verdict = Verdict::too_early;
    return reading;
  }
  mark_points(reading, worked.signals, hidden);
  take_reason(reading, worked.signals, hidden);
  reading.verdict = verdict_of(reading, better);
  reading.proposals = proposals_for(series, months, settings);
  reading.standing =
      standing_of(worked.chart, worked.signals, better, reading.points.back().target);
  take_verdict(reading, better);
  return reading;
}

}  // namespace alongside
