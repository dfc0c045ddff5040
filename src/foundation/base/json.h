// SPDX-License-Identifier: Apache-2.0
// Writes JSON, piece by piece and escaped. Reading: json_value.h.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace alongside {

/// Appends to one string. Members and items come in the order they are written. Misuse (a value
/// without a key inside an object) breaks a promise.
class JsonWriter {
 public:
  JsonWriter& begin_object();
  JsonWriter& end_object();
  JsonWriter& begin_array();
  JsonWriter& end_array();
  JsonWriter& key(std::string_view name);
  JsonWriter& text(std::string_view value);
  JsonWriter& integer(std::int64_t value);
  JsonWriter& boolean(bool value);
  /// The shortest digits that give the same double back; null for what is no number.
  JsonWriter& number(double value);
  JsonWriter& null();
  /// One whole value that is JSON already, as it is.
  JsonWriter& written(std::string_view value);
  std::string take() && { return std::move(out_); }

 private:
  void before_value();
  std::string out_;
  std::vector<bool> first_;  // One an open bracket: nothing written in it yet.
  bool after_key_ = false;
};

}  // namespace alongside
