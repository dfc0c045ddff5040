// SPDX-License-Identifier: Apache-2.0
// The embedded engine: durable settings, strict types, one process.
#include "foundation/sql/sqlite.h"

#include <gtest/gtest.h>

#include "clinic.h"

namespace alongside::sql {

TEST(Sqlite, is_durable_strict_and_has_foreign_keys) {
  testing::TemporaryFolder folder;
  Database database(sqlite_file(folder.path() + "/n.db"));
  database.write([&](Writing& w) {
    EXPECT_EQ(w.integer("PRAGMA synchronous", {}), 2);
    EXPECT_EQ(w.integer("PRAGMA foreign_keys", {}), 1);
    w.execute(database.engine().rendered(
        "CREATE TABLE t (n bigint NOT NULL PRIMARY KEY, context_text text)"));
    EXPECT_THROW(w.execute("INSERT INTO t VALUES ('abc', NULL)"), EngineError);
  });
}

TEST(Sqlite, a_lossy_read_is_an_error) {
  testing::TemporaryFolder folder;
  Database database(sqlite_file(folder.path() + "/n.db"));
  database.read([](const Reading& r) {
    EXPECT_THROW(r.each("SELECT 'x'", {}, [](const Row& row) { row.integer(0); }), EngineError);
    EXPECT_THROW(r.each("SELECT NULL", {}, [](const Row& row) { row.text(0); }), EngineError);
    return 0;
  });
}

TEST(Sqlite, a_reader_cannot_write) {
  testing::TemporaryFolder folder;
  Database database(sqlite_file(folder.path() + "/n.db"));
  database.read([](const Reading& r) {
    EXPECT_THROW(r.each("CREATE TABLE t (n INTEGER)", {}, [](const Row&) {}), EngineError);
    return 0;
  });
}

TEST(Sqlite, a_folder_belongs_to_one_process_at_a_time) {
  testing::TemporaryFolder folder;
  const DataLock lock(folder.path());
  EXPECT_THROW(DataLock{folder.path()}, EngineError);
}

}  // namespace alongside::sql
