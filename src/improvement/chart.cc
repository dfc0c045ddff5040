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

statistics::Observation observation_of(const SeriesPoint& point, CountedAs counted) {
  statistics::Observation at;
  if (counted == CountedAs::value || counted == CountedAs::count) {
    at.rows = 1;
    if (counted == CountedAs::value && point.value) at.value = *point.value;
    if (counted == CountedAs::count && point.share.of > 0)
      at.value = static_cast<double>(point.share.count);
    return at;
  }
  at.size = static_cast<double>(point.share.of);
  if (point.share.of > 0) at.value = static_cast<double>(point.share.count) / at.size;
  return at;
}

std::vector<statistics::Observation> observations_of(const std::vector<SeriesPoint>& series,
                                                     CountedAs counted) {
  std::vector<statistics::Observation> observations;
  for (const SeriesPoint& point : series) observations.push_back(observation_of(point, counted));
  return observations;
}

/// The first point of each of those months; months that are not there are passed over.
std::vector<std::size_t> first_of(const std::vector<Month>& wanted,
                                  const std::vector<SeriesPoint>& series) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < series.size(); ++i) {
    const Month month = Month::of(series[i].day);
    const bool begins = i == 0 || Month::of(series[i - 1].day) != month;
    if (begins && std::ranges::find(wanted, month) != wanted.end()) places.push_back(i);
  }
  return places;
}

/// The last point of each of those months.
std::vector<std::size_t> last_of(const std::vector<Month>& wanted,
                                 const std::vector<SeriesPoint>& series) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < series.size(); ++i) {
    const Month month = Month::of(series[i].day);
    const bool ends = i + 1 == series.size() || Month::of(series[i + 1].day) != month;
    if (ends && std::ranges::find(wanted, month) != wanted.end()) places.push_back(i);
  }
  return places;
}

std::vector<std::size_t> all_of(const std::vector<Month>& wanted,
                                const std::vector<SeriesPoint>& series) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < series.size(); ++i)
    if (std::ranges::find(wanted, Month::of(series[i].day)) != wanted.end()) places.push_back(i);
  return places;
}

MeasureChart chart_of(statistics::ChartKind kind) {
  switch (kind) {
    case statistics::ChartKind::p:
      return MeasureChart::p;
    case statistics::ChartKind::pp:
      return MeasureChart::pp;
    case statistics::ChartKind::u:
      return MeasureChart::u;
    case statistics::ChartKind::up:
      return MeasureChart::up;
    case statistics::ChartKind::c:
      return MeasureChart::c;
    default:
      return MeasureChart::i;
  }
}

