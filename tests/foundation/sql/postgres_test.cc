// SPDX-License-Identifier: Apache-2.0
// The second engine. What needs a server runs where tests/postgres.sh gave one.
#include "foundation/sql/postgres.h"

#include <gtest/gtest.h>

#include <thread>

#include "clinic.h"
#include "record/verify.h"
#include "service/contribute.h"
#include "service/my_people.h"

namespace alongside::sql {
namespace {

bool without_a_server() { return std::getenv("ALONGSIDE_TEST_DATABASE") == nullptr; }

}  // namespace

TEST(Postgres, writes_places_as_it_wants_them) {
  EXPECT_EQ(with_dollar_places("SELECT ?1, '?1', ?12 -- what's ?1\nFROM t WHERE a = ?2"),
            "SELECT $1, '?1', $12 -- what's ?1\nFROM t WHERE a = $2");
}

TEST(Postgres, is_known_by_its_url) {
  EXPECT_TRUE(is_postgres_url("postgres://a@b/c"));
  EXPECT_TRUE(is_postgres_url("postgresql://a@b/c"));
  EXPECT_FALSE(is_postgres_url("/srv/alongside"));
}

TEST(Postgres, a_server_that_is_not_there_is_said_without_its_password) {
  try {
    Database database(postgres_database("postgres://a:geheim@127.0.0.1:1/c?connect_timeout=1"));
    database.read([](const Reading&) { return 0; });
    FAIL();
  } catch (const EngineError& error) {
    EXPECT_EQ(std::string(error.what()).find("geheim"), std::string::npos);
    EXPECT_NE(std::string(error.what()).find("cannot be reached"), std::string::npos);
  }
}

TEST(Postgres, keeps_every_kind_of_value) {
  if (without_a_server()) GTEST_SKIP() << "no server";
  const testing::TemporaryDatabase own(testing::Where::as_asked);
  Database database(postgres_database(own.url()));
  const std::string bytes("\0\xFF'\\", 4);
  database.write([&](Writing& w) {
    w.execute(database.engine().rendered(
        "CREATE TABLE t (n bigint NOT NULL PRIMARY KEY, s text, b bytes)"));
    w.execute("INSERT INTO t VALUES (?1, ?2, ?3)",
              {std::numeric_limits<std::int64_t>::min(), "Åsa 🌻 'x'", Bytes{bytes}});
    w.execute("INSERT INTO t (n, s) VALUES (?1, ?2)", {2, std::monostate{}});
  });
  database.read([&](const Reading& r) {
    r.each("SELECT n, s, b FROM t WHERE n < 0", {}, [&](const Row& row) {
      EXPECT_EQ(row.integer(0), std::numeric_limits<std::int64_t>::min());
      EXPECT_EQ(row.text(1), "Åsa 🌻 'x'");
      EXPECT_EQ(row.text(2), bytes);
      EXPECT_THROW(row.integer(1), EngineError);
      EXPECT_THROW(row.text(0), EngineError);
    });
    r.each("SELECT s, b FROM t WHERE n = 2", {}, [](const Row& row) {
      EXPECT_TRUE(row.null(0) && row.null(1));
      EXPECT_FALSE(row.is_integer(0));
    });
    return 0;
  });
}

TEST(Postgres, a_name_is_found_in_any_script_as_in_a_file) {
  if (without_a_server()) GTEST_SKIP() << "no server";
  testing::Clinic clinic;
  clinic.service.database().write([](Writing& w) {
    w.execute("UPDATE persons SET name = 'Åsa ÄNG' WHERE home_id = 1 AND person_no = ?1", {1});
  });
  const auto found = [&](std::string_view part) {
    return service::my_people(clinic.service, clinic.lind, part, 0).value().count;
  };
  EXPECT_EQ(found("Åsa"), 1);
  EXPECT_EQ(found("åsa"), 0);  // Letters beyond ASCII as they are written, on both engines.
  EXPECT_EQ(found("SA Ä"), 1);
}

TEST(Postgres, the_servers_role_cannot_change_the_history) {
  if (without_a_server()) GTEST_SKIP() << "no server";
  testing::Clinic clinic;
  const std::string role = "app_" + std::to_string(::getpid());
  clinic.service.database().write([&](Writing& w) { w.execute("CREATE ROLE " + role); });
  grant(clinic.service.database(), role, {"history"}, {"relationship_answers"});
  const auto as_role = [&](const std::string& statement) {
    try {
      clinic.service.database().write([&](Writing& w) {
        w.execute("SET LOCAL ROLE " + role);
        w.execute(statement);
      });
      return true;
    } catch (const EngineError&) {
      return false;
    }
  };
  EXPECT_TRUE(as_role("SELECT count(*) FROM history"));
  EXPECT_TRUE(as_role("UPDATE aims SET rank = rank"));
  EXPECT_FALSE(as_role("UPDATE history SET what = ''"));
  EXPECT_FALSE(as_role("DELETE FROM history"));
  EXPECT_FALSE(as_role("TRUNCATE history"));
  EXPECT_FALSE(as_role("SELECT count(*) FROM relationship_answers"));
  EXPECT_FALSE(as_role("SELECT asked FROM relationship_answers"));
  EXPECT_FALSE(as_role("DELETE FROM relationship_answers"));
  EXPECT_TRUE(as_role("SELECT count(*) FROM relationship_blocks"));
  EXPECT_FALSE(as_role("CREATE TABLE x (n bigint)"));
  EXPECT_THROW(grant(clinic.service.database(), "a; DROP TABLE aims", {}, {}), EngineError);
  clinic.service.database().write([&](Writing& w) {
    w.execute("DROP OWNED BY " + role);
    w.execute("DROP ROLE " + role);
  });
}

TEST(Postgres, acts_of_many_threads_in_one_home_take_turns) {
  if (without_a_server()) GTEST_SKIP() << "no server";
  testing::Clinic clinic;
  std::vector<std::thread> threads;
  std::atomic<int> kept{0};
  for (int t = 0; t < 8; ++t)
    threads.emplace_back([&, t] {
      for (int i = 0; i < 20; ++i)
        if (service::check_in(clinic.service, t % 2 == 0 ? clinic.amina : clinic.bo,
                              {"", "", {}, "line"}, std::to_string(t) + "-" + std::to_string(i)))
          ++kept;
    });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(kept, 160);
  clinic.service.database().read([](const Reading& r) {
    EXPECT_EQ(r.integer("SELECT count(*) FROM check_ins", {}), 160);
    EXPECT_TRUE(record::verify_all(r).findings.empty());
    return 0;
  });
}

}  // namespace alongside::sql
