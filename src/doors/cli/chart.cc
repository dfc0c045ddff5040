// SPDX-License-Identifier: Apache-2.0
// One series through the engine, into characters, ink, numbers and sentences.
#include "doors/cli/chart.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <ostream>
#include <stdexcept>

#include "doors/cli/chart_table.h"
#include "doors/cli/chart_words.h"
#include "foundation/base/json.h"
#include "foundation/base/text.h"
#include "foundation/drawing/terminal.h"

namespace alongside::cli {
namespace {

using statistics::ChartKind;
using statistics::is_missing;

constexpr int columns_standard = 78;
constexpr int rows_drawn = 17;

[[noreturn]] void refuse(const std::string& message) { throw std::runtime_error(message); }

ChartTable table_in(const ChartOptions& options, std::string_view text) {
  const auto read = table_from(text);
  if (const auto* fault = std::get_if<TableFault>(&read))
    refuse("line " + std::to_string(fault->line) + ": " + fault->reason);
  auto table = chart_table(std::get<TextTable>(read), {options.x, options.y, options.n});
  if (const auto* fault = std::get_if<ChartTableFault>(&table)) refuse(fault->message);
  return std::get<ChartTable>(std::move(table));
}

void check(ChartKind kind, const ChartTable& table) {
  const bool share = kind == ChartKind::p || kind == ChartKind::pp;
  const bool count = share || kind == ChartKind::c || kind == ChartKind::u ||
                     kind == ChartKind::up || kind == ChartKind::g;
  if ((share || kind == ChartKind::u || kind == ChartKind::up) && table.n.empty())
    refuse("This chart needs a column of denominators: --n");
  for (std::size_t i = 0; i < table.y.size(); ++i) {
    const std::string line = "line " + std::to_string(table.lines[i]) + ": ";
    if (count && table.y[i] < 0) refuse(line + "a count is not below zero");
    if (kind == ChartKind::t && table.y[i] <= 0) refuse(line + "time between events is above zero");
    if (!table.n.empty() && table.n[i] < 0) refuse(line + "a denominator is not below zero");
    if (share && !table.n.empty() && table.y[i] > table.n[i])
      refuse(line + "a count is not more than what it is out of");
  }
}

/// The observation that stands under a label.
std::size_t point_at(const Charted& charted, const std::string& label, std::string_view option) {
  const auto found = std::ranges::find(charted.labels, label);
  if (found == charted.labels.end())
    refuse(std::string(option) + ": there is no row \"" + label + "\" in the column of times");
  return static_cast<std::size_t>(found - charted.labels.begin());
}

/// "bed days", "hours": what counts happen in, and are not out of.
bool names_an_area(const std::string& name) {
  const std::string lower = lower_ascii(name);
  for (const std::string_view word : {"day", "hour", "month", "year", "km", "dag", "timm"})
    if (lower.find(word) != std::string::npos) return true;
  return false;
}

void observe(Charted& charted, const ChartTable& table, const ChartOptions& options) {
  charted.kind = kind_from(options.kind).value_or(ChartKind::i);
  statistics::Rows rows{table.keys, table.y, table.n};
  if (options.kind == "auto") {
    const auto choice =
        statistics::choose_chart(rows, charted.grouping.group(rows, statistics::Together::mean),
                                 names_an_area(table.n_name) ? statistics::SizesAre::an_area
                                                             : statistics::SizesAre::not_said);
    charted.kind = choice.kind;
    charted.reason = choice.reason;
  }
  const bool count = charted.kind == ChartKind::c;
  if (count || charted.kind == ChartKind::g || charted.kind == ChartKind::t) rows.size = {};
  check(charted.kind, table);
  charted.observations =
      charted.grouping.group(rows, count ? statistics::Together::sum : statistics::Together::mean);
  for (const std::size_t row : charted.grouping.first_rows())
    charted.labels.push_back(table.labels[row]);
}

Charted chart_of(const ChartTable& table, const ChartOptions& options) {
  if (options.kind != "auto" && !kind_from(options.kind))
    refuse("--chart: \"" + options.kind +
           "\" is none of run, i, mr, ip, xbar, s, t, p, pp, c, u, "
           "up, g");
  Charted charted;
  charted.y_name = table.y_name;
  charted.x_name = table.x_name;
  charted.n_name = table.n_name;
  charted.without_time = table.without_time;
  observe(charted, table, options);
  for (const std::string& label : options.phases) {
    const std::size_t at = point_at(charted, label, "--phase");
    if (at > 0) charted.phase_starts.push_back(at);
  }
  std::ranges::sort(charted.phase_starts);
  const auto same = std::unique(charted.phase_starts.begin(), charted.phase_starts.end());
  charted.phase_starts.erase(same, charted.phase_starts.end());
  for (const std::string& label : options.leave_out)
    charted.excluded.push_back(point_at(charted, label, "--leave-out"));
  if (!options.target.empty()) {
    charted.target = number_in(options.target, ';');
    if (!charted.target) refuse("--target is a number");
  }
  statistics::ChartOptions asked;
  asked.kind = charted.kind;
  asked.phase_starts = charted.phase_starts;
  asked.excluded = charted.excluded;
  asked.baseline = static_cast<std::size_t>(options.baseline);
  asked.ranges.screenings = options.no_screening ? 0 : 1;
  if (options.limits == "probability") asked.limits = statistics::Limits::probability;
  charted.screened = !options.no_screening;
  charted.baseline = options.baseline;
  statistics::ChartMaker maker;
  charted.chart = maker.make(charted.observations, asked);
  charted.diagnosis = statistics::diagnose(charted.observations, asked, charted.chart);
  std::optional<Better> better;
  if (!options.better.empty()) better = options.better == "up" ? Better::more : Better::less;
  charted.findings = findings(charted.chart, better);
  return charted;
}

drawing::Shape shape_of(const Charted& charted, std::size_t i) {
  const auto& point = charted.chart.points[i];
  if (is_missing(point.value)) return drawing::Shape::none;
  if (!point.included) return drawing::Shape::cross;
  for (const Finding& found : charted.findings) {
    if (found.rule == FoundBy::few_crossings || i < found.first || i > found.last) continue;
    if (statistics::side_of(point.value, point.centre) == 0) continue;
    return found.meaning == Meaning::worse ? drawing::Shape::square : drawing::Shape::diamond;
  }
  return drawing::Shape::ring;
}

std::optional<double> there(double value) {
  return is_missing(value) ? std::nullopt : std::optional(value);
}

drawing::ControlChart ink_of(const Charted& charted) {
  drawing::ControlChart ink;
  ink.id = "chart";
  ink.title = title_of(charted);
  ink.description = summary_of(charted);
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
    ink.points.push_back(std::move(mark));
  }
  ink.target = charted.target;
  if (charted.target) ink.target_label = "Target " + number_words(*charted.target);
  ink.axis = drawing::axis_over(ink.points, ink.target);
  if (!charted.chart.points.empty()) {
    const auto& last = charted.chart.points.back();
    if (!is_missing(last.centre)) ink.centre_label = "Middle " + number_words(last.centre);
    if (!is_missing(last.upper)) ink.upper_label = "Upper " + number_words(last.upper);
    if (!is_missing(last.lower)) ink.lower_label = "Lower " + number_words(last.lower);
    if (!is_missing(last.value)) ink.latest_label = "Latest " + number_words(last.value);
  }
  return ink;
}

void write_to(const std::string& where, const std::string& text, std::ostream& out) {
  if (where == "-") {
    out << text;
    return;
  }
  std::ofstream file(where, std::ios::binary | std::ios::trunc);
  file << text;
  file.close();
  if (!file) refuse(where + " cannot be written");
}

int columns_of(const ChartOptions& options) {
  if (options.columns > 0) return static_cast<int>(options.columns);
  const char* set = std::getenv("COLUMNS");
  const int columns = set == nullptr ? 0 : std::atoi(set);
  return columns >= 20 ? std::min(columns, 200) : columns_standard;
}

}  // namespace

int chart_table_text(const ChartOptions& options, std::string_view text, std::ostream& out) {
  const ChartTable table = table_in(options, text);
  const Charted charted = chart_of(table, options);
  if (charted.chart.points.empty()) refuse("The file holds no rows of data.");
  const drawing::ControlChart ink = ink_of(charted);
  if (!options.svg.empty()) write_to(options.svg, drawing::as_file(ink), out);
  if (!options.csv.empty()) write_to(options.csv, points_as_csv(charted), out);
  if (!options.json.empty()) write_to(options.json, chart_as_json(charted), out);
  if (options.svg == "-" || options.csv == "-" || options.json == "-") return 0;
  out << ink.title << "\n\n"
      << drawing::draw_in_characters(ink, columns_of(options), rows_drawn) << "\n"
      << reading_of(charted);
  if (options.explain) out << "\n" << explanation_of(charted);
  return 0;
}

}  // namespace alongside::cli
