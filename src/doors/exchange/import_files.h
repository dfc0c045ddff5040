// SPDX-License-Identifier: Apache-2.0
// Which files an import reads: a folder's, or those that a bulk export's manifest names.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "foundation/base/clock.h"

namespace alongside::exchange {

struct IncomingFile {
  std::string path;
  std::optional<std::int64_t> lines = {};  ///< as the manifest counts them
  bool there = true;
  std::string sha256 = {};  ///< as the manifest says; empty: it does not
  bool document = false;    ///< one JSON document: a resource, or a Bundle whose entries are meant
};
struct IncomingFiles {
  std::vector<IncomingFile> files;
  std::vector<IncomingFile> deleted = {};  ///< Bundles of resources that were deleted there
  std::vector<IncomingFile> history = {};  ///< of our own whole export: older versions
  std::vector<IncomingFile> latest = {};   ///< of our own whole export: which is the latest
  std::string base = {};  ///< of absolute references that mean what came along; empty: not known
  std::optional<Instant> as_of = {};  ///< as of when the manifest says it is
};

/// `path`: one .ndjson, .ndjson.gz, .json or .rejected file (import.h), a manifest.json, or a
/// folder with such files. In a folder a manifest.json says which, in which order; without one all
/// are read by their names, but log.ndjson, which bulk clients write for themselves,
/// .errors.ndjson, which imports write, and .json without a resource. Of an address in a manifest
/// the last part is the file, beside the manifest; our own exports have older versions in the
/// folder `history`. Throws std::runtime_error where nothing is there to read, or the manifest
/// cannot be read.
IncomingFiles files_to_read(const std::string& path);

}  // namespace alongside::exchange
