// SPDX-License-Identifier: Apache-2.0
// A measure over time and what it says: numbers from foundation/statistics, meaning from here.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "foundation/base/clock.h"
#include "foundation/base/quantity.h"
#include "foundation/statistics/chart_choice.h"
#include "foundation/statistics/run_rules.h"
#include "improvement/chart_settings.h"
#include "improvement/measure.h"
#include "improvement/measure_charts.h"
#include "improvement/standing.h"

namespace alongside {

struct MonthCount {
  Month month;
  Proportion share;  ///< of = 0: nothing to count that month, which is missing and not zero
  std::optional<double> value = {};  ///< of measures that are values
};

/// One time of a series: the first day of a month, or any day.
struct SeriesPoint {
  Day day;
  Proportion share = {};             ///< of shares, rates and counts; a count is out of 1
  std::optional<double> value = {};  ///< of values
};

/// How far apart the points of a series are: months where all fall on a month's first day.
enum class Spacing { months, days };

enum class Mark { missing, usual, better, worse, different };

struct ChartPoint {
  Day day;
  Month month;  ///< in which the day lies; what a team decides is about months
  Proportion share;
  std::optional<double> value;  ///< on the chart's scale: a share is 0 to 1
  std::optional<double> lower;
  std::optional<double> upper;
  std::optional<double> centre;  ///< of its phase
  std::optional<double> second;  ///< a CUSUM's sum downwards
  std::optional<double> target;  ///< a share, where the chart shows shares
  std::string note;              ///< words of the team's own
  Mark mark = Mark::missing;
  bool outside_limits = false;
  bool begins_phase = false;
  bool left_out = false;  ///< drawn, and part of nothing that is worked out
};

/// What the chart says as a whole. `mixed`: signals to both sides lately. `earlier`: a signal, but
/// none in the last third of the months.
/// `different`: a sign that is neither.
enum class Verdict { nothing_yet, too_early, usual, earlier, better, worse, mixed, different };
/// Why: the rule that spoke first, in this order.
enum class Reason { none, outside_limits, long_run, few_crossings, pattern };

struct ChartReading {
  std::vector<ChartPoint> points;
  std::optional<double> centre;  ///< of the last phase: mean with limits, median without
  bool has_limits = false;       ///< from points_for_limits months with data on
  statistics::RunsVerdict runs;  ///< of the last phase, in which the verdict lies
  Spacing spacing = Spacing::months;
  CountedAs counted_as = CountedAs::share;
  std::optional<statistics::ChoiceReason> chosen_because;  ///< where the program chose the chart
  MeasureChart chart = MeasureChart::p;
  MeasureChart drawn = MeasureChart::p;  ///< a run chart while there are too few months
  ChartScale scale = ChartScale::out_of_100;
  bool goal_not_shown = false;  ///< a goal stands, and this kind of chart has no place for it
  std::string rules;
  statistics::ZoneRule pattern;  ///< where that is the reason
  Standing standing;
  statistics::Diagnosis diagnosis;
  double false_alarms = statistics::missing;  ///< how often such rules speak where nothing happened
  std::vector<Month> proposals;  ///< where new limits could begin: for the team to decide
  Verdict verdict = Verdict::nothing_yet;
  Reason reason = Reason::none;
  std::int64_t counted = 0;  ///< sum of all denominators
};

/// Fewer months with data than this: a run chart around the median, no limits, "too early to say".
constexpr std::int64_t points_for_limits = 12;

/// Points outside 3-sigma limits speak, and so do both runs rules; all from one calculation, so
/// that mark, sentence and table agree. Limits are never re-based here.
/// `settings`: what the team decided; months that are not there are passed over. All points are
/// worked with; `shown` of them, the last, stand on the chart, so that a baseline further back
/// keeps its limits. 0: all.
struct ChartAsked {
  Better better = Better::more;
  CountedAs counted = CountedAs::share;
  std::int64_t per = 1;  ///< of rates
  ChartSettings settings = {};
  std::size_t shown = 0;
  /// What happened when, such as a test of change: words at the first point from that day on.
  std::vector<std::pair<Day, std::string>> events = {};
};
/// `series` in order of its days. Where the team chose no kind of chart, shares of months over
/// records are a P chart; all else is chosen from the data, with the reason.
ChartReading read_chart(const std::vector<SeriesPoint>& series, const ChartAsked& asked);

/// Shares or, where `counted` says so, values, month by month.
ChartReading read_months(const std::vector<MonthCount>& months, const ChartAsked& asked);

/// Of a P chart, as above.
ChartReading read_proportion_chart(const std::vector<MonthCount>& months, Better better,
                                   const ChartSettings& settings = {}, std::size_t shown = 0);

}  // namespace alongside
