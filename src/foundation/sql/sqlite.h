// SPDX-License-Identifier: Apache-2.0
// The embedded engine: SQLite in WAL with synchronous=FULL, so that what was acknowledged is on
// disk.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "foundation/sql/database.h"

namespace alongside::sql {

/// A file that is made when it is missing. Throws EngineError, with what to do, when it cannot be
/// opened, is damaged, or belongs to another program. One process at a time: see DataLock.
std::unique_ptr<Engine> sqlite_file(const std::string& path);

/// In the header of every file, so that a file of another program is known ("Alng").
constexpr std::int64_t application_id = 0x416C6E67;

/// Copies the whole database as it is at one moment, beside whoever reads and writes it. Throws
/// EngineError; then there is no `to`.
void copy_sqlite_file(const std::string& from, const std::string& to);

/// What SQLite itself finds wrong with its pages, indexes and foreign keys.
std::vector<std::string> sqlite_faults(const Reading& reading);

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
