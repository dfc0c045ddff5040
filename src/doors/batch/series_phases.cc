// SPDX-License-Identifier: Apache-2.0
// Charts of one series: Anhøj's families and the NHS rules.
#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "doors/batch/series_families.h"
#include "foundation/statistics/chart_choice.h"
#include "foundation/statistics/diagnostics.h"
#include "foundation/statistics/false_alarms.h"
#include "foundation/statistics/nhs_rules.h"

namespace alongside::batch {
namespace {

using statistics::ChartKind;
using statistics::ChartOptions;
using statistics::ChartPoint;
using statistics::ControlChart;
using statistics::Observation;
using statistics::Together;

constexpr std::size_t nhs_baseline_min = 12;
constexpr std::size_t baseline_min = 2;

const std::map<std::string_view, ChartKind>& kinds_of_phases() {
  static const std::map<std::string_view, ChartKind> kinds = {
      {"run", ChartKind::run}, {"i", ChartKind::i},   {"mr", ChartKind::mr},
      {"ip", ChartKind::ip},   {"ms", ChartKind::ms}, {"xbar", ChartKind::xbar},
      {"s", ChartKind::s},     {"t", ChartKind::t},   {"p", ChartKind::p},
      {"pp", ChartKind::pp},   {"c", ChartKind::c},   {"cp", ChartKind::cp},
      {"u", ChartKind::u},     {"up", ChartKind::up}, {"g", ChartKind::g}};
  return kinds;
}

std::string_view name_of(ChartKind kind) {
  for (const auto& [name, one] : kinds_of_phases())
    if (one == kind) return name;
  return {};
}

ChartKind kind_of(const SeriesRequest& request) {
  const auto found = kinds_of_phases().find(request.chart());
  if (found == kinds_of_phases().end())
    throw SeriesFault{"unknown_chart", "This chart is not known."};
  // pbcharts calls I' an i chart.
  if (request.family() == "pbc" && found->second == ChartKind::i) return ChartKind::ip;
  return found->second;
}

bool needs_sizes(ChartKind kind) {
  return kind == ChartKind::p || kind == ChartKind::pp || kind == ChartKind::u ||
         kind == ChartKind::up;
}

Together together_of(const SeriesRequest& request, ChartKind kind) {
  if (kind == ChartKind::c || kind == ChartKind::cp) return Together::sum;
  if (kind == ChartKind::xbar || kind == ChartKind::s) return Together::mean;
  const std::string name = request.text_or("agg", "mean");
  if (name == "mean") return Together::mean;
  if (name == "median") return Together::median;
  if (name == "sum") return Together::sum;
  if (name == "sd") return Together::spread;
  throw SeriesFault{"wrong_option", "\"agg\" is mean, median, sum or sd."};
}

statistics::RunsMethod runs_of(const SeriesRequest& request) {
  const std::string name = request.text_or("runs_method", "anhoej");
  if (name == "anhoej") return statistics::RunsMethod::anhoej;
  if (name == "bestbox") return statistics::RunsMethod::best_box;
  if (name == "cutbox") return statistics::RunsMethod::cut_box;
  throw SeriesFault{"wrong_option", "\"runs_method\" is anhoej, bestbox or cutbox."};
}

/// Columns of one series, its rows of one time put together.
struct Series {
  std::vector<double> y, n;
  Times times;
  statistics::Grouping grouping;
  std::span<const Observation> observations;

  void take(const SeriesRequest& request, ChartKind kind) {
    y = request.numbers("y");
    n = request.numbers("n", needs_sizes(kind));
    if (kind == ChartKind::c || kind == ChartKind::cp) n.clear();
    if (needs_sizes(kind) || !n.empty()) same_length(n.size(), y.size(), "n and y");
    times = request.times(y.size());
    check_values(kind, y, n);
    drop_rows_without_time();
    observations = grouping.group({times.keys, y, n}, together_of(request, kind));
    if (kind == ChartKind::t)
      for (std::size_t i = 0; i < observations.size(); ++i)
        if (observations[i].value <= 0)
          throw SeriesFault{"not_above_zero", "Time between events is above zero.",
                            grouping.first_rows()[i] + 1};
  }

  void write_x(JsonWriter& out) const {
    out.key("x").begin_array();
    for (const std::size_t row : grouping.first_rows()) {
      if (times.written.empty())
        out.number(times.keys[row]);
      else if (times.written[row]->is(JsonValue::Kind::text))
        out.text(times.written[row]->text);
      else
        out.number(times.keys[row]);
    }
    out.end_array();
  }

