// SPDX-License-Identifier: Apache-2.0
// Does a resource answer what was sought? HL7 FHIR R4, "Search"
// (http://hl7.org/fhir/R4/search.html): values of each kind with their prefixes and modifiers.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/base/json_value.h"
#include "foundation/fhir/search_parameters.h"

namespace alongside::fhir {

/// A date of FHIR as the time it covers: "2026-02" is the whole month. Without a zone: UTC.
struct Span {
  std::int64_t from_ms = 0;
  std::int64_t until_ms = 0;  ///< the first moment after it
};
/// Nothing for a day that is not in the calendar and for anything else.
std::optional<Span> span_of(std::string_view date);

/// One "name:modifier=value,value" of a search; every criterion must hold, of its values any.
class Criterion {
 public:
  /// Nothing where a value is none of its kind ("date=2026-13-01") or the modifier means nothing
  /// here; `fault` then says what to do, without the value.
  static std::optional<Criterion> read(const SearchParameter& parameter, std::string_view modifier,
                                       std::string_view values, std::string& fault);

  bool holds(const JsonValue& resource) const;
  /// Of a reference: other ways in which others write it, such as "Patient?identifier=system|7".
  void or_written(std::vector<std::string> references);
  const SearchParameter& parameter() const { return *parameter_; }
  /// What must stand in the bytes of every resource that answers, escapes apart; may be empty.
  const std::vector<std::string>& traces() const { return traces_; }
  /// The values as they were given, without escapes.
  const std::vector<std::string>& values() const { return texts_; }
  /// Whether it asks for just these values: no modifier, no prefix.
  bool plain() const { return modifier_.empty(); }

 private:
  enum class Prefix { eq, ne, gt, lt, ge, le, sa, eb, ap };
  struct Value {
    std::string text;
    Prefix prefix = Prefix::eq;
    Span span;
    double number = 0;
    double reach = 0;                   ///< half of the last digit
    std::optional<std::string> system;  ///< of "system|code"; empty: none must be there
    std::string code;
  };

  std::optional<Value> value_from(std::string text) const;
  bool value_holds(const Value& value, const JsonValue& found) const;
  bool token_holds(const Value& value, const JsonValue& found) const;
  bool reference_holds(const Value& value, const JsonValue& found) const;
  bool string_holds(const Value& value, const JsonValue& found) const;
  bool quantity_holds(const Value& value, const JsonValue& found) const;
  static bool span_holds(const Value& value, const Span& found);
  static bool number_holds(const Value& value, double found);

  const SearchParameter* parameter_ = nullptr;
  std::string modifier_;
  std::vector<Value> values_;
  std::vector<std::string> texts_;
  std::vector<std::string> also_;
  std::vector<std::string> traces_;
};

/// The parts at commas that no backslash stands before, without their backslashes.
std::vector<std::string> values_of(std::string_view text);

/// By what a result is ordered: the earliest date, the first text or code there is, as text that
/// sorts; empty where the resource has none.
std::string sort_key(const JsonValue& resource, const SearchParameter& parameter);

}  // namespace alongside::fhir
