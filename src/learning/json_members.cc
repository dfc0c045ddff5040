// SPDX-License-Identifier: Apache-2.0
// Members that are there, and those that are not.
#include "learning/json_members.h"

#include <cmath>
#include <set>

namespace alongside::learning {

const JsonValue* Members::of_kind(std::string_view name, JsonValue::Kind kind) {
  const JsonValue* found = object_.member(name);
  right_ = right_ && found != nullptr && found->is(kind);
  return right_ ? found : nullptr;
}

double Members::number(std::string_view name) {
  const JsonValue* found = of_kind(name, JsonValue::Kind::number);
  const auto value = found != nullptr ? found->number() : std::nullopt;
  right_ = right_ && value && std::isfinite(*value);
  return right_ ? *value : 0;
}

std::size_t Members::count(std::string_view name) {
  const double value = number(name);
  right_ = right_ && value >= 0 && value == std::floor(value) && value < 9e15;
  return right_ ? static_cast<std::size_t>(value) : 0;
}

std::string Members::text(std::string_view name) {
  const JsonValue* found = of_kind(name, JsonValue::Kind::text);
  return found != nullptr ? found->text : std::string();
}

Day Members::day(std::string_view name) {
  const auto day = Day::from_iso(text(name));
  right_ = right_ && day.has_value();
  return day.value_or(Day());
}

std::vector<double> Members::numbers(std::string_view name) {
  std::vector<double> values;
  for (const JsonValue& item : items(name)) {
    const auto value = item.number();
    right_ = right_ && value && std::isfinite(*value);
    values.push_back(value.value_or(0));
  }
  return values;
}

const std::vector<JsonMember>& Members::members(std::string_view name) {
  static const std::vector<JsonMember> none;
  const JsonValue* found = of_kind(name, JsonValue::Kind::object);
  return found != nullptr ? found->members : none;
}

const std::vector<JsonValue>& Members::items(std::string_view name) {
  static const std::vector<JsonValue> none;
  const JsonValue* found = of_kind(name, JsonValue::Kind::array);
  return found != nullptr ? found->items : none;
}

void write_numbers(JsonWriter& out, std::string_view name, const std::vector<double>& values) {
  out.key(name).begin_array();
  for (const double value : values) out.number(value);
  out.end_array();
}

void write_columns(JsonWriter& out, const Columns& columns) {
  out.key("columns").begin_array();
  for (const Column& column : columns.all()) {
    out.begin_object().key("name").text(column.name).key("term").text(name_of(column.term));
    out.key("action").text(column.action).end_object();
  }
  out.end_array();
}

void write_crowds(JsonWriter& out, const Crowds& crowds) {
  out.key("actions").begin_object();
  for (const auto& [action, crowd] : crowds) {
    out.key(action).begin_object().key("persons").number(crowd.persons);
    out.key("sites").number(crowd.sites).key("randomised").number(crowd.randomised);
    out.key("rows").number(crowd.rows).key("with_outcome").number(crowd.with_outcome);
    out.end_object();
  }
  out.end_object();
}

std::optional<Columns> read_columns(Members& top) {
  std::vector<Column> columns;
  std::set<std::string> names;
  for (const JsonValue& item : top.items("columns")) {
    Members one(item);
    const auto term = term_named(one.text("term"));
    if (!term) return std::nullopt;
    columns.push_back({one.text("name"), *term, one.text("action")});
    if (!one.right() || !names.insert(columns.back().name).second) return std::nullopt;
  }
  return Columns(std::move(columns));
}

bool read_crowds(Members& top, Crowds& crowds) {
  for (const JsonMember& member : top.members("actions")) {
    Members one(member.value);
    Crowd crowd;
    crowd.persons = static_cast<double>(one.count("persons"));
    crowd.sites = static_cast<double>(one.count("sites"));
    crowd.randomised = static_cast<double>(one.count("randomised"));
    crowd.rows = static_cast<double>(one.count("rows"));
    crowd.with_outcome = static_cast<double>(one.count("with_outcome"));
    if (!one.right() || crowd.with_outcome > crowd.rows || crowd.persons > crowd.with_outcome)
      return false;
    crowds[member.name] = crowd;
  }
  return top.right();
}

}  // namespace alongside::learning
