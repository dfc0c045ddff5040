// SPDX-License-Identifier: Apache-2.0
// Options become what the engine takes, each refused by its name.
#include "doors/cli/chart_series.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "doors/cli/chart_checks.h"
#include "doors/cli/chart_sheet.h"
#include "doors/cli/chart_words.h"
#include "foundation/base/delimited.h"
#include "foundation/base/text.h"
#include "foundation/statistics/nhs_rules.h"
#include "foundation/statistics/stable_shift.h"
#include "foundation/statistics/textbook_limits.h"

namespace alongside::cli {
namespace {

using statistics::ChartKind;
using statistics::is_missing;
using statistics::TextbookKind;

constexpr std::size_t shift_period = 21;
constexpr std::size_t shift_period_monthly = 24;

/// "bed days", "hours": what counts happen in, and are not out of.
bool names_an_area(const std::string& name) {
  const std::string lower = lower_ascii(name);
  for (const std::string_view word : {"day", "hour", "month", "year", "km", "dag", "timm"})
    if (lower.find(word) != std::string::npos) return true;
  return false;
}

/// "days between falls": times between events, or cases between them.
std::optional<ChartKind> gaps_named(const ChartTable& table) {
  const std::string name = lower_ascii(table.y_name);
  const bool gaps = name.find("between") != std::string::npos ||
                    name.find("mellan") != std::string::npos ||
                    name.find("since last") != std::string::npos;
  if (!gaps || !table.n.empty()) return std::nullopt;
  const bool whole = std::ranges::all_of(
      table.y, [](double y) { return is_missing(y) || (y >= 0 && y == std::floor(y)); });
  const bool cases =
      name.find("day") == std::string::npos && name.find("dag") == std::string::npos &&
      name.find("hour") == std::string::npos && name.find("tim") == std::string::npos;
  if (cases && whole) return ChartKind::g;
  const bool positive =
      std::ranges::all_of(table.y, [](double y) { return is_missing(y) || y > 0; });
  return positive ? std::optional(ChartKind::t) : std::nullopt;
}

/// The kind by what was asked, by the profile, or by what the data are.
void choose_kind(Charted& charted, const ChartTable& table, const ChartOptions& options) {
  charted.code = options.kind;
  if (options.kind != "auto") {
    charted.kind = kind_from(options.kind).value_or(ChartKind::i);
  } else if (options.profile == "mdc" || options.profile == "pbcharts") {
    charted.code = "i";
  } else if (const auto gaps = gaps_named(table)) {
    charted.kind = *gaps;
    charted.code = code_of(*gaps);
    charted.reason = statistics::ChoiceReason::gaps;
  } else {
    const statistics::Rows rows{table.keys, table.y, table.n};
    const auto choice =
        statistics::choose_chart(rows, charted.grouping.group(rows, statistics::Together::mean),
                                 names_an_area(table.n_name) ? statistics::SizesAre::an_area
                                                             : statistics::SizesAre::not_said);
    charted.kind = choice.kind;
    charted.code = code_of(choice.kind);
    charted.reason = choice.reason;
  }
  // pbcharts calls I' an i chart.
  if (options.profile == "pbcharts" && charted.code == "i") charted.kind = ChartKind::ip;
  charted.name = name_of(charted.code);
}

/// Rows of one time become one point.
void observe(Charted& charted, const ChartTable& table, const ChartOptions& options) {
  choose_kind(charted, table, options);
  statistics::Rows rows{table.keys, table.y, table.n};
  const bool count = charted.kind == ChartKind::c || charted.kind == ChartKind::cp;
  if (count || charted.kind == ChartKind::g || charted.kind == ChartKind::t ||
      options.profile == "mdc") {
    rows.size = {};
    charted.n_name.clear();
  }
  check_values(charted.kind, table);
  charted.observations =
      charted.grouping.group(rows, count ? statistics::Together::sum : statistics::Together::mean);
  for (const std::size_t row : charted.grouping.first_rows())
    charted.labels.push_back(table.labels[row]);
  charted.remarks = table.remarks;
  const std::size_t points = charted.labels.size();
  if (options.profile == "mdc" && points != table.labels.size())
    refuse("A time stands there twice; the charts of this profile take one row each.");
  if (points < table.labels.size())
    charted.remarks.push_back(
        "Rows of the same time were put together: " + std::to_string(table.labels.size()) +
        " rows make " + std::to_string(points) + " points.");
}

void take_target(Charted& charted, const ChartTable& table, const ChartOptions& options) {
  if (options.target.empty()) return;
  if (!table.target.empty()) {
    for (const std::size_t row : charted.grouping.first_rows())
      charted.targets.push_back(table.target[row]);
    return;
  }
  const auto target = number_in(options.target, ';');
  if (!target) refuse("--target is a number, or a column");
  charted.targets.assign(charted.labels.size(), *target);
}

/// A P chart of shares has no place for "80" where 0.8 is meant.
void check_targets(const Charted& charted, const ChartOptions& options) {
  const bool share = charted.kind == ChartKind::p || charted.kind == ChartKind::pp;
  if (!share || charted.code == "np") return;
  for (const double target : charted.targets)
    if (target < 0 || target > options.per)
      refuse("--target: a share lies between 0 and " + number_words(options.per) +
             "; --per 100 writes shares out of 100");
}

void take_notes(Charted& charted, const ChartTable& table, const ChartOptions& options) {
  for (const std::string& note : options.notes) {
    const std::size_t at = note.find('=');
    if (at == std::string::npos) refuse("--note: a time, = and words, such as 2026-03=Checklist");
    charted.notes.push_back(
        {point_at(charted.labels, note.substr(0, at), "--note"), note.substr(at + 1)});
  }
  if (table.note.empty()) return;
  const auto& rows = charted.grouping.first_rows();
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (!table.note[rows[i]].empty()) charted.notes.push_back({i, table.note[rows[i]]});
}

/// "2026-03=We moved": the point at the time, and the reason, kept in words for the reader.
std::size_t decided_at(Charted& charted, const std::string& option, const std::string& text,
                       const std::string& what) {
  const bool whole = std::ranges::find(charted.labels, text) != charted.labels.end();
  const std::size_t at = whole ? std::string::npos : text.find('=');
  const std::string label = text.substr(0, at);
  const std::size_t point = point_at(charted.labels, label, option);
  charted.decisions.push_back(what + " " + label +
                              (at == std::string::npos ? "" : ": " + text.substr(at + 1)));
  return point;
}

void take_decisions(Charted& charted, const ChartOptions& options) {
  for (const std::string& text : options.phases) {
    const std::size_t at = decided_at(charted, "--phase", text, "New limits from");
    if (at > 0) charted.phase_starts.push_back(at);
  }
  std::ranges::sort(charted.phase_starts);
  const auto same = std::unique(charted.phase_starts.begin(), charted.phase_starts.end());
  charted.phase_starts.erase(same, charted.phase_starts.end());
  for (const std::string& text : options.leave_out)
    charted.excluded.push_back(decided_at(charted, "--leave-out", text, "Left out:"));
  for (const std::string& text : options.baseline_until)
    charted.baseline_last.push_back(
        decided_at(charted, "--baseline-until", text, "Limits from the points up to"));
  charted.baseline = options.baseline;
  if (options.baseline > 0)
    charted.decisions.push_back("Limits from the first " + std::to_string(options.baseline) +
                                " points of each phase");
}

void take_rules(Charted& charted, const ChartTable& table, const ChartOptions& options) {
  charted.profile = options.profile;
  std::string rules = options.rules;
  if (rules.empty())
    rules = options.profile == "mdc"   ? "mdc"
            : options.profile == "qcc" ? "western-electric"
                                       : "anhoej";
  const auto found = rules_from(rules);
  if (!found)
    refuse("--rules: \"" + rules +
           "\" is none of anhoej, best-box, cut-box, mdc, western-electric, nelson, nor a list of "
           "patterns "
           "such as outside,8-on-one-side,6-trend,2-of-3-beyond-2,15-within-1");
  charted.rules = *found;
  const std::string better =
      !table.better.empty() ? lower_ascii(table.better.front()) : options.better;
  if (better == "up" || better == "more" || better == "increase") charted.better = Better::more;
  if (better == "down" || better == "less" || better == "decrease") charted.better = Better::less;
}

statistics::ChartOptions asked_of(const Charted& charted, const ChartOptions& options) {
  statistics::ChartOptions asked;
  asked.kind = charted.kind;
  asked.phase_starts = charted.phase_starts;
  asked.excluded = charted.excluded;
  asked.baseline = static_cast<std::size_t>(options.baseline);
  asked.baseline_last = charted.baseline_last;
  asked.centre = options.centre;
  asked.sigma = options.sigma;
  asked.multiply = charted.per;
  asked.runs = charted.rules.runs;
  if (charted.limits == "probability") asked.limits = statistics::Limits::probability;
  asked.ranges.screenings = charted.screened ? 1 : 0;
  if (options.profile == "mdc") asked.ranges = statistics::nhs_ranges(asked.ranges.screenings);
  return asked;
}

/// Each phase is a chart of its own; runs are judged as everywhere.
void chart_by_textbook(Charted& charted, TextbookKind kind, const ChartOptions& options) {
  if (!charted.excluded.empty() || options.baseline > 0 || !charted.baseline_last.empty() ||
      options.centre || options.sigma || options.per != 1)
    refuse("This chart takes phases, but no baseline, left out points, given lines or --per.");
  statistics::TextbookOptions asked;
  asked.kind = kind;
  if (charted.rules.kind == Rules::Kind::patterns) asked.rules = charted.rules.patterns;
  std::vector<std::size_t> ends = charted.phase_starts;
  ends.push_back(charted.observations.size());
  std::size_t begins = 0;
  for (const std::size_t end : ends) {
    statistics::TextbookChart part;
    statistics::textbook_chart(charted.observations.subspan(begins, end - begins), asked, part);
    statistics::ChartPhase phase;
    phase.begins = begins;
    phase.ends = end;
    phase.baseline_points = end - begins;
    statistics::RunsCount runs;
    for (const auto& point : part.points) {
      statistics::ChartPoint at;
      at.value = point.statistic;
      at.centre = point.centre;
      at.lower = point.lower;
      at.upper = point.upper;
      at.sigma = point.sigma;
      at.phase = static_cast<std::uint32_t>(charted.chart.phases.size());
      at.outside = statistics::side_of(at.value, at.upper) > 0 ||
                   statistics::side_of(at.value, at.lower) < 0;
      runs.add(at.value, at.centre);
      charted.chart.points.push_back(at);
    }
    phase.runs = runs.verdict(charted.rules.runs);
    charted.chart.phases.push_back(phase);
    begins = end;
  }
}

void look_for_season(Charted& charted, const ChartTable& table, const ChartOptions& options) {
  charted.show_season = options.season;
  if (table.dated) {
    std::vector<double> days, values;
    for (const std::size_t row : charted.grouping.first_rows()) days.push_back(table.keys[row]);
    for (const auto& point : charted.chart.points)
      values.push_back(point.included ? point.value : statistics::missing);
    charted.calendar = calendar_of(days);
    charted.season = season_of(charted.calendar, values);
  }
  if (options.season && !charted.season.available)
    refuse("--season needs dates by month or by day, two whole years or weeks of them.");
  if (!options.season && charted.season.chance < statistics::season_told_below)
    charted.diagnosis.warnings.add(statistics::ChartWarning::season);
}

statistics::StableShifts shifts_of(const Charted& charted, std::size_t period) {
  const bool takes = charted.kind == ChartKind::i || charted.kind == ChartKind::c ||
                     charted.kind == ChartKind::cp || charted.kind == ChartKind::p ||
                     charted.kind == ChartKind::pp;
  if (!takes) refuse("New limits are proposed for i, c, cp, p and pp charts.");
  statistics::StableShiftOptions asked;
  asked.period = period;
  asked.screenings = charted.screened ? 1 : 0;
  statistics::StableShiftFinder finder;
  return finder.find(charted.observations, charted.kind, asked);
}

/// As autospc draws it: each period with the limits of the points they were worked out from.
void chart_by_stable_shifts(Charted& charted) {
  const statistics::StableShifts found = shifts_of(charted, shift_period);
  if (!found.available) refuse("Too few points for this profile: it takes 21 and more");
  charted.phase_starts = found.breaks;
  for (std::size_t i = 0; i < charted.chart.points.size(); ++i) {
    statistics::ChartPoint& point = charted.chart.points[i];
    point.centre = found.centre[i];
    point.lower = found.lower[i];
    point.upper = found.upper[i];
    point.lower95 = point.upper95 = point.sigma = statistics::missing;
    point.included = !found.excluded[i];
    point.outside = found.outside[i];
  }
}

void work_out(Charted& charted, const ChartOptions& options) {
  if (options.profile == "autospc") charted.phase_starts = shifts_of(charted, shift_period).breaks;
  const statistics::ChartOptions asked = asked_of(charted, options);
  if (const auto textbook = textbook_kind(charted.code, options.profile)) {
    chart_by_textbook(charted, *textbook, options);
  } else {
    statistics::ChartMaker maker;
    charted.chart = maker.make(charted.observations, asked);
  }
  if (options.profile == "autospc") chart_by_stable_shifts(charted);
  // Neighbouring moving ranges share a point: their runs mean nothing.
  if (charted.kind == ChartKind::mr || charted.kind == ChartKind::ms)
    for (auto& phase : charted.chart.phases)
      phase.runs.signal = phase.runs.run_signal = phase.runs.crossings_signal = false;
  if (is_missing(charted.chart.points.back().centre) &&
      std::ranges::all_of(charted.chart.points,
                          [](const auto& point) { return is_missing(point.centre); }))
    refuse("There is no value to work out a middle from.");
  charted.diagnosis = statistics::diagnose(charted.observations, asked, charted.chart);
}

}  // namespace

Charted chart_of(const ChartTable& table, const ChartOptions& options) {
  check_options(options);
  Charted charted;
  charted.y_name = table.y_name;
  charted.x_name = table.x_name;
  charted.n_name = table.n_name;
  charted.without_time = table.without_time;
  take_rules(charted, table, options);
  observe(charted, table, options);
  if (charted.labels.empty()) refuse("The file holds no rows of data.");
  check_groups(charted);
  take_decisions(charted, options);
  check_points(charted, options);
  take_target(charted, table, options);
  check_targets(charted, options);
  take_notes(charted, table, options);
  charted.per = options.per;
  charted.given_centre = options.centre.value_or(statistics::missing);
  charted.given_sigma = options.sigma.value_or(statistics::missing);
  charted.screened = options.screening || (!options.no_screening && options.profile != "mdc" &&
                                           options.profile != "pbcharts");
  // A geometric distribution is far from even: 3 sigma would cry wolf on one side alone.
  charted.limits = options.limits;
  if (charted.limits.empty() && charted.kind == ChartKind::g && options.profile == "standard")
    charted.limits = "probability";
  work_out(charted, options);
  charted.signals = signals_by(charted.rules, charted.chart, charted.better);
  look_for_season(charted, table, options);
  if (options.propose)
    charted.proposals =
        shifts_of(charted, charted.calendar.period == 12 ? shift_period_monthly : shift_period)
            .breaks;
  std::optional<double> target;
  if (!charted.targets.empty() && !is_missing(charted.targets.back()))
    target = charted.targets.back();
  charted.standing = standing_of(charted.chart, charted.signals, charted.better, target);
  return charted;
}

}  // namespace alongside::cli
