// SPDX-License-Identifier: Apache-2.0
// Says what is wrong by its way into the request, never by its value.
#include "doors/batch/learn_input.h"

#include <cmath>

namespace alongside::batch {
namespace {

using Kind = JsonValue::Kind;

std::optional<double> finite(const JsonValue& value) {
  if (!value.is(Kind::number)) return std::nullopt;
  const auto number = value.number();
  return number && std::isfinite(*number) ? number : std::nullopt;
}

}  // namespace

LearnInput::LearnInput(const JsonValue& object, std::string way)
    : object_(&object), way_(std::move(way)) {
  if (!object.is(Kind::object)) throw LearnFault{"wrong_input", way_ + " is no object."};
}

void LearnInput::refuse(std::string_view name, std::string_view why) const {
  throw LearnFault{"wrong_input", way_ + "." + std::string(name) + " " + std::string(why) + "."};
}

bool LearnInput::has(std::string_view name) const {
  const JsonValue* found = object_->member(name);
  return found != nullptr && !found->is(Kind::null);
}

const JsonValue& LearnInput::member(std::string_view name) const {
  if (!has(name)) refuse(name, "is missing");
  return *object_->member(name);
}

double LearnInput::number(std::string_view name) const {
  const auto number = finite(member(name));
  if (!number) refuse(name, "is no number");
  return *number;
}

double LearnInput::number_or(std::string_view name, double otherwise) const {
  return has(name) ? number(name) : otherwise;
}

std::optional<double> LearnInput::number_if(std::string_view name) const {
  return has(name) ? std::optional(number(name)) : std::nullopt;
}

double LearnInput::positive(std::string_view name) const {
  const double value = number(name);
  if (!(value > 0)) refuse(name, "is not above zero");
  return value;
}

std::int64_t LearnInput::whole(std::string_view name, std::int64_t low, std::int64_t high) const {
  const double value = number(name);
  if (value != std::floor(value) || value < static_cast<double>(low) ||
      value > static_cast<double>(high))
    refuse(name, "is no whole number from " + std::to_string(low) + " to " + std::to_string(high));
  return static_cast<std::int64_t>(value);
}

bool LearnInput::flag_or(std::string_view name, bool otherwise) const {
  if (!has(name)) return otherwise;
  if (!member(name).is(Kind::boolean)) refuse(name, "is neither true nor false");
  return member(name).text == "true";
}

std::string LearnInput::text(std::string_view name) const {
  if (!member(name).is(Kind::text)) refuse(name, "is no text");
  return member(name).text;
}

std::string LearnInput::text_or(std::string_view name, std::string_view otherwise) const {
  return has(name) ? text(name) : std::string(otherwise);
}

std::vector<double> LearnInput::numbers(std::string_view name) const {
  const JsonValue& list = member(name);
  if (!list.is(Kind::array)) refuse(name, "is no list");
  std::vector<double> values;
  values.reserve(list.items.size());
  for (const JsonValue& item : list.items) {
    const auto number = finite(item);
    if (!number)
      refuse(name, "has something that is no number at " + std::to_string(values.size() + 1));
    values.push_back(*number);
  }
  return values;
}

std::vector<std::string> LearnInput::texts(std::string_view name) const {
  const JsonValue& list = member(name);
  if (!list.is(Kind::array)) refuse(name, "is no list");
  std::vector<std::string> values;
  values.reserve(list.items.size());
  for (const JsonValue& item : list.items) {
    // A level may be written as a number.
    if (!item.is(Kind::text) && !item.is(Kind::number))
      refuse(name, "has something that is no text at " + std::to_string(values.size() + 1));
    values.push_back(item.text);
  }
  return values;
}

std::vector<std::vector<double>> LearnInput::matrix(std::string_view name) const {
  const JsonValue& list = member(name);
  if (!list.is(Kind::array)) refuse(name, "is no list");
  std::vector<std::vector<double>> rows;
  for (const JsonValue& row : list.items) {
    rows.emplace_back();
    for (const JsonValue& item : row.items) {
      const auto number = finite(item);
      if (!number)
        refuse(name, "has something that is no number in row " + std::to_string(rows.size()));
      rows.back().push_back(*number);
    }
    if (rows.back().size() != rows.front().size()) refuse(name, "has rows of different lengths");
  }
  return rows;
}

LearnInput LearnInput::object(std::string_view name) const {
  // R writes an empty object as an empty list.
  static const JsonValue empty = [] {
    JsonValue object;
    object.kind = Kind::object;
    return object;
  }();
  const JsonValue& found = member(name);
  const bool none = found.is(Kind::array) && found.items.empty();
  return {none ? empty : found, way_ + "." + std::string(name)};
}

std::vector<LearnInput> LearnInput::objects(std::string_view name) const {
  const JsonValue& list = member(name);
  if (!list.is(Kind::array)) refuse(name, "is no list");
  std::vector<LearnInput> all;
  for (const JsonValue& item : list.items)
    all.emplace_back(item, way_ + "." + std::string(name) + "." + std::to_string(all.size() + 1));
  return all;
}

std::vector<std::string> LearnInput::names() const {
  std::vector<std::string> all;
  for (const JsonMember& member : object_->members) all.push_back(member.name);
  return all;
}

void same_lengths(const LearnInput& input, std::string_view name, std::size_t has,
                  std::size_t wanted) {
  if (has != wanted) input.refuse(name, "has another number of values than the rest");
}

}  // namespace alongside::batch
