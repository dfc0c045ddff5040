// SPDX-License-Identifier: Apache-2.0
// Many acts, one commit; each answered by itself.
#include "foundation/sql/group_commit.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <thread>

#include "clinic.h"
#include "foundation/sql/sqlite.h"

namespace alongside::sql {
namespace {

/// Remembers what was asked of it, and can fail at a commit or lose its transaction.
class Recorded final : public Connection {
 public:
  struct Notes {
    std::vector<std::string> commands;
    int commits_that_fail = 0;
    bool loses_transaction = false;
    bool open = false;
    std::int64_t count(std::string_view command) const {
      return std::ranges::count(commands, command);
    }
  };
  explicit Recorded(Notes& notes) : notes_(notes) {}
  void run(std::string_view statement, std::span<const Parameter>,
           const std::function<void(const Row&)>&) override {
    notes_.commands.emplace_back(statement);
    if (statement != "too much") return;
    if (notes_.loses_transaction) notes_.open = false;
    throw EngineError("broken");
  }
  std::int64_t changed() const override { return 1; }
  void begin_reading() override {}
  void begin_writing() override {
    notes_.commands.emplace_back("begin");
    notes_.open = true;
  }
  void commit() override {
    notes_.commands.emplace_back("commit");
    if (notes_.commits_that_fail-- > 0) throw EngineError("the disk is broken");
    notes_.open = false;
  }
  void set_savepoint() override { notes_.commands.emplace_back("savepoint"); }
  void undo_to_savepoint() override { notes_.commands.emplace_back("undo"); }
  void release_savepoint() override { notes_.commands.emplace_back("release"); }
  bool in_transaction() const override { return notes_.open; }
  void roll_back() noexcept override {
    notes_.commands.emplace_back("roll back");
    notes_.open = false;
  }

 private:
  Notes& notes_;
};

Act doing(std::string_view statement) {
  return {[statement](Writing& writing) {
    writing.execute(statement);
    return Verdict::keep;
  }};
}

/// Holds the first act until `others` have had time to queue behind it, then lets all go.
void together(GroupCommit& writer, const std::vector<Act>& others,
              std::vector<std::exception_ptr>& errors) {
  std::atomic<bool> held{false};
  std::atomic<bool> go{false};
  std::atomic<std::size_t> near{0};
  std::thread first([&] {
    writer.carry_out({[&](Writing&) {
      held = true;
      while (!go) std::this_thread::yield();
      return Verdict::keep;
    }});
  });
  while (!held) std::this_thread::yield();
  errors.assign(others.size(), nullptr);
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < others.size(); ++i)
    threads.emplace_back([&, i] {
      ++near;
      try {
        writer.carry_out(others[i]);
      } catch (...) {
        errors[i] = std::current_exception();
      }
    });
  while (near < others.size()) std::this_thread::yield();
  std::this_thread::sleep_for(std::chrono::milliseconds(200));  // from there into the queue
  go = true;
  first.join();
  for (std::thread& thread : threads) thread.join();
}

std::string message_of(const std::exception_ptr& error) {
  if (!error) return {};
  try {
    std::rethrow_exception(error);
  } catch (const std::exception& exception) {
    return exception.what();
  }
}

}  // namespace

TEST(GroupCommit, acts_that_wait_together_share_one_commit) {
  Recorded::Notes notes;
  GroupCommit writer(std::make_unique<Recorded>(notes), nullptr, 64);
  std::vector<std::exception_ptr> errors;
  together(writer, std::vector<Act>(8, doing("x")), errors);
  EXPECT_EQ(notes.count("x"), 8);
  EXPECT_EQ(notes.count("commit"), 2);  // The one that was held, and the eight together.
}

TEST(GroupCommit, a_group_has_a_largest_size) {
  Recorded::Notes notes;
  GroupCommit writer(std::make_unique<Recorded>(notes), nullptr, 1);
  std::vector<std::exception_ptr> errors;
  together(writer, std::vector<Act>(8, doing("x")), errors);
  EXPECT_EQ(notes.count("commit"), 9);
}

