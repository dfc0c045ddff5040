// SPDX-License-Identifier: Apache-2.0
// What releases and sums have in common as JSON: columns, who stands behind each action, numbers.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/base/clock.h"
#include "foundation/base/json.h"
#include "foundation/base/json_value.h"
#include "learning/outcome_sums.h"
#include "learning/rows.h"

namespace alongside::learning {

/// Reads members of an object; once one is not there, or is of another kind, nothing is right.
class Members {
 public:
  explicit Members(const JsonValue& object) : object_(object) {}
  double number(std::string_view name);
  std::size_t count(std::string_view name);  ///< a whole number from 0
  std::string text(std::string_view name);
  Day day(std::string_view name);
  std::vector<double> numbers(std::string_view name);
  const std::vector<JsonMember>& members(std::string_view name);
  const std::vector<JsonValue>& items(std::string_view name);
  bool right() const { return right_; }

 private:
  const JsonValue* of_kind(std::string_view name, JsonValue::Kind kind);
  const JsonValue& object_;
  bool right_ = true;
};

using Crowds = std::map<std::string, Crowd, std::less<>>;

void write_numbers(JsonWriter& out, std::string_view name, const std::vector<double>& values);
void write_columns(JsonWriter& out, const Columns& columns);
void write_crowds(JsonWriter& out, const Crowds& crowds);
std::optional<Columns> read_columns(Members& top);
bool read_crowds(Members& top, Crowds& crowds);

}  // namespace alongside::learning
