// SPDX-License-Identifier: Apache-2.0
// Log lines as JSON.
#include "foundation/base/log.h"

#include "foundation/base/json.h"

namespace alongside {

void Log::write(std::string_view event,
                std::initializer_list<std::pair<std::string_view, LogValue>> values) {
  if (out_ == nullptr) return;
  JsonWriter json;
  json.begin_object().key("at").text(iso_utc(clock_.now())).key("event").text(event);
  for (const auto& [name, value] : values) {
    json.key(name);
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
      json.integer(*number);
    } else {
      json.text(std::get<std::string_view>(value));
    }
  }
  json.end_object();
  const std::string line = std::move(json).take() + "\n";
  const std::lock_guard lock(mutex_);
  std::fwrite(line.data(), 1, line.size(), out_);
  std::fflush(out_);
}

}  // namespace alongside