/// From the data, with the reason.
statistics::Choice choice_for(const std::vector<SeriesPoint>& series,
                              std::span<const statistics::Observation> observations,
                              CountedAs counted) {
  if (counted == CountedAs::value)
    return {statistics::ChartKind::i, statistics::ChoiceReason::single_values};
  std::vector<double> x;
  std::vector<double> y;
  std::vector<double> size;
  for (std::size_t i = 0; i < series.size(); ++i) {
    x.push_back(static_cast<double>(series[i].day.number));
    y.push_back(series[i].share.of > 0 ? static_cast<double>(series[i].share.count)
                                       : statistics::missing);
    if (counted != CountedAs::count) size.push_back(observations[i].size);
  }
  return statistics::choose_chart(
      {x, y, size}, observations,
      counted == CountedAs::rate ? statistics::SizesAre::an_area : statistics::SizesAre::not_said);
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

/// The middle of those points: all of them together for shares and rates, else their mean.
std::optional<double> middle_of(std::span<const ChartPoint> points, CountedAs counted) {
  const bool shares = counted == CountedAs::share || counted == CountedAs::rate;
  double sum = 0;
  double of = 0;
  for (const ChartPoint& point : points) {
    if (point.left_out || !point.value) continue;
    sum += shares ? static_cast<double>(point.share.count) : *point.value;
    of += shares ? static_cast<double>(point.share.of) : 1;
  }
  return of > 0 ? std::optional(sum / of) : std::nullopt;
}

/// Few crossings say that the series drifts; the later half against the earlier says which way.
Verdict drift_of(std::span<const ChartPoint> points, const ChartAsked& asked) {
  const std::size_t half = points.size() / 2;
  const auto early = middle_of(points.first(half), asked.counted);
  const auto late = middle_of(points.subspan(half), asked.counted);
  if (!early || !late || *early == *late) return Verdict::usual;
  return (*late > *early) == (asked.better == Better::more) ? Verdict::better : Verdict::worse;
}

/// What holds now is what the marks of the last third say. A sign that lies further back is told as
/// such, and does not make today better or worse.
Verdict verdict_of(const ChartReading& reading, const ChartAsked& asked) {
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
  return reading.reason == Reason::few_crossings ? drift_of(points, asked) : Verdict::earlier;
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

/// Words and goals that the team put at the point's month; words stand at its first point.
void take_decided(ChartPoint& point, bool first_of_month, const ChartReading& reading,
                  const ChartSettings& settings) {
  for (const auto& [from, permille] : settings.targets)
    if (shows_shares(reading.drawn) && point.month >= from)
      point.target = static_cast<double>(permille) / 1000;
  for (const auto& [month, words] : settings.notes)
    if (month == point.month && first_of_month)
      point.note += (point.note.empty() ? "" : "; ") + words;
}

void take_events(ChartPoint& point, std::optional<Day> before,
                 const std::vector<std::pair<Day, std::string>>& events) {
  for (const auto& [day, words] : events)
    if (day <= point.day && (!before || day > *before))
      point.note += (point.note.empty() ? "" : "; ") + words;
}

/// A rate is told for so many; a plain count and a sum in sigmas are not.
double scale_by(MeasureChart drawn, std::int64_t per) {
  const bool plain = drawn == MeasureChart::c || drawn == MeasureChart::cp ||
                     drawn == MeasureChart::np || drawn == MeasureChart::cusum;
  return plain ? 1 : static_cast<double>(per);
}

void take_points(ChartReading& reading, const std::vector<SeriesPoint>& series,
                 const WorkedChart& worked, const ChartAsked& asked, std::size_t hidden) {
  const statistics::ControlChart& chart = worked.chart;
  const double per = scale_by(reading.drawn, asked.per);
  const auto scaled = [&](double value) {
    const auto found = there(value);
    return found ? std::optional(*found * per) : found;
  };
  for (std::size_t i = hidden; i < series.size(); ++i) {
    const statistics::ChartPoint& at = chart.points[i];
    ChartPoint point;
    point.day = series[i].day;
    point.month = Month::of(point.day);
    point.share = series[i].share;
    point.value = scaled(at.value);
    point.lower = scaled(at.lower);
    point.upper = scaled(at.upper);
    point.centre = scaled(at.centre);
    point.mark = point.value ? Mark::usual : Mark::missing;
    point.outside_limits = at.outside && at.included;
    point.begins_phase = i > 0 && at.phase != chart.points[i - 1].phase;
    point.left_out = !at.included;
    if (!worked.second.empty()) point.second = scaled(worked.second[i]);
    const bool first = i == 0 || Month::of(series[i - 1].day) != point.month;
    take_decided(point, first, reading, asked.settings);
    take_events(point, i == hidden ? std::nullopt : std::optional(series[i - 1].day), asked.events);
    reading.counted += series[i].share.of;
    reading.points.push_back(point);
  }
}

/// By the Stable Shift Algorithm over the shares; months that were left out or already begin a
/// phase are none.
std::vector<Month> proposals_for(std::span<const statistics::Observation> observations,
                                 const std::vector<SeriesPoint>& series, const ChartAsked& asked) {
  statistics::StableShiftOptions options;
  options.period = static_cast<std::size_t>(points_for_limits);
  statistics::StableShiftFinder finder;
  std::vector<Month> proposals;
  const auto kind = asked.counted == CountedAs::share  ? statistics::ChartKind::p
                    : asked.counted == CountedAs::rate ? statistics::ChartKind::u
                                                       : statistics::ChartKind::i;
  for (const std::size_t first : finder.find(observations, kind, options).breaks) {
    const Month month = Month::of(series[first].day);
    const auto near_phase = [&](Month phase) {
      return std::abs(phase.number - month.number) < near_months;
    };
    const bool told = !proposals.empty() && proposals.back() == month;
    if (!told && std::ranges::none_of(asked.settings.phases, near_phase))
      proposals.push_back(month);
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

/// As the team chose, where that can be drawn; else from the data, once there are enough.
void take_kind(ChartReading& reading, const std::vector<SeriesPoint>& series,
               std::span<const statistics::Observation> observations, const ChartAsked& asked,
               bool enough) {
  const auto chosen = asked.settings.chart;
  if (chosen && fits(*chosen, asked.counted)) {
    reading.chart = *chosen;
    return;
  }
  reading.chart = asked.counted == CountedAs::share  ? MeasureChart::p
                  : asked.counted == CountedAs::rate ? MeasureChart::u
                                                     : MeasureChart::i;
  if (!enough) return;
  const auto choice = choice_for(series, observations, asked.counted);
  reading.chosen_because = choice.reason;
  reading.chart = chart_of(choice.kind);
}

}  // namespace

ChartReading read_chart(const std::vector<SeriesPoint>& series, const ChartAsked& asked) {
  const ChartSettings& settings = asked.settings;
  const std::size_t hidden =
      asked.shown == 0 || asked.shown > series.size() ? 0 : series.size() - asked.shown;
  const std::vector<statistics::Observation> observations = observations_of(series, asked.counted);
  ChartPlaces places{first_of(settings.phases, series), last_of(settings.baselines, series),
                     all_of(settings.left_out, series)};
  std::erase(places.phase_starts, std::size_t{0});
  const std::int64_t present = months_that_count(observations, places.excluded);
  const bool enough = present >= points_for_limits;

  ChartReading reading;
  reading.spacing =
      std::ranges::all_of(series, [](const SeriesPoint& at) { return at.day.day_of_month() == 1; })
          ? Spacing::months
          : Spacing::days;
  reading.counted_as = asked.counted;
  take_kind(reading, series, observations, asked, enough);
  reading.drawn = enough ? reading.chart : MeasureChart::run;
  const Rules rules = rules_from(settings.rules).value_or(Rules());
  const WorkedChart worked = work_out(observations, reading.drawn, places, rules, asked.better);
  reading.rules = rules.name;
  reading.scale = asked.counted == CountedAs::share ? scale_of(reading.drawn) : ChartScale::count;
  if (reading.drawn == MeasureChart::cusum) reading.scale = ChartScale::sigmas;
  const bool shares = asked.counted == CountedAs::share && shows_shares(reading.drawn);
  reading.goal_not_shown = !settings.targets.empty() && !shares;
  take_points(reading, series, worked, asked, hidden);
  if (present == 0) return reading;
  reading.has_limits = enough && reading.chart != MeasureChart::run;
  reading.centre = latest_centre(worked.chart);
  if (reading.centre) *reading.centre *= scale_by(reading.drawn, asked.per);
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
  reading.verdict = verdict_of(reading, asked);
  reading.proposals = proposals_for(observations, series, asked);
  reading.standing =
      standing_of(worked.chart, worked.signals, asked.better, reading.points.back().target);
  take_verdict(reading, asked.better);
  return reading;
}

ChartReading read_months(const std::vector<MonthCount>& months, const ChartAsked& asked) {
  std::vector<SeriesPoint> series;
  for (const MonthCount& month : months)
    series.push_back({month.month.first_day(), month.share, month.value});
  return read_chart(series, asked);
}

ChartReading read_proportion_chart(const std::vector<MonthCount>& months, Better better,
                                   const ChartSettings& settings, std::size_t shown) {
  ChartAsked asked{better, CountedAs::share, 1, settings, shown};
  if (!asked.settings.chart) asked.settings.chart = MeasureChart::p;
  return read_months(months, asked);
}

}  // namespace alongside
