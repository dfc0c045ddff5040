// SPDX-License-Identifier: Apache-2.0
// Sums as JSON, and what comes from elsewhere looked at before it is believed.
#include <cmath>

#include "learning/json_members.h"
#include "learning/outcome_sums.h"

namespace alongside::learning {
namespace {

constexpr int depth_max = 6;
constexpr std::size_t columns_max = 1000;
constexpr std::string_view kind = "alongside outcome sums 1";

bool whole(const std::vector<double>& values) {
  for (const double value : values)
    if (value != std::floor(value)) return false;
  return true;
}

bool read_patterns(Members& top, inference::LinearSums& sums) {
  const std::size_t triangle = sums.columns * (sums.columns + 1) / 2;
  std::int64_t rows = 0;
  for (const JsonValue& item : top.items("patterns")) {
    Members one(item);
    const auto each = static_cast<std::int64_t>(one.count("rows_a_person"));
    inference::PatternSums pattern;
    pattern.persons = static_cast<std::int64_t>(one.count("persons"));
    pattern.tt = one.number("tt");
    pattern.st = one.numbers("st");
    pattern.ss = one.numbers("ss");
    if (!one.right() || each < 1 || each > 1000 || pattern.st.size() != sums.columns ||
        pattern.ss.size() != triangle || !whole(pattern.st) || !whole(pattern.ss))
      return false;
    rows += each * pattern.persons;
    sums.patterns[each] = std::move(pattern);
  }
  return rows == sums.rows;
}

/// A diagonal of squares is never below zero, and no cell holds fewer persons than may be seen.
bool could_be_sums(const inference::LinearSums& sums, const GateRules& rules) {
  if (sums.yy < 0 || !sums.exact()) return false;
  for (std::size_t i = 0; i < sums.columns; ++i)
    if (sums.xx[inference::packed(i, i)] < 0) return false;
  for (const auto& [rows, pattern] : sums.patterns)
    if (pattern.persons < rules.persons_a_cell) return false;
  return true;
}

}  // namespace

std::string text_of(const OutcomeSums& sums) {
  JsonWriter out;
  out.begin_object().key("kind").text(kind).key("sites").begin_array();
  for (const std::string& site : sums.sites) out.text(site);
  out.end_array().key("epoch").integer(sums.epoch).key("reference").text(sums.reference);
  out.key("from").text(sums.from.iso()).key("to").text(sums.to.iso());
  write_columns(out, sums.columns);
  write_crowds(out, sums.crowds);
  out.key("units_x").number(sums.sums.units.x).key("units_y").number(sums.sums.units.y);
  out.key("rows").integer(sums.sums.rows).key("y").number(sums.sums.y);
  out.key("yy").number(sums.sums.yy);
  write_numbers(out, "xy", sums.sums.xy);
  write_numbers(out, "xx", sums.sums.xx);
  out.key("patterns").begin_array();
  for (const auto& [rows, pattern] : sums.sums.patterns) {
    out.begin_object().key("rows_a_person").integer(rows);
    out.key("persons").integer(pattern.persons).key("tt").number(pattern.tt);
    write_numbers(out, "st", pattern.st);
    write_numbers(out, "ss", pattern.ss);
    out.end_object();
  }
  out.end_array().end_object();
  return std::move(out).take();
}

std::variant<OutcomeSums, std::string> outcome_sums_from(std::string_view text) {
  JsonReader reader;
  const auto read = reader.read(text, depth_max);
  const JsonValue* object = std::get_if<JsonValue>(&read);
  if (object == nullptr || !object->is(JsonValue::Kind::object))
    return std::string("learning.not_json");
  Members top(*object);
  if (top.text("kind") != kind) return std::string("learning.not_sums");
  OutcomeSums sums;
  for (const JsonValue& site : top.items("sites"))
    if (site.is(JsonValue::Kind::text)) sums.sites.insert(site.text);
  sums.epoch = static_cast<std::int64_t>(top.count("epoch"));
  sums.reference = top.text("reference");
  sums.from = top.day("from");
  sums.to = top.day("to");
  auto columns = read_columns(top);
  if (!columns || sums.sites.empty() || columns->all().size() > columns_max || !top.right())
    return std::string("learning.not_whole");
  sums.columns = std::move(*columns);
  inference::LinearSums& into = sums.sums;
  into = inference::LinearSums(sums.columns.all().size(),
                               {top.number("units_x"), top.number("units_y")});
  into.rows = static_cast<std::int64_t>(top.count("rows"));
  into.y = top.number("y");
  into.yy = top.number("yy");
  into.xy = top.numbers("xy");
  into.xx = top.numbers("xx");
  const bool fits = into.xy.size() == into.columns &&
                    into.xx.size() == into.columns * (into.columns + 1) / 2 && whole(into.xy) &&
                    whole(into.xx);
  if (!fits || !read_crowds(top, sums.crowds) || !read_patterns(top, into) || !top.right())
    return std::string("learning.not_whole");
  const GateRules rules;
  if (!could_be_sums(into, rules)) return std::string("learning.not_sums_of_rows");
  if (sums.persons() < rules.persons_least) return std::string("learning.too_few");
  return sums;
}

}  // namespace alongside::learning
