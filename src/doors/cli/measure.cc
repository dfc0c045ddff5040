// SPDX-License-Identifier: Apache-2.0
// Months of teams, written with the digits that give the same number back.
#include "doors/cli/measure.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <stdexcept>

#include "foundation/base/json.h"
#include "foundation/base/json_value.h"
#include "foundation/base/text.h"
#include "improvement/late_data.h"

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

void tell_month(const Measure& measure, const MonthCount& month, std::ostream& out) {
  const auto value = value_of(measure, month);
  out << ",";
  if (value && measure.counted != CountedAs::value) out << month.share.count;
  out << ",";
  if (value) out << month.share.of;
  out << ",";
  if (value) out << digits(*value);
}

void tell_table(const Measure& measure, const std::vector<MeasuredTeam>& teams, std::ostream& out) {
  out << "site,team,month,counted,of,value\n";
  for (const MeasuredTeam& team : teams)
    for (const MonthCount& month : team.months) {
      out << cell(team.site) << "," << cell(team.team) << "," << month.month.iso();
      tell_month(measure, month, out);
      out << "\n";
    }
}

std::int64_t whole_at(const JsonValue& object, std::string_view member) {
  const JsonValue* found = object.member(member);
  return found == nullptr ? 0 : whole_number(found->text).value_or(0);
}

/// What an earlier --json said of a team.
std::vector<MonthCount> months_in(const JsonValue& team, CountedAs counted) {
  std::vector<MonthCount> months;
  const JsonValue* all = team.member("months");
  if (all == nullptr) return months;
  for (const JsonValue& one : all->items) {
    const JsonValue* name = one.member("month");
    const auto day = name == nullptr ? std::nullopt : Day::from_iso(name->text + "-01");
    if (!day) throw std::runtime_error("a month of what was counted before cannot be read");
    MonthCount month{Month::of(*day), {whole_at(one, "counted"), whole_at(one, "of")}, {}};
    const JsonValue* value = one.member("value");
    if (counted == CountedAs::value && value != nullptr) month.value = value->number();
    months.push_back(month);
  }
  return months;
}

constexpr int json_depth_max = 16;

/// Refuses what counted otherwise.
JsonValue counted_before(const Measure& measure, std::string_view text) {
  auto read = JsonReader().read(text, json_depth_max);
  if (!std::holds_alternative<JsonValue>(read) ||
      std::get<JsonValue>(read).member("teams") == nullptr)
    throw std::runtime_error("what was counted before is not what --json writes");
  JsonValue before = std::get<JsonValue>(std::move(read));
  const JsonValue* definition = before.member("definition");
  if (definition == nullptr || definition->text != lines_of(measure))
    throw std::runtime_error("what was counted before was defined otherwise: nothing to compare");
  return before;
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

void tell_changes(const MeasureOptions& options, const Measure& measure, std::string_view before,
                  const std::vector<MeasuredTeam>& teams, std::ostream& out) {
  const JsonValue then = counted_before(measure, before);
  out << "site,team,month,before_counted,before_of,before_value,counted,of,value\n";
  for (const MeasuredTeam& team : teams) {
    if (!options.team.empty() && team.team != options.team) continue;
    for (const JsonValue& one : then.member("teams")->items) {
      const JsonValue* site = one.member("site");
      const JsonValue* name = one.member("team");
      if (site == nullptr || name == nullptr || site->text != team.site || name->text != team.team)
        continue;
      constexpr Month after_all{1'000'000};
      for (const MonthChange& change :
           changed_months(months_in(one, measure.counted), after_all, team.months)) {
        out << cell(team.site) << "," << cell(team.team) << "," << change.after.month.iso();
        tell_month(measure, change.before, out);
        tell_month(measure, change.after, out);
        out << "\n";
      }
    }
  }
}

void list_measures(std::ostream& out) {
  for (const Measure& measure : standard_measures())
    out << measure.code << "\t" << measure.id << "\t" << code_of(measure.kind) << "\n";
}

}  // namespace alongside::cli
