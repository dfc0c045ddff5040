// SPDX-License-Identifier: Apache-2.0
// Options become what the engine takes, each refused by its name.
#include "doors/cli/chart_series.h"

#include <algorithm>
#include <map>

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

constexpr double pbcharts_screen_factor = 3.2665;
constexpr std::size_t shift_period = 21;
constexpr std::size_t shift_period_monthly = 24;

void check(ChartKind kind, const ChartTable& table) {
  const bool share = kind == ChartKind::p || kind == ChartKind::pp;
  const bool rate = kind == ChartKind::u || kind == ChartKind::up;
  const bool count =
      share || rate || kind == ChartKind::c || kind == ChartKind::cp || kind == ChartKind::g;
  if ((share || rate) && table.n.empty()) refuse("This chart needs a column of denominators: --n");
  for (std::size_t i = 0; i < table.y.size(); ++i) {
    const std::string line = "line " + std::to_string(table.lines[i]) + ": ";
    if (count && table.y[i] < 0) refuse(line + "a count is not below zero");
    if (kind == ChartKind::t && table.y[i] <= 0) refuse(line + "time between events is above zero");
    if (!table.n.empty() && table.n[i] < 0) refuse(line + "a denominator is not below zero");
    if (share && table.y[i] > table.n[i])
      refuse(line + "a count is not more than what it is out of");
  }
}

/// "bed days", "hours": what counts happen in, and are not out of.
bool names_an_area(const std::string& name) {
  const std::string lower = lower_ascii(name);
  for (const std::string_view word : {"day", "hour", "month", "year", "km", "dag", "timm"})
    if (lower.find(word) != std::string::npos) return true;
  return false;
}

/// Charts that only textbooks of industry have, and all of them in qcc's profile.
std::optional<TextbookKind> textbook_kind(const std::string& code, const std::string& profile) {
  static const std::map<std::string_view, TextbookKind> of_qcc = {
      {"i", TextbookKind::one}, {"xbar", TextbookKind::xbar}, {"s", TextbookKind::s},
      {"p", TextbookKind::p},   {"c", TextbookKind::c},       {"u", TextbookKind::u}};
  if (code == "np") return TextbookKind::np;
  if (code == "r") return TextbookKind::r;
  if (profile != "qcc") return std::nullopt;
  const auto found = of_qcc.find(code);
  if (found == of_qcc.end()) refuse("qcc has no chart \"" + code + "\": --profile");
  return found->second;
}

/// Which chart, by what was asked or what the data are; rows of one time become one point.
void observe(Charted& charted, const ChartTable& table, const ChartOptions& options) {
  charted.code = options.kind;
  charted.kind = kind_from(options.kind).value_or(ChartKind::i);
  statistics::Rows rows{table.keys, table.y, table.n};
  if (options.kind == "auto" && options.profile == "mdc") {
    charted.code = "i";
    rows.size = {};
  } else if (options.kind == "auto") {
    const auto choice =
        statistics::choose_chart(rows, charted.grouping.group(rows, statistics::Together::mean),
                                 names_an_area(table.n_name) ? statistics::SizesAre::an_area
                                                             : statistics::SizesAre::not_said);
    charted.kind = choice.kind;
    charted.code = code_of(choice.kind);
    charted.reason = choice.reason;
  }
  charted.name = name_of(charted.code);
  const bool count = charted.kind == ChartKind::c || charted.kind == ChartKind::cp;
  if (count || charted.kind == ChartKind::g || charted.kind == ChartKind::t) rows.size = {};
  check(charted.kind, table);
  charted.observations =
      charted.grouping.group(rows, count ? statistics::Together::sum : statistics::Together::mean);
  for (const std::size_t row : charted.grouping.first_rows())
    charted.labels.push_back(table.labels[row]);
  if (options.profile == "mdc" && charted.labels.size() != table.labels.size())
    refuse("A time stands there twice; the charts of this profile take one row each.");
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

void take_decisions(Charted& charted, const ChartOptions& options) {
  for (const std::string& label : options.phases) {
    const std::size_t at = point_at(charted.labels, label, "--phase");
    if (at > 0) charted.phase_starts.push_back(at);
  }
  std::ranges::sort(charted.phase_starts);
  const auto same = std::unique(charted.phase_starts.begin(), charted.phase_starts.end());
  charted.phase_starts.erase(same, charted.phase_starts.end());
  for (const std::string& label : options.leave_out)
    charted.excluded.push_back(point_at(charted.labels, label, "--leave-out"));
  for (const std::string& label : options.baseline_until)
    charted.baseline_last.push_back(point_at(charted.labels, label, "--baseline-until"));
  charted.baseline = options.baseline;
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
    refuse(
        "--rules: anhoej, best-box, cut-box, mdc, western-electric, nelson, or patterns such as "
        "outside,8-on-one-side,6-trend,2-of-3-beyond-2,15-within-1");
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
  if (options.limits == "probability") asked.limits = statistics::Limits::probability;
  asked.ranges.screenings = charted.screened ? 1 : 0;
  if (options.profile == "pbcharts") asked.ranges.screen_factor = pbcharts_screen_factor;
  if (options.profile == "mdc") {
    asked.ranges.three_sigma = statistics::nhs_three_sigma;
    asked.ranges.two_sigma = statistics::nhs_three_sigma * 2 / 3;
  }
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
  if (charted.season.chance < statistics::season_told_below)
    charted.diagnosis.warnings.add(statistics::ChartWarning::season);
}

std::vector<std::size_t> stable_shifts(const Charted& charted) {
  const bool takes = charted.kind == ChartKind::i || charted.kind == ChartKind::c ||
                     charted.kind == ChartKind::cp || charted.kind == ChartKind::p ||
                     charted.kind == ChartKind::pp;
  if (!takes) refuse("New limits are proposed for i, c, cp, p and pp charts.");
  statistics::StableShiftOptions asked;
  asked.period = charted.calendar.period == 12 ? shift_period_monthly : shift_period;
  asked.screenings = charted.screened ? 1 : 0;
  statistics::StableShiftFinder finder;
  return finder.find(charted.observations, charted.kind, asked).breaks;
}

void check_options(const ChartOptions& options) {
  if (options.kind != "auto" && name_of(options.kind).empty())
    refuse("--chart: \"" + options.kind +
           "\" is none of run, i, mr, ip, ms, xbar, s, r, t, p, pp, np, c, cp, u, up, g, cusum, "
           "ewma, b, racusum, vlad, funnel");
  if (options.profile == "mdc" && options.kind != "auto" && options.kind != "i")
    refuse("The charts of this profile are of kind i: --profile, --chart");
  const bool takes_sigma = options.kind == "i" || options.kind == "ip" || options.kind == "xbar";
  if (options.sigma && !takes_sigma) refuse("--sigma is for --chart i, ip and xbar");
  if (options.profile == "mdc" && options.baseline > 0 && options.baseline < 12)
    refuse("A baseline of this profile has at least 12 points: --baseline");
}

}  // namespace

