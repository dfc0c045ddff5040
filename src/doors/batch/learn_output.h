// SPDX-License-Identifier: Apache-2.0
// Lists and tables of an answer, as JSON.
#pragma once

#include <string>
#include <vector>

#include "foundation/base/json.h"

namespace alongside::batch {

inline void write_numbers(JsonWriter& out, std::string_view key,
                          const std::vector<double>& values) {
  out.key(key).begin_array();
  for (const double value : values) out.number(value);
  out.end_array();
}

inline void write_texts(JsonWriter& out, std::string_view key,
                        const std::vector<std::string>& values) {
  out.key(key).begin_array();
  for (const std::string& value : values) out.text(value);
  out.end_array();
}

}  // namespace alongside::batch
