// SPDX-License-Identifier: Apache-2.0
// expect(...) states what must be true if the program is right; never for what people type.
#pragma once

namespace alongside {

/// Where a promise stands in the program. By the compilers' builtins: Clang 14 has no
/// std::source_location beside the standard library of GCC 12.
struct Place {
  const char* file;
  int line;
  static constexpr Place here(const char* file = __builtin_FILE(), int line = __builtin_LINE()) {
    return {file, line};
  }
};

/// Stops the program with file and line. It runs in release builds too: a broken promise inside
/// a health record must not go on. It prints no value, so no words about a person can leak.
[[noreturn]] void broken_promise(const char* what, Place where);

inline void expect(bool holds, const char* what,
                   Place where = Place::here(__builtin_FILE(), __builtin_LINE())) {
  if (!holds) broken_promise(what, where);
}

}  // namespace alongside