std::size_t point_at(const std::vector<std::string>& labels, const std::string& label,
                     std::string_view option) {
  const auto found = std::ranges::find(labels, label);
  if (found == labels.end())
    refuse(std::string(option) + ": there is no row \"" + label + "\" in the column of times");
  return static_cast<std::size_t>(found - labels.begin());
}

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
  take_decisions(charted, options);
  take_target(charted, table, options);
  take_notes(charted, table, options);
  charted.per = options.per;
  charted.screened =
      !options.no_screening && options.profile != "mdc" && options.profile != "pbcharts";
  if (options.profile == "autospc") {
    charted.phase_starts = stable_shifts(charted);
  }
  const auto textbook = textbook_kind(charted.code, options.profile);
  const statistics::ChartOptions asked = asked_of(charted, options);
  if (textbook) {
    chart_by_textbook(charted, *textbook, options);
  } else {
    statistics::ChartMaker maker;
    charted.chart = maker.make(charted.observations, asked);
  }
  charted.diagnosis = statistics::diagnose(charted.observations, asked, charted.chart);
  charted.findings = findings_by(charted.rules, charted.chart, charted.better);
  look_for_season(charted, table, options);
  if (options.propose) charted.proposals = stable_shifts(charted);
  std::optional<double> target;
  if (!charted.targets.empty() && !is_missing(charted.targets.back()))
    target = charted.targets.back();
  charted.standing = standing_of(charted.chart, charted.findings, charted.better, target);
  return charted;
}

namespace {

drawing::Shape shape_of(const Charted& charted, std::size_t i) {
  const auto& point = charted.chart.points[i];
  if (is_missing(point.value)) return drawing::Shape::none;
  if (!point.included) return drawing::Shape::cross;
  for (const Finding& found : charted.findings) {
    if (found.rule == FoundBy::few_crossings || i < found.first || i > found.last) continue;
    if (found.side != 0 && statistics::side_of(point.value, point.centre) == 0) continue;
    return found.meaning == Meaning::worse ? drawing::Shape::square : drawing::Shape::diamond;
  }
  return drawing::Shape::ring;
}

std::optional<double> there(double value) {
  return is_missing(value) ? std::nullopt : std::optional(value);
}

}  // namespace

drawing::ControlChart ink_of(const Charted& charted) {
  drawing::ControlChart ink;
  ink.id = "chart";
  ink.title = title_of(charted);
  ink.description = summary_of(charted);
  ink.notes = charted.notes;
  for (std::size_t i = 0; i < charted.chart.points.size(); ++i) {
    const auto& point = charted.chart.points[i];
    drawing::ChartMark mark;
    mark.label = charted.labels[i];
    mark.value = there(point.value);
    mark.lower = there(point.lower);
    mark.upper = there(point.upper);
    mark.centre = there(point.centre);
    mark.shape = shape_of(charted, i);
    mark.begins_phase = i > 0 && point.phase != charted.chart.points[i - 1].phase;
    if (!charted.targets.empty()) mark.target = there(charted.targets[i]);
    if (charted.show_season) mark.second = there(charted.season.adjusted[i]);
    ink.points.push_back(std::move(mark));
  }
  ink.axis = drawing::axis_over(ink.points, ink.target);
  const auto label = [](std::string_view name, const std::optional<double>& value) {
    return value ? std::string(name) + " " + number_words(*value) : std::string();
  };
  const drawing::ChartMark& last = ink.points.back();
  ink.target_label = label("Target", last.target);
  ink.centre_label = label("Middle", last.centre);
  ink.upper_label = label("Upper", last.upper);
  ink.lower_label = label("Lower", last.lower);
  ink.latest_label = label("Latest", last.value);
  return ink;
}

}  // namespace alongside::cli
