// SPDX-License-Identifier: Apache-2.0
// Opens the data of a clinic: the file, its lock, its migrations, and whether it is an example.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "foundation/base/clock.h"
#include "foundation/base/embedded.h"
#include "foundation/sql/database.h"
#include "foundation/sql/sqlite.h"

namespace alongside::record {

/// src/record/migrations and src/record/queries, as this binary carries them.
std::span<const EmbeddedFile> migrations();
std::span<const EmbeddedFile> queries();
/// A query by its file name. Breaks a promise when there is none.
std::string_view query(std::string_view file_name);

enum class ClinicKind { example, own };

/// Where a folder keeps its data.
std::string data_file(const std::string& folder);

/// Makes the tables of a PostgreSQL database, or brings them up to date, as their owner; `role`
/// (when it is not empty) may then read and write, but has no right to change or remove history.
void prepare(const std::string& database, const std::string& role, Instant now);

/// Held by one process at a time. Throws sql::EngineError with what to do when the folder is used
/// by another, the data are newer than the program, or the kind is not the one asked for.
class Store {
 public:
  /// A new folder becomes `kind`, or a clinic of one's own when nothing is said.
  /// With `database`, a PostgreSQL URL, the folder holds only settings.
  Store(const std::string& folder, std::optional<ClinicKind> kind, const Clock& clock,
        const std::string& database = {},
        std::size_t acts_in_a_commit_max = sql::acts_in_a_commit_standard);

  sql::Database& database() { return database_; }
  ClinicKind kind() const { return kind_; }
  /// True when there are no people and no sites yet.
  bool empty();

 private:
  std::optional<sql::DataLock> lock_;  // PostgreSQL takes several servers
  sql::Database database_;
  ClinicKind kind_;
};

}  // namespace alongside::record
