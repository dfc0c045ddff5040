// SPDX-License-Identifier: Apache-2.0
// JSON that came in, as a tree. Numbers keep the digits they were written with.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace alongside {

struct JsonMember;

struct JsonValue {
  enum class Kind { null, boolean, number, text, array, object };

  Kind kind = Kind::null;
  std::string text;  ///< what a text says; a number or a boolean as it was written
  std::vector<JsonValue> items;
  std::vector<JsonMember> members;  ///< as they stand, twice if they do

  bool is(Kind wanted) const { return kind == wanted; }
  /// The first member of that name; nullptr without one.
  const JsonValue* member(std::string_view name) const;
  /// Follows "/name/0/family"; nullptr where the way ends.
  const JsonValue* at(std::string_view pointer) const;
  /// A number as the nearest double; nothing for anything else.
  std::optional<double> number() const;
};

struct JsonMember {
  std::string name;
  JsonValue value;
};

enum class JsonFault { not_json, cut_off, too_deep };

/// Reads one document after another. Not for several threads.
class JsonReader {
 public:
  JsonReader();
  ~JsonReader();
  JsonReader(const JsonReader&) = delete;
  JsonReader& operator=(const JsonReader&) = delete;

  /// `text` must be UTF-8. Deeper than `depth_max` is refused.
  std::variant<JsonValue, JsonFault> read(std::string_view text, int depth_max);

 private:
  class Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace alongside
