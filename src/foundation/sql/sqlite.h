// SPDX-License-Identifier: Apache-2.0
// The embedded engine: SQLite in WAL with synchronous=FULL, so that what was acknowledged is on
// disk.
#pragma once

#include <memory>
#include <string>

#include "foundation/sql/database.h"

namespace alongside::sql {

/// A file that is made when it is missing. Throws EngineError when it cannot be opened or is no
/// database. One process at a time: see DataLock.
std::unique_ptr<Engine> sqlite_file(const std::string& path);

/// Holds a folder for one process, until it ends, by a lock on the file `lock` in it. Two writing
/// processes on one SQLite file is a known way to lose data (WAL reset, before 3.51.3).
class DataLock {
 public:
  /// Throws EngineError when another process holds the folder.
  explicit DataLock(const std::string& folder);
  ~DataLock();
  DataLock(const DataLock&) = delete;
  DataLock& operator=(const DataLock&) = delete;

 private:
  int descriptor_;
};

}  // namespace alongside::sql
