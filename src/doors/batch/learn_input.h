// SPDX-License-Identifier: Apache-2.0
// What a request to learn from brings, checked as it is taken.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/base/json_value.h"

namespace alongside::batch {

/// Why nothing can be learnt from a request.
struct LearnFault {
  std::string code;
  std::string message;
};

/// One object of a request. Every getter throws LearnFault, with the way to the member, for what is
/// missing or of the wrong kind. The value it looks into must outlive it.
class LearnInput {
 public:
  LearnInput(const JsonValue& object, std::string way);

  bool has(std::string_view name) const;  ///< there, and not null
  double number(std::string_view name) const;
  double number_or(std::string_view name, double otherwise) const;
  std::optional<double> number_if(std::string_view name) const;
  /// Above zero.
  double positive(std::string_view name) const;
  /// A whole number from `low` to `high`.
  std::int64_t whole(std::string_view name, std::int64_t low, std::int64_t high) const;
  bool flag_or(std::string_view name, bool otherwise) const;
  std::string text(std::string_view name) const;
  std::string text_or(std::string_view name, std::string_view otherwise) const;
  std::vector<double> numbers(std::string_view name) const;
  std::vector<std::string> texts(std::string_view name) const;
  /// Rows of equal length.
  std::vector<std::vector<double>> matrix(std::string_view name) const;
  LearnInput object(std::string_view name) const;
  std::vector<LearnInput> objects(std::string_view name) const;
  /// The names of an object's members, as they stand.
  std::vector<std::string> names() const;
  [[noreturn]] void refuse(std::string_view name, std::string_view why) const;

 private:
  const JsonValue& member(std::string_view name) const;
  const JsonValue* object_;
  std::string way_;
};

void same_lengths(const LearnInput& input, std::string_view name, std::size_t has,
                  std::size_t wanted);

}  // namespace alongside::batch
