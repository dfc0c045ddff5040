// SPDX-License-Identifier: Apache-2.0
// Lines of a file, plain or gzipped, of any size; one line at a time.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace alongside::exchange {

constexpr std::size_t line_bytes_max = 64ULL * 1024 * 1024;

struct Line {
  std::string_view text;  ///< without its end; lives until the next line is asked for
  std::int64_t number = 0;
  bool too_long = false;  ///< over line_bytes_max: `text` is empty and the rest was passed over
};

class LineReader {
 public:
  /// Throws std::runtime_error when the file cannot be opened.
  explicit LineReader(const std::string& path);
  ~LineReader();
  LineReader(const LineReader&) = delete;
  LineReader& operator=(const LineReader&) = delete;

  /// False at the end. A byte order mark at the start and CR before LF are taken away.
  bool next(Line& line);
  /// True when the file ended before its compressed content did.
  bool cut_short() const;

 private:
  class Inside;
  std::unique_ptr<Inside> inside_;
};

/// A whole file, plain or gzipped, its lines ended by \n. Throws std::runtime_error for one that
/// cannot be read, ends too early, or has a line over line_bytes_max.
std::string text_of(const std::string& path);

}  // namespace alongside::exchange
