// SPDX-License-Identifier: Apache-2.0
// Forward only: a released migration never changes, and its SHA-256 proves it.
#include "foundation/sql/migrate.h"

#include "foundation/base/secret.h"
#include "foundation/base/text.h"

namespace alongside::sql {
namespace {

constexpr std::string_view versions_table =
    "CREATE TABLE IF NOT EXISTS schema_versions ("
    "number bigint NOT NULL PRIMARY KEY, name text NOT NULL, fingerprint text NOT NULL, "
    "applied_ms bigint NOT NULL)";

struct Applied {
  std::int64_t number;
  std::string name;
  std::string fingerprint;
};

std::string without_comment(std::string_view line) {
  return std::string(line.substr(0, line.find("--")));
}

void check_known(const std::vector<Applied>& applied, std::span<const EmbeddedFile> migrations) {
  if (applied.size() > migrations.size())
    throw EngineError(
        "these data were written by a newer Alongside. Use that version or a newer one; nothing "
        "was changed.");
  for (std::size_t i = 0; i < applied.size(); ++i) {
    if (applied[i].number != static_cast<std::int64_t>(i + 1) ||
        applied[i].fingerprint != sha256(migrations[i].bytes))
      throw EngineError("these data were not made by a released Alongside (" + applied[i].name +
                        " differs). Nothing was changed; restore a backup or ask for help.");
  }
}

std::vector<Applied> applied_to(Database& database) {
  return database.read([](const Reading& reading) {
    return reading.all(
        "SELECT number, name, fingerprint FROM schema_versions ORDER BY number", {},
        [](const Row& row) {
          return Applied{row.integer(0), std::string(row.text(1)), std::string(row.text(2))};
        });
  });
}

}  // namespace

void check_versions(Database& database, std::span<const EmbeddedFile> migrations) {
  const auto applied = applied_to(database);
  check_known(applied, migrations);
  if (applied.size() < migrations.size())
    throw EngineError(
        "these data were written by an older Alongside. Start this version on them once: it brings "
        "them up to date.");
}

std::vector<std::string> statements_of(std::string_view script) {
  std::string bare;
  for (const std::string_view line : split(script, '\n')) bare += without_comment(line) + "\n";
  std::vector<std::string> statements;
  for (const std::string_view part : split(bare, ';')) {
    std::string statement = tidied(part);
    if (!statement.empty()) statements.push_back(std::move(statement));
  }
  return statements;
}

int migrate(Database& database, std::span<const EmbeddedFile> migrations, Instant now) {
  database.write(
      [&](Writing& writing) { writing.execute(database.engine().rendered(versions_table)); },
      Urgency::account);  // Where it is there nothing is written: a full disk stops no start.
  const auto applied = applied_to(database);
  check_known(applied, migrations);
  for (std::size_t i = applied.size(); i < migrations.size(); ++i) {
    database.write([&](Writing& writing) {
      for (const std::string& statement : statements_of(migrations[i].bytes))
        writing.execute(database.engine().rendered(statement));
      writing.execute(
          "INSERT INTO schema_versions (number, name, fingerprint, applied_ms) "
          "VALUES (?1, ?2, ?3, ?4)",
          {static_cast<std::int64_t>(i + 1), migrations[i].name, sha256(migrations[i].bytes),
           now.utc_ms});
    });
  }
  return static_cast<int>(migrations.size() - applied.size());
}

}  // namespace alongside::sql
