// SPDX-License-Identifier: Apache-2.0
// Months of teams, written with the digits that give the same number back.
#include "doors/cli/measure.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <stdexcept>

#include "foundation/base/json.h"

namespace alongside::cli {
namespace {

std::optional<double> value_of(const Measure& measure, const MonthCount& month) {
  if (measure.counted == CountedAs::value) return month.value;
  if (month.share.of == 0) return std::nullopt;
  return static_cast<double>(month.share.count) / static_cast<double>(month.share.of);
}

std::string digits(double value) {
  std::array<char, 32> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
  return {text.data(), end};
}

/// One cell of a CSV.
std::string cell(const std::string& text) {
  if (text.find_first_of(",\"\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + "\"";
}

void tell_table(const Measure& measure, const std::vector<MeasuredTeam>& teams, std::ostream& out) {
  out << "site,team,month,counted,of,value\n";
  for (const MeasuredTeam& team : teams)
    for (const MonthCount& month : team.months) {
      out << cell(team.site) << "," << cell(team.team) << "," << month.month.iso() << ",";
      const auto value = value_of(measure, month);
      const bool share = measure.counted != CountedAs::value;
      if (value && share) out << month.share.count;
      out << ",";
      if (value) out << month.share.of;
      out << ",";
      if (value) out << digits(*value);
      out << "\n";
    }
}

void tell_json(const Measure& measure, std::string_view query,
               const std::vector<MeasuredTeam>& teams, std::ostream& out) {
  JsonWriter json;
  json.begin_object().key("measure").text(measure.id).key("code").text(measure.code);
  json.key("version").integer(measure.version).key("definition").text(lines_of(measure));
  json.key("query").text(query).key("teams").begin_array();
  for (const MeasuredTeam& team : teams) {
    json.begin_object().key("site").text(team.site).key("team").text(team.team);
    json.key("months").begin_array();
    for (const MonthCount& month : team.months) {
      const auto value = value_of(measure, month);
      json.begin_object().key("month").text(month.month.iso());
      if (value) {
        if (measure.counted != CountedAs::value) json.key("counted").integer(month.share.count);
        json.key("of").integer(month.share.of).key("value").number(*value);
      }
      json.end_object();
    }
    json.end_array().end_object();
  }
  json.end_array().end_object();
  out << std::move(json).take() << "\n";
}

}  // namespace

Measure measure_in(const std::string& file, std::string_view text) {
  const auto read = measure_from(text);
  if (!read)
    throw std::runtime_error(file + ": the line \"" + read.refusal().faults().front().field +
                             "\" is missing or cannot be read");
  if (read.value().typed())
    throw std::runtime_error(file +
                             ": its numbers are typed, so there is nothing to count. A line "
                             "\"counts:\" says what is counted.");
  if (!read.value().own())
    throw std::runtime_error(file +
                             ": a file counts by lines \"counts:\" and \"without:\" alone; "
                             "a shipped measure is asked by its name");
  return read.value();
}

const Measure& measure_named(std::string_view name) {
  const auto& all = standard_measures();
  const auto found = std::ranges::find_if(
      all, [&](const Measure& measure) { return measure.id == name || measure.code == name; });
  if (found != all.end()) return *found;
  std::string names;
  for (const Measure& measure : all) names += (names.empty() ? "" : ", ") + measure.id;
  throw std::runtime_error("there is no measure \"" + std::string(name) + "\"; there are " + names);
}

void tell_measure(const MeasureOptions& options, const Measure& measure, std::string_view query,
                  const std::vector<MeasuredTeam>& teams, std::ostream& out) {
  std::vector<MeasuredTeam> asked;
  for (const MeasuredTeam& team : teams)
    if (options.team.empty() || team.team == options.team) asked.push_back(team);
  if (asked.empty() && !options.team.empty())
    throw std::runtime_error("there is no team \"" + options.team + "\"");
  if (options.json)
    tell_json(measure, query, asked, out);
  else
    tell_table(measure, asked, out);
}

void list_measures(std::ostream& out) {
  for (const Measure& measure : standard_measures())
    out << measure.code << "\t" << measure.id << "\t" << code_of(measure.kind) << "\n";
}

}  // namespace alongside::cli
