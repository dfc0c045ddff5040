// SPDX-License-Identifier: Apache-2.0
// Everything out again, in files from which import reads it: FHIR's bulk format, and beside it what
// that leaves out: older versions, deletions, and which version is the latest.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "service/service.h"

namespace alongside::exchange {

struct ExportWish {
  bool whole = false;  ///< with older versions and deletions
  std::string person;  ///< an id or "Patient/57a5"; empty: everybody
};
struct ExportedFile {
  std::string file;  ///< below the folder
  std::int64_t lines = 0;
};

/// `folder` is new or empty. A line a resource, by type and id, its bytes as they are kept; then
/// manifest.json, with lines and SHA-256 of each file. Imported into an empty clinic and exported
/// again, every file is the same byte for byte. Whom it is about stands in their history. Throws
/// std::runtime_error when the folder holds something, takes no file, or the person is not here.
std::vector<ExportedFile> export_clinic(
    const service::Service& service, const std::string& folder, const ExportWish& wish,
    const std::function<void(const std::string&, std::int64_t)>& progress);

/// Puts what came in under an older version of the program into today's index; quick where all is.
void index_all(const service::Service& service);

}  // namespace alongside::exchange
