// SPDX-License-Identifier: Apache-2.0
// Transactions: whole, or not at all.
#include "foundation/sql/database.h"

#include <gtest/gtest.h>

#include <thread>

#include "clinic.h"
#include "foundation/sql/sqlite.h"

namespace alongside::sql {
namespace {

struct Numbers {
  testing::TemporaryFolder folder;
  Database database{sqlite_file(folder.path() + "/n.db")};
  Numbers() {
    database.write([&](Writing& w) {
      w.execute(database.engine().rendered(
          "CREATE TABLE numbers (n bigint NOT NULL PRIMARY KEY, name text)"));
    });
  }
  std::int64_t count() {
    return database.read(
        [](const Reading& r) { return r.integer("SELECT count(*) FROM numbers", {}); });
  }
};

}  // namespace

TEST(Database, keeps_what_was_written) {
  Numbers numbers;
  numbers.database.write([](Writing& w) {
    w.execute("INSERT INTO numbers VALUES (?1, ?2)", {7, std::string_view("sju")});
  });
  EXPECT_EQ(numbers.count(), 1);
}

TEST(Database, undoes_all_of_it_when_the_body_refuses_or_throws) {
  Numbers numbers;
  const auto refused = numbers.database.write([](Writing& w) -> Outcome<Done> {
    w.execute("INSERT INTO numbers VALUES (1, NULL)");
    return Refusal("no");
  });
  EXPECT_FALSE(refused.accepted());
  EXPECT_THROW(numbers.database.write([](Writing& w) {
    w.execute("INSERT INTO numbers VALUES (2, NULL)");
    throw std::runtime_error("broken");
  }),
               std::runtime_error);
  EXPECT_EQ(numbers.count(), 0);
}

TEST(Database, the_same_statement_may_run_inside_its_own_rows) {
  Numbers numbers;
  numbers.database.write(
      [](Writing& w) { w.execute("INSERT INTO numbers VALUES (1, NULL), (2, NULL), (3, NULL)"); });
  int seen = 0;
  numbers.database.read([&](const Reading& r) {
    r.each("SELECT n FROM numbers", {},
           [&](const Row&) { r.each("SELECT n FROM numbers", {}, [&](const Row&) { ++seen; }); });
    return 0;
  });
  EXPECT_EQ(seen, 9);
}

TEST(Database, many_threads_write_one_after_another) {
  Numbers numbers;
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t)
    threads.emplace_back([&, t] {
      for (int i = 0; i < 25; ++i)
        numbers.database.write(
            [&](Writing& w) { w.execute("INSERT INTO numbers VALUES (?1, NULL)", {t * 100 + i}); });
    });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(numbers.count(), 100);
}

}  // namespace alongside::sql
