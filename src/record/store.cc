// SPDX-License-Identifier: Apache-2.0
// The one data file of a clinic.
#include "record/store.h"

#include <sys/stat.h>

#include <filesystem>

#include "foundation/base/expect.h"
#include "foundation/sql/migrate.h"
#include "foundation/sql/postgres.h"

namespace alongside::record {
namespace {

namespace files = std::filesystem;

/// Only the owner may look into the folder: it holds people's lives. One that is made here is
/// closed; one that stands open is refused rather than changed.
std::string prepared(const std::string& folder) {
  std::error_code error;
  ::umask(0077);
  if (!files::exists(folder)) {
    files::create_directories(folder, error);
    if (error)
      throw sql::EngineError("the data folder " + folder + " cannot be made: " + error.message());
  }
  const auto open =
      files::status(folder).permissions() & (files::perms::group_all | files::perms::others_all);
  if (open != files::perms::none)
    throw sql::EngineError("the data folder " + folder +
                           " can be read by others. Close it first: chmod 700 " + folder);
  return folder;
}

std::unique_ptr<sql::Engine> engine_for(const std::string& folder, const std::string& database,
                                        std::optional<sql::DataLock>& lock) {
  if (!database.empty()) return sql::postgres_database(database);
  lock.emplace(folder);
  return sql::sqlite_file(data_file(folder));
}

std::unique_ptr<sql::Reserve> reserve_for(const std::string& folder, const std::string& database) {
  return database.empty() ? std::make_unique<sql::Reserve>(folder) : nullptr;
}

std::string_view code_of(ClinicKind kind) {
  return kind == ClinicKind::example ? "example" : "own";
}

ClinicKind settled_kind(sql::Database& database, std::optional<ClinicKind> asked, Instant now) {
  // A role with few rights finds the tables made by their owner: see `prepare`.
  if (database.engine().makes_tables())
    sql::migrate(database, migrations(), now);
  else
    sql::check_versions(database, migrations());
  const auto kept = database.write(
      [&](sql::Writing& writing) {
        writing.execute(
            "INSERT INTO clinic (clinic_no, kind, begun_ms) VALUES (1, ?1, ?2) "
            "ON CONFLICT (clinic_no) DO NOTHING",
            {code_of(asked.value_or(ClinicKind::own)), now.utc_ms});
        return writing.first("SELECT kind FROM clinic WHERE clinic_no = 1", {},
                             [](const sql::Row& row) { return std::string(row.text(0)); });
      },
      sql::Urgency::account);
  const ClinicKind wanted =
      asked.value_or(kept == code_of(ClinicKind::example) ? ClinicKind::example : ClinicKind::own);
  if (kept != code_of(wanted))
    throw sql::EngineError(
        wanted == ClinicKind::own
            ? "this folder holds the example clinic. A clinic of your own needs a "
              "folder of its own: choose another with --data."
            : "this folder holds a clinic of your own. The example clinic needs a "
              "folder of its own: choose another with --data.");
  const auto example_logins = database.read([](const sql::Reading& reading) {
    return reading.integer("SELECT count(*) FROM logins WHERE example = 1", {});
  });
  if (wanted == ClinicKind::own && example_logins > 0)
    throw sql::EngineError(
        "an example sign-in stands in a clinic of your own. Alongside does not "
        "start with a door that everybody knows.");
  return wanted;
}

}  // namespace

std::string_view query(std::string_view file_name) {
  for (const EmbeddedFile& file : queries())
    if (file.name == file_name) return file.bytes;
  broken_promise("a query of that name is in the binary", Place::here());
}

std::string data_file(const std::string& folder) { return folder + "/alongside.db"; }

Store::Store(const std::string& folder, std::optional<ClinicKind> kind, const Clock& clock,
             const std::string& database, std::size_t acts_in_a_commit_max)
    : database_(engine_for(prepared(folder), database, lock_), reserve_for(folder, database),
                acts_in_a_commit_max),
      kind_(settled_kind(database_, kind, clock.now())) {}

void prepare(const std::string& url, const std::string& role, Instant now) {
  sql::Database database(sql::postgres_database(url));
  sql::migrate(database, migrations(), now);
  if (!role.empty())
    sql::grant(database, role, {"history"}, {"relationship_answers", "joy_answers"});
}

bool Store::empty() {
  return database_.read([](const sql::Reading& reading) {
    return reading.integer("SELECT count(*) FROM homes", {}) == 0;
  });
}

}  // namespace alongside::record