 private:
  void drop_rows_without_time() {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < y.size(); ++i) {
      if (std::isnan(times.keys[i])) continue;
      times.keys[kept] = times.keys[i];
      if (!times.written.empty()) times.written[kept] = times.written[i];
      y[kept] = y[i];
      if (!n.empty()) n[kept] = n[i];
      ++kept;
    }
    times.keys.resize(kept);
    if (!times.written.empty()) times.written.resize(kept);
    y.resize(kept);
    if (!n.empty()) n.resize(kept);
  }
};

/// As the data are; the answer says which, and why.
statistics::Choice chosen_for(const SeriesRequest& request) {
  Series series;
  series.take(request, ChartKind::i);
  return statistics::choose_chart({series.times.keys, series.y, series.n}, series.observations);
}

/// "parts" holds the last point of each phase but the last.
std::vector<std::size_t> phase_starts(const SeriesRequest& request, std::size_t points) {
  std::vector<std::size_t> starts = request.indices("parts", "phase_out_of_range");
  std::ranges::sort(starts);
  starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
  while (!starts.empty() && starts.back() == points) starts.pop_back();
  if (!starts.empty() && starts.back() > points)
    throw SeriesFault{"phase_out_of_range", "A phase ends after the last point.", starts.back()};
  return starts;
}

std::vector<std::size_t> excluded(const SeriesRequest& request, std::size_t points) {
  std::vector<std::size_t> indices = request.indices("exclude", "exclude_out_of_range");
  for (std::size_t& index : indices) {
    if (index > points)
      throw SeriesFault{"exclude_out_of_range", "There is no such point to leave out.", index};
    --index;
  }
  return indices;
}

std::size_t baseline(const SeriesRequest& request, std::string_view option, std::size_t least,
                     std::size_t points) {
  const auto freeze = request.count(option, "freeze_out_of_range");
  if (!freeze) return 0;
  if (*freeze < least)
    throw SeriesFault{least > baseline_min ? "freeze_too_short" : "freeze_out_of_range",
                      "A baseline has at least " + std::to_string(least) + " points."};
  if (*freeze > points)
    throw SeriesFault{"freeze_out_of_range", "The baseline ends after the last point.", *freeze};
  return *freeze;
}

void write_lines(JsonWriter& out, const ControlChart& chart) {
  const auto& points = chart.points;
  const auto number = [&](std::string_view name, double ChartPoint::*member) {
    column(out, name, points.size(), [&](std::size_t i) { return points[i].*member; });
  };
  number("y", &ChartPoint::value);
  number("cl", &ChartPoint::centre);
  number("lcl", &ChartPoint::lower);
  number("ucl", &ChartPoint::upper);
  number("lcl95", &ChartPoint::lower95);
  number("ucl95", &ChartPoint::upper95);
  column(out, "part", points.size(), [&](std::size_t i) { return points[i].phase + 1; });
}

enum class LeftOut { counts, does_not };

std::int64_t counted(const ControlChart& chart, const statistics::ChartPhase& phase,
                     LeftOut left_out) {
  std::int64_t count = 0;
  for (std::size_t i = phase.begins; i < phase.ends; ++i)
    count += left_out == LeftOut::counts || chart.points[i].included ? 1 : 0;
  return count;
}

/// Places have no order, and neighbouring moving ranges share a point: their runs are not judged.
enum class Runs { judged, not_judged, none };

void write_phases(JsonWriter& out, const ControlChart& chart, Runs judged, LeftOut left_out) {
  out.key("phases").begin_array();
  for (std::size_t i = 0; i < chart.phases.size(); ++i) {
    const auto& phase = chart.phases[i];
    const bool none = phase.runs.useful == 0 || judged == Runs::none;
    const auto integer = [&](std::string_view name, std::int64_t value) {
      out.key(name);
      none ? out.null() : out.integer(value);
    };
    out.begin_object();
    out.key("part").integer(static_cast<std::int64_t>(i + 1));
    out.key("n_obs").integer(counted(chart, phase, left_out));
    out.key("n_useful").integer(phase.runs.useful);
    integer("longest_run", phase.runs.longest_run);
    integer("longest_run_max", phase.runs.longest_run_max);
    integer("n_crossings", phase.runs.crossings);
    integer("n_crossings_min", phase.runs.crossings_min);
    out.key("runs_signal").boolean(judged == Runs::judged && phase.runs.signal);
    out.key("mr_screened").integer(phase.ranges.dropped);
    out.key("sigma_z").number(phase.sigma_z);
    out.end_object();
  }
  out.end_array();
}

void write_warnings(JsonWriter& out, const statistics::Diagnosis& diagnosis) {
  out.key("warnings").begin_array();
  for (std::size_t i = 0; i < statistics::chart_warnings; ++i) {
    const auto warning = static_cast<statistics::ChartWarning>(i);
    if (diagnosis.warnings.has(warning)) out.text(code_of(warning));
  }
  out.end_array();
}

}  // namespace

