// SPDX-License-Identifier: Apache-2.0
// What a line of `alongside chart --batch` answers, as JSON.
#pragma once

#include <string>
#include <utility>
#include <variant>

#include "doors/batch/series.h"

namespace alongside::batch {

/// `rest`: the members of the request after its name.
inline JsonValue answer(const std::string& rest) {
  JsonReader reader;
  JsonReader other;
  auto read = other.read(charted(reader, "{\"name\":\"x\"," + rest + "}"), 16);
  return std::get<JsonValue>(std::move(read));
}

}  // namespace alongside::batch
