// SPDX-License-Identifier: Apache-2.0
// One line of JSON for each thing an administrator should know; never words about a person.
#pragma once

#include <cstdint>
#include <cstdio>
#include <initializer_list>
#include <mutex>
#include <string_view>
#include <utility>
#include <variant>

#include "foundation/base/clock.h"

namespace alongside {

using LogValue = std::variant<std::int64_t, std::string_view>;

/// Safe from several threads. Values are numbers, fixed words of the program and route patterns:
/// never a path, a query, a name or what somebody wrote. A Private<T> does not convert to a
/// LogValue.
class Log {
 public:
  Log(const Clock& clock, std::FILE* out) : clock_(clock), out_(out) {}
  void write(std::string_view event,
             std::initializer_list<std::pair<std::string_view, LogValue>> values = {});

 private:
  const Clock& clock_;
  std::FILE* out_;
  std::mutex mutex_;
};

}  // namespace alongside