void chart_by_phases(const SeriesRequest& request, JsonWriter& out) {
  std::optional<statistics::Choice> choice;
  if (request.chart() == "auto") choice = chosen_for(request);
  const ChartKind kind = choice ? choice->kind : kind_of(request);
  const bool pbcharts = request.family() == "pbc";
  Series series;
  series.take(request, kind);
  const std::size_t size = series.observations.size();
  ChartOptions options;
  options.kind = kind;
  const auto starts = phase_starts(request, size);
  const auto left_out = excluded(request, size);
  options.phase_starts = starts;
  options.excluded = left_out;
  options.baseline = baseline(request, "freeze", baseline_min, size);
  options.centre = request.number("cl");
  options.multiply = request.number_or("multiply", 1);
  options.runs = runs_of(request);
  options.categories = series.times.categories;
  options.ranges.screenings = request.flag_or("screened_mr", !pbcharts) ? 1 : 0;
  const std::string limits = request.text_or("limits", "3sigma");
  if (limits == "probability") options.limits = statistics::Limits::probability;
  if (limits != "probability" && limits != "3sigma")
    throw SeriesFault{"wrong_option", "\"limits\" is 3sigma or probability."};
  if (request.flag_or("clip_negative_lcl", false)) options.clip = statistics::Clip::at_zero;
  statistics::ChartMaker maker;
  const ControlChart& chart = maker.make(series.observations, options);
  out.key("points").begin_object();
  series.write_x(out);
  write_lines(out, chart);
  column(out, "n", size, [&](std::size_t i) {
    const Observation& at = series.observations[i];
    if (series.n.empty()) return pbcharts ? at.rows : statistics::missing;
    return statistics::is_missing(at.size) ? 0 : at.size;
  });
  column(out, "subgroup_size", size, [&](std::size_t i) { return series.observations[i].rows; });
  column(out, "baseline", size, [&](std::size_t i) { return chart.points[i].baseline; });
  column(out, "include", size, [&](std::size_t i) { return chart.points[i].included; });
  column(out, "sigma_signal", size, [&](std::size_t i) { return chart.points[i].outside; });
  out.end_object();
  const Runs judged = series.times.categories ? Runs::none
                      : kind == ChartKind::mr ? Runs::not_judged
                                              : Runs::judged;
  write_phases(out, chart, judged, pbcharts ? LeftOut::counts : LeftOut::does_not);
  const auto diagnosis = statistics::diagnose(series.observations, options, chart);
  const bool screened = options.ranges.screenings > 0;
  out.key("summary").begin_object().key("autocorrelation").number(diagnosis.autocorrelation);
  if (choice)
    out.key("chart").text(name_of(kind)).key("chart_reason").text(code_of(choice->reason));
  out.key("false_alarm_rate");
  if (kind == ChartKind::run)
    out.null();
  else
    out.number(statistics::false_alarm_rate(statistics::RuleSet::shewhart_anhoej, screened, size));
  out.end_object();
  write_warnings(out, diagnosis);
}

