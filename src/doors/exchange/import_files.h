// SPDX-License-Identifier: Apache-2.0
// Which files an import reads: a folder's, or those that a bulk export's manifest names.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace alongside::exchange {

struct IncomingFile {
  std::string path;
  std::optional<std::int64_t> lines = {};  ///< as the manifest counts them
  bool there = true;
};
struct IncomingFiles {
  std::vector<IncomingFile> files;
  std::int64_t deletions = 0;  ///< files of deleted resources that the manifest names
};

/// `path`: one .ndjson, .ndjson.gz or .rejected file (import.h), a manifest.json, or a folder with
/// such files. In a folder a manifest.json says which, in which order; without one all are read by
/// their names, but log.ndjson, which bulk clients write for themselves, and .errors.ndjson, which
/// imports write. Of an address in a manifest the last part is the file, beside the manifest.
/// Throws std::runtime_error where nothing is there to read, or the manifest cannot be read.
IncomingFiles files_to_read(const std::string& path);

}  // namespace alongside::exchange
