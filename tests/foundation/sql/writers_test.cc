// SPDX-License-Identifier: Apache-2.0
// An act that met another one is carried out again, whole; a dead connection is not used again.
#include "foundation/sql/writers.h"

#include <gtest/gtest.h>

namespace alongside::sql {
namespace {

struct Notes {
  std::vector<std::string> commands;
  int busy_commits = 0;
  int connections = 0;
  bool usable = true;
};

class Noted final : public Connection {
 public:
  explicit Noted(Notes& notes) : notes_(notes) { ++notes_.connections; }
  void run(std::string_view statement, std::span<const Parameter>,
           const std::function<void(const Row&)>&) override {
    notes_.commands.emplace_back(statement);
  }
  std::int64_t changed() const override { return 1; }
  void begin_reading() override {}
  void begin_writing() override { notes_.commands.emplace_back("begin"); }
  void commit() override {
    if (notes_.busy_commits-- > 0) throw EngineBusy("two writers met");
    notes_.commands.emplace_back("commit");
  }
  void set_savepoint() override {}
  void undo_to_savepoint() override {}
  void release_savepoint() override {}
  bool in_transaction() const override { return true; }
  bool usable() const override { return notes_.usable; }
  void roll_back() noexcept override { notes_.commands.emplace_back("roll back"); }

 private:
  Notes& notes_;
};

class NotedEngine final : public Engine {
 public:
  explicit NotedEngine(Notes& notes) : notes_(notes) {}
  Writers writers() const override { return Writers::many; }
  std::unique_ptr<Connection> connect(Access) override { return std::make_unique<Noted>(notes_); }
  std::string rendered(std::string_view statement) const override { return std::string(statement); }

 private:
  Notes& notes_;
};

using Commands = std::vector<std::string>;

Act doing(Verdict verdict) {
  return {[verdict](Writing& writing) {
    writing.execute("x");
    return verdict;
  }};
}

}  // namespace

TEST(WriterPool, keeps_or_undoes_as_the_act_says) {
  Notes notes;
  NotedEngine engine(notes);
  WriterPool pool(engine);
  pool.carry_out(doing(Verdict::keep));
  pool.carry_out(doing(Verdict::undo));
  EXPECT_EQ(notes.commands, (Commands{"begin", "x", "commit", "begin", "x", "roll back"}));
  EXPECT_EQ(notes.connections, 1);
}

TEST(WriterPool, carries_an_act_out_again_when_it_met_another_one) {
  Notes notes;
  notes.busy_commits = 2;
  NotedEngine engine(notes);
  WriterPool pool(engine);
  pool.carry_out(doing(Verdict::keep));
  EXPECT_EQ(notes.commands, (Commands{"begin", "x", "roll back", "begin", "x", "roll back", "begin",
                                      "x", "commit"}));
}

TEST(WriterPool, throws_what_the_act_threw_after_undoing_it) {
  Notes notes;
  NotedEngine engine(notes);
  WriterPool pool(engine);
  EXPECT_THROW(pool.carry_out({[](Writing&) -> Verdict { throw std::runtime_error("a slip"); }}),
               std::runtime_error);
  EXPECT_EQ(notes.commands, (Commands{"begin", "roll back"}));
}

TEST(WriterPool, throws_a_dead_connection_away) {
  Notes notes;
  notes.usable = false;
  NotedEngine engine(notes);
  WriterPool pool(engine);
  pool.carry_out(doing(Verdict::keep));
  pool.carry_out(doing(Verdict::keep));
  EXPECT_EQ(notes.connections, 2);
}

}  // namespace alongside::sql
