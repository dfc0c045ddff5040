// SPDX-License-Identifier: Apache-2.0
// Gzip (RFC 1952), by zlib.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace alongside {

/// Smaller, and quick: pages are made while somebody waits.
std::string gzipped(std::string_view bytes);

/// The bytes of a file, gzipped or plain, block by block.
class GzipFile {
 public:
  /// Throws std::runtime_error when the file cannot be opened.
  explicit GzipFile(const std::string& path);
  ~GzipFile();
  GzipFile(const GzipFile&) = delete;
  GzipFile& operator=(const GzipFile&) = delete;

  /// The next block in place of what is in it; false at the end.
  bool read(std::string& block);
  /// True when the file ended before its compressed content did.
  bool cut_short() const;

 private:
  class Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace alongside
