// SPDX-License-Identifier: Apache-2.0
// expect(...) states what must be true if the program is right; never for what people type.
#pragma once

#include <source_location>

namespace alongside {

/// Stops the program with file and line. It runs in release builds too: a broken promise inside
/// a health record must not go on. It prints no value, so no words about a person can leak.
[[noreturn]] void broken_promise(const char* what, std::source_location where);

inline void expect(bool holds, const char* what,
                   std::source_location where = std::source_location::current()) {
  if (!holds) broken_promise(what, where);
}

}  // namespace alongside
