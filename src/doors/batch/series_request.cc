// SPDX-License-Identifier: Apache-2.0
// Each refusal says which part, which row, and what would be right.
#include "doors/batch/series_request.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "foundation/base/clock.h"

namespace alongside::batch {
namespace {

using statistics::ChartKind;
using statistics::missing;
using Kind = JsonValue::Kind;

std::string text_member(const JsonValue& root, std::string_view name) {
  const JsonValue* member = root.member(name);
  if (member == nullptr || !member->is(Kind::text)) return {};
  return member->text;
}

double number_at(const JsonValue& value, std::string_view column, std::size_t row) {
  if (value.is(Kind::null)) return missing;
  const auto number = value.number();
  if (!number || !std::isfinite(*number))
    throw SeriesFault{"not_a_number", "\"" + std::string(column) + "\" holds numbers or null.",
                      row};
  return *number;
}

/// "2026-11-22", with or without a time of day: sorts as it is written.
bool is_date(const std::string& text) {
  return text.size() >= 10 && Day::from_iso(std::string_view(text).substr(0, 10)).has_value();
}

}  // namespace

SeriesRequest::SeriesRequest(const JsonValue& root)
    : root_(root),
      family_(text_member(root, "family")),
      profile_(text_member(root, "profile")),
      chart_(text_member(root, "chart")) {
  const JsonValue* inputs = root.member("inputs");
  if (inputs == nullptr || !inputs->is(Kind::object))
    throw SeriesFault{"missing_input", "A request has \"inputs\", an object of columns."};
  const JsonValue* options = root.member("options");
  if (options != nullptr && !options->is(Kind::object) && !options->is(Kind::null))
    throw SeriesFault{"wrong_option", "\"options\" is an object."};
}

const JsonValue* SeriesRequest::input(std::string_view column) const {
  const JsonValue* found = root_.member("inputs")->member(column);
  return found == nullptr || found->is(Kind::null) ? nullptr : found;
}

std::vector<double> SeriesRequest::numbers(std::string_view column, bool needed) const {
  const JsonValue* found = input(column);
  if (found == nullptr && !needed) return {};
  if (found == nullptr || !found->is(Kind::array))
    throw SeriesFault{"missing_input", "The column \"" + std::string(column) + "\" is needed."};
  std::vector<double> values;
  values.reserve(found->items.size());
  for (const JsonValue& item : found->items)
    values.push_back(number_at(item, column, values.size() + 1));
  return values;
}

std::vector<std::string> SeriesRequest::texts(std::string_view column) const {
  const JsonValue* found = input(column);
  if (found == nullptr || !found->is(Kind::array)) return {};
  std::vector<std::string> values;
  for (const JsonValue& item : found->items) values.push_back(item.text);
  return values;
}

Times SeriesRequest::times(std::size_t rows) const {
  Times times;
  const JsonValue* found = input("x");
  if (found == nullptr) {
    for (std::size_t i = 0; i < rows; ++i) times.keys.push_back(static_cast<double>(i + 1));
    return times;
  }
  if (!found->is(Kind::array)) throw SeriesFault{"missing_input", "\"x\" is a list."};
  same_length(found->items.size(), rows, "x and y");
  std::map<std::string_view, double> ranks;
  bool dates = true;
  for (const JsonValue& item : found->items) {
    times.written.push_back(&item);
    if (!item.is(Kind::text)) continue;
    dates = dates && is_date(item.text);
    ranks.emplace(item.text, static_cast<double>(ranks.size()));
  }
  times.categories = !ranks.empty() && !dates;
  double rank = 0;
  for (auto& [text, key] : ranks) key = rank++;
  for (const JsonValue& item : found->items)
    times.keys.push_back(item.is(Kind::text) ? ranks.at(item.text)
                                             : number_at(item, "x", times.keys.size() + 1));
  if (!times.keys.empty() &&
      std::ranges::all_of(times.keys, [](double key) { return std::isnan(key); }))
    throw SeriesFault{"no_x", "No row says when it was."};
  return times;
}

const JsonValue* SeriesRequest::option(std::string_view name) const {
  const JsonValue* options = root_.member("options");
  if (options == nullptr) return nullptr;
  const JsonValue* found = options->member(name);
  return found == nullptr || found->is(Kind::null) ? nullptr : found;
}

std::optional<double> SeriesRequest::number(std::string_view name) const {
  const JsonValue* found = option(name);
  if (found == nullptr) return std::nullopt;
  const auto number = found->number();
  if (!number || !std::isfinite(*number))
    throw SeriesFault{"wrong_option", "\"" + std::string(name) + "\" is a number."};
  return number;
}

double SeriesRequest::number_or(std::string_view name, double otherwise) const {
  return number(name).value_or(otherwise);
}

bool SeriesRequest::flag_or(std::string_view name, bool otherwise) const {
  const JsonValue* found = option(name);
  if (found == nullptr) return otherwise;
  if (!found->is(Kind::boolean))
    throw SeriesFault{"wrong_option", "\"" + std::string(name) + "\" is true or false."};
  return found->text == "true";
}

std::string SeriesRequest::text_or(std::string_view name, std::string_view otherwise) const {
  const JsonValue* found = option(name);
  if (found == nullptr) return std::string(otherwise);
  if (!found->is(Kind::text))
    throw SeriesFault{"wrong_option", "\"" + std::string(name) + "\" is a text."};
  return found->text;
}

namespace {

/// A list, or a single value in its place.
std::vector<const JsonValue*> listed(const JsonValue* found) {
  std::vector<const JsonValue*> values;
  if (found == nullptr) return values;
  if (!found->is(Kind::array)) return {found};
  for (const JsonValue& item : found->items) values.push_back(&item);
  return values;
}

std::size_t index_from(const JsonValue& value, std::string_view name, std::string_view code) {
  const auto number = value.number();
  if (!number || *number < 1 || *number != std::floor(*number) || *number > 1e9)
    throw SeriesFault{std::string(code), "\"" + std::string(name) + "\" counts points, from 1."};
  return static_cast<std::size_t>(*number);
}

}  // namespace

std::vector<std::size_t> SeriesRequest::indices(std::string_view name,
                                                std::string_view code) const {
  std::vector<std::size_t> values;
  for (const JsonValue* item : listed(option(name)))
    values.push_back(index_from(*item, name, code));
  return values;
}

std::optional<std::size_t> SeriesRequest::count(std::string_view name,
                                                std::string_view code) const {
  const JsonValue* found = option(name);
  if (found == nullptr) return std::nullopt;
  return index_from(*found, name, code);
}

std::vector<std::string> SeriesRequest::option_texts(std::string_view name) const {
  std::vector<std::string> values;
  for (const JsonValue* item : listed(option(name))) values.push_back(item->text);
  return values;
}

void same_length(std::size_t a, std::size_t b, std::string_view what) {
  if (a != b)
    throw SeriesFault{"length_mismatch", "The columns " + std::string(what) + " differ in length."};
}

void check_values(ChartKind kind, const std::vector<double>& y, const std::vector<double>& n) {
  const bool share = kind == ChartKind::p || kind == ChartKind::pp;
  const bool count = share || kind == ChartKind::c || kind == ChartKind::cp ||
                     kind == ChartKind::u || kind == ChartKind::up || kind == ChartKind::g;
  for (std::size_t i = 0; i < y.size(); ++i) {
    if (count && y[i] < 0) throw SeriesFault{"negative_count", "A count is not below zero.", i + 1};
    if (kind == ChartKind::t && y[i] <= 0)
      throw SeriesFault{"not_above_zero", "Time between events is above zero.", i + 1};
    if (n.empty()) continue;
    if (n[i] < 0) throw SeriesFault{"negative_size", "A denominator is not below zero.", i + 1};
    if (share && y[i] > n[i])
      throw SeriesFault{"count_over_size", "A count is not more than what it is out of.", i + 1};
  }
}

}  // namespace alongside::batch
