// SPDX-License-Identifier: Apache-2.0
// Reads a folder of FHIR R4 NDJSON: what can be kept is kept, what cannot goes to an error file
// with its line and the reason, and twice the same folder changes nothing.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "service/take_in.h"

namespace alongside::exchange {

/// For each file: created + updated + unchanged + stale + rejected + ignored = lines.
struct FileReport {
  std::string file;
  std::int64_t lines = 0;
  std::int64_t created = 0;
  std::int64_t updated = 0;
  std::int64_t unchanged = 0;
  std::int64_t stale = 0;  ///< older than what is stored: not applied
  std::int64_t rejected = 0;
  std::int64_t ignored = 0;  ///< blank lines
  bool incomplete = false;   ///< cut short, not there, or of other length than its manifest says
};

struct ImportReport {
  std::vector<FileReport> files;
  service::TakenIn taken;
  std::int64_t deleted = 0;  ///< resources that were taken out
  std::int64_t rejected() const;
  bool incomplete() const;
};

/// For programs: {"files":[{"file":...,"lines":...,"created":...}],"deleted":0,"waiting":[...]}.
std::string report_json(const ImportReport& report);

/// For people: a line a file, then who and what is here now.
std::string report_text(const ImportReport& report, const std::string& errors);

/// Each of `folders` is a folder, a manifest or a file (import_files.h), linked together at the
/// end; `errors` gets
/// "<file>.errors.ndjson" (OperationOutcome a line) and "<file>.rejected" (the lines themselves)
/// for files with rejected or stale lines
/// (in a folder "1", "2" ... for each of several folders), and loses what it held about them
/// before. `progress` is called now and then with a file's name and its lines so far. Throws
/// std::runtime_error when a folder holds no such file.
ImportReport import_folders(const service::Service& service,
                            const std::vector<std::string>& folders, const std::string& errors,
                            const service::TakeInDefaults& defaults,
                            const std::function<void(const std::string&, std::int64_t)>& progress);

}  // namespace alongside::exchange
