// SPDX-License-Identifier: Apache-2.0
// The embedded engine: durable settings, strict types, one process.
#include "foundation/sql/sqlite.h"

#include <gtest/gtest.h>

#include <fstream>

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

TEST(Sqlite, a_file_of_another_program_or_no_database_is_refused_with_help) {
  testing::TemporaryFolder folder;
  const std::string path = folder.path() + "/n.db";
  { std::ofstream(path) << std::string(8192, 'x'); }
  const auto refused = [&] {
    try {
      Database database(sqlite_file(path));
      return std::string();
    } catch (const EngineError& error) {
      return std::string(error.what());
    }
  };
  EXPECT_NE(refused().find("damaged"), std::string::npos);
  std::filesystem::remove(path);
  { Database ours(sqlite_file(path)); }
  EXPECT_EQ(refused(), "");
  {
    Database(sqlite_file(path)).write([](Writing& w) { w.execute("CREATE TABLE t (n INTEGER)"); });
  }
  std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
  file.seekp(68);  // The application id stands in the header's bytes 68 to 71.
  file.write("Else", 4);
  file.close();
  EXPECT_NE(refused().find("another program"), std::string::npos);
}

TEST(Sqlite, a_database_opened_to_be_read_takes_no_writes) {
  testing::TemporaryFolder folder;
  { Database made(sqlite_file(folder.path() + "/n.db")); }
  Database reading = Database::only_reading(sqlite_file(folder.path() + "/n.db"));
  EXPECT_THROW(reading.write([](Writing& w) { w.execute("CREATE TABLE t (n INTEGER)"); }),
               EngineError);
}

}  // namespace alongside::sql