namespace {

statistics::Improvement direction_of(const SeriesRequest& request) {
  const std::string name = request.text_or("improvement_direction", "increase");
  if (name == "increase") return statistics::Improvement::increase;
  if (name == "decrease") return statistics::Improvement::decrease;
  if (name == "neutral") return statistics::Improvement::neutral;
  throw SeriesFault{"wrong_option", "\"improvement_direction\" is increase, decrease or neutral."};
}

/// A date begins a phase with the first point that is not before it.
std::vector<std::size_t> starts_at_dates(const SeriesRequest& request, const Series& series) {
  std::vector<std::size_t> starts;
  const auto dates = request.option_texts("rebase");
  const bool dated = !series.times.written.empty() && !series.times.categories &&
                     series.times.written.front()->is(JsonValue::Kind::text);
  if (!dates.empty() && !dated)
    throw SeriesFault{"wrong_option", "\"rebase\" needs a column x of dates."};
  for (const std::string& date : dates) {
    const auto& rows = series.grouping.first_rows();
    const auto first = std::ranges::find_if(rows, [&](std::size_t row) {
      return series.times.written[row]->text.substr(0, date.size()) >= date;
    });
    const auto at = static_cast<std::size_t>(first - rows.begin());
    if (first == rows.end())
      throw SeriesFault{"phase_out_of_range", "A phase begins after the last point."};
    if (at > 0) starts.push_back(at);
  }
  std::ranges::sort(starts);
  starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
  return starts;
}

std::string_view cause_words(const statistics::NhsPoint& point) {
  using statistics::NhsCause;
  const bool up = point.way > 0;
  switch (point.cause) {
    case NhsCause::common:
      return "Common Cause";
    case NhsCause::outside:
      return up ? "Above UCL" : "Below LCL";
    case NhsCause::trend:
      return up ? "7 Point Trend (Increasing)" : "7 Point Trend (Decreasing)";
    case NhsCause::two_in_three:
      return up ? "2 in 3 Above CL" : "2 in 3 Below CL";
    case NhsCause::shift:
      return up ? "7 Points Above CL" : "7 Points Below CL";
  }
  return {};
}

std::string_view type_words(statistics::NhsType type) {
  static constexpr std::array<std::string_view, 5> words = {
      "common_cause", "special_cause_improvement", "special_cause_concern",
      "special_cause_neutral_high", "special_cause_neutral_low"};
  return words[static_cast<std::size_t>(type)];
}

void write_nhs_summary(JsonWriter& out, const std::vector<statistics::NhsPoint>& points,
                       statistics::Assurance assurance) {
  static constexpr std::array<std::string_view, 4> words = {"", "consistent_pass",
                                                            "consistent_fail", "inconsistent"};
  const auto common =
      std::ranges::count(points, statistics::NhsType::common, &statistics::NhsPoint::type);
  out.key("summary").begin_object().key("variation");
  points.empty() ? out.null() : out.text(type_words(points.back().type));
  out.key("assurance");
  assurance == statistics::Assurance::none ? out.null()
                                           : out.text(words[static_cast<std::size_t>(assurance)]);
  out.key("n_common_cause").integer(common).end_object();
}

}  // namespace

void chart_by_nhs_rules(const SeriesRequest& request, JsonWriter& out) {
  if (request.chart() != "i" && request.chart() != "XmR")
    throw SeriesFault{"unknown_chart", "These rules are for an XmR chart (\"i\")."};
  Series series;
  series.take(request, ChartKind::i);
  const std::size_t size = series.observations.size();
  if (size != series.y.size())
    throw SeriesFault{"duplicate_date", "A date stands there twice; these charts take one each."};
  const auto direction = direction_of(request);
  const auto starts = starts_at_dates(request, series);
  ChartOptions options;
  options.phase_starts = starts;
  options.baseline = baseline(request, "freeze_per_phase", nhs_baseline_min, size);
  options.ranges = statistics::nhs_ranges(request.flag_or("screened_mr", false) ? 1 : 0);
  statistics::ChartMaker maker;
  const ControlChart& chart = maker.make(series.observations, options);
  std::vector<statistics::NhsPoint> points;
  statistics::apply_nhs_rules(chart, direction, points);
  out.key("points").begin_object();
  series.write_x(out);
  write_lines(out, chart);
  column(out, "outside_limits", size, [&](std::size_t i) { return chart.points[i].outside; });
  column(out, "relative_to_mean", size, [&](std::size_t i) { return points[i].side; });
  column(out, "close_to_limits", size, [&](std::size_t i) { return points[i].near_limit; });
  column(out, "special_cause_type", size, [&](std::size_t i) { return cause_words(points[i]); });
  column(out, "point_type", size, [&](std::size_t i) { return type_words(points[i].type); });
  column(out, "short_group_warning", size, [&](std::size_t i) { return points[i].trial; });
  out.end_object();
  write_phases(out, chart, Runs::judged, LeftOut::counts);
  write_nhs_summary(out, points,
                    statistics::assurance_of(chart, direction, request.number("target")));
  write_warnings(out, statistics::diagnose(series.observations, options, chart));
}

}  // namespace alongside::batch