TEST(GroupCommit, one_bad_act_is_undone_alone) {
  testing::TemporaryFolder folder;
  const auto engine = sqlite_file(folder.path() + "/n.db");
  GroupCommit writer(engine->connect(Access::writing), nullptr, 64);
  writer.carry_out(doing("CREATE TABLE n (n INTEGER PRIMARY KEY) STRICT, WITHOUT ROWID"));
  std::vector<Act> acts{doing("INSERT INTO n VALUES (1)"),
                        {[](Writing& writing) -> Verdict {
                          writing.execute("INSERT INTO n VALUES (2)");
                          throw std::runtime_error("a slip");
                        }},
                        {[](Writing& writing) {
                          writing.execute("INSERT INTO n VALUES (3)");
                          return Verdict::undo;
                        }},
                        doing("INSERT INTO n VALUES ('not a number')"),
                        doing("INSERT INTO n VALUES (4)")};
  std::vector<std::exception_ptr> errors;
  together(writer, acts, errors);
  EXPECT_EQ(message_of(errors[1]), "a slip");
  EXPECT_NE(message_of(errors[3]), "");
  EXPECT_FALSE(errors[0] || errors[2] || errors[4]);
  std::vector<std::int64_t> kept;
  writer.carry_out({[&](Writing& writing) {
    kept = writing.all("SELECT n FROM n ORDER BY n", {},
                       [](const Row& row) { return row.integer(0); });
    return Verdict::keep;
  }});
  EXPECT_EQ(kept, (std::vector<std::int64_t>{1, 4}));
}

TEST(GroupCommit, when_the_commit_fails_nobody_is_told_that_it_was_kept) {
  Recorded::Notes notes;
  GroupCommit writer(std::make_unique<Recorded>(notes), nullptr, 64);
  notes.commits_that_fail = 2;
  std::vector<std::exception_ptr> errors;
  EXPECT_THROW(writer.carry_out(doing("x")), EngineError);
  EXPECT_THROW(writer.carry_out({[](Writing&) { return Verdict::undo; }}), EngineError);
  EXPECT_EQ(notes.count("roll back"), 2);
  writer.carry_out(doing("y"));
  EXPECT_EQ(notes.commands.back(), "commit");
}

TEST(GroupCommit, when_the_engine_gives_up_the_transaction_the_others_run_again) {
  Recorded::Notes notes;
  notes.loses_transaction = true;
  GroupCommit writer(std::make_unique<Recorded>(notes), nullptr, 64);
  std::vector<std::exception_ptr> errors;
  together(writer, {doing("x"), doing("too much"), doing("y")}, errors);
  EXPECT_EQ(message_of(errors[1]), "broken");
  EXPECT_FALSE(errors[0] || errors[2]);
  EXPECT_EQ(notes.commands.back(), "commit");
  // Whichever order they queued in: after the last begin, both of the others were carried out.
  const auto last = std::find(notes.commands.rbegin(), notes.commands.rend(), "begin").base();
  EXPECT_EQ(std::count(last, notes.commands.end(), "x"), 1);
  EXPECT_EQ(std::count(last, notes.commands.end(), "y"), 1);
}

TEST(GroupCommit, a_thousand_acts_of_sixteen_threads_are_each_kept_once) {
  testing::TemporaryFolder folder;
  Database database(sqlite_file(folder.path() + "/n.db"));
  database.write([](Writing& w) {
    w.execute("CREATE TABLE n (n INTEGER PRIMARY KEY) STRICT, WITHOUT ROWID");
  });
  std::vector<std::thread> threads;
  std::atomic<int> refused{0};
  for (int t = 0; t < 16; ++t)
    threads.emplace_back([&, t] {
      for (int i = 0; i < 64; ++i) {
        const auto kept = database.write([&](Writing& w) -> Outcome<Done> {
          w.execute("INSERT INTO n VALUES (?1)", {t * 1000 + i});
          if (i % 4 == 3) return Refusal("no");
          return Done{};
        });
        if (!kept) ++refused;
      }
    });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(refused, 16 * 16);
  EXPECT_EQ(database.read([](const Reading& r) { return r.integer("SELECT count(*) FROM n", {}); }),
            16 * 48);
}

}  // namespace alongside::sql
