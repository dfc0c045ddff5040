// SPDX-License-Identifier: Apache-2.0
// Migrations run once, in order, and are known again.
#include "foundation/sql/migrate.h"

#include <gtest/gtest.h>

#include "clinic.h"
#include "foundation/sql/sqlite.h"

namespace alongside::sql {
namespace {

constexpr EmbeddedFile first{"0001_a.sql",
                             "-- a; comment\nCREATE TABLE a (n bigint NOT NULL PRIMARY KEY);"};
constexpr EmbeddedFile second{
    "0002_b.sql", "CREATE TABLE b (n bigint NOT NULL PRIMARY KEY); INSERT INTO b VALUES (1);"};

}  // namespace

TEST(Migrate, applies_each_once) {
  testing::TemporaryFolder folder;
  Database database(sqlite_file(folder.path() + "/n.db"));
  const std::vector<EmbeddedFile> one{first};
  const std::vector<EmbeddedFile> two{first, second};
  EXPECT_EQ(migrate(database, one, {0}), 1);
  EXPECT_EQ(migrate(database, two, {0}), 1);
  EXPECT_EQ(migrate(database, two, {0}), 0);
}

TEST(Migrate, refuses_newer_data_and_changed_migrations) {
  testing::TemporaryFolder folder;
  Database database(sqlite_file(folder.path() + "/n.db"));
  const std::vector<EmbeddedFile> two{first, second};
  migrate(database, two, {0});
  const std::vector<EmbeddedFile> older{first};
  EXPECT_THROW(migrate(database, older, {0}), EngineError);
  const std::vector<EmbeddedFile> changed{
      {"0001_a.sql", "CREATE TABLE c (n bigint NOT NULL PRIMARY KEY);"}, second};
  EXPECT_THROW(migrate(database, changed, {0}), EngineError);
}

TEST(Migrate, a_failing_migration_leaves_nothing) {
  testing::TemporaryFolder folder;
  Database database(sqlite_file(folder.path() + "/n.db"));
  const std::vector<EmbeddedFile> broken{
      {"0001_a.sql", "CREATE TABLE a (n bigint NOT NULL PRIMARY KEY); NONSENSE;"}};
  EXPECT_THROW(migrate(database, broken, {0}), EngineError);
  EXPECT_EQ(database.read([](const Reading& r) {
    return r.integer("SELECT count(*) FROM sqlite_schema WHERE name = 'a'", {});
  }),
            0);
}

}  // namespace alongside::sql
