// SPDX-License-Identifier: Apache-2.0
// A database of any engine: Reading and Writing transactions as types, statements kept prepared.
#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "foundation/base/broken.h"
#include "foundation/base/outcome.h"
#include "foundation/sql/reserve.h"

namespace alongside::sql {

/// The engine, the disk or the file is broken. Names the statement's place, never its values.
class EngineError : public BrokenMachine {
 public:
  using BrokenMachine::BrokenMachine;
};
/// Somebody else writes just now; the whole transaction may be tried again.
class EngineBusy : public EngineError {
 public:
  using EngineError::EngineError;
};

/// Replaces a whole word of SQL.
std::string with_word(std::string text, std::string_view word, std::string_view by);

/// For LIKE ... ESCAPE '\\': the text anywhere, in lower case; % and _ in it mean themselves.
std::string like_pattern(std::string_view text);

struct Bytes {
  std::string_view bytes;
};
/// NULL, a whole number, UTF-8 text, or bytes. There are no floats: values are scaled whole
/// numbers.
using Parameter = std::variant<std::monostate, std::int64_t, std::string_view, Bytes>;
using Parameters = std::initializer_list<Parameter>;

inline Parameter optional(const std::optional<std::int64_t>& value) {
  return value ? Parameter(*value) : Parameter(std::monostate{});
}

/// One row of an answer; lives until the next one is asked for.
class Row {
 public:
  virtual ~Row() = default;
  virtual bool null(int column) const = 0;
  virtual bool is_integer(int column) const = 0;
  /// A NULL or a text here is a fault of the program and throws.
  virtual std::int64_t integer(int column) const = 0;
  virtual std::string_view text(int column) const = 0;
  std::optional<std::int64_t> maybe_integer(int column) const {
    return null(column) ? std::nullopt : std::optional(integer(column));
  }
};

/// One connection of one engine. What a second engine must provide, together with Engine.
class Connection {
 public:
  virtual ~Connection() = default;
  /// Runs one statement with ?1, ?2, ... and calls `visit` for each row.
  virtual void run(std::string_view statement, std::span<const Parameter> parameters,
                   const std::function<void(const Row&)>& visit) = 0;
  /// Rows that the last INSERT, UPDATE or DELETE touched.
  virtual std::int64_t changed() const = 0;
  virtual void begin_reading() = 0;
  virtual void begin_writing() = 0;
  virtual void commit() = 0;
  /// One at a time, inside a writing transaction.
  virtual void set_savepoint() = 0;
  virtual void undo_to_savepoint() = 0;
  virtual void release_savepoint() = 0;
  /// False when the engine undid everything by itself, as after a full disk.
  virtual bool in_transaction() const = 0;
  /// False when the other end is gone: then the connection is thrown away.
  virtual bool usable() const { return true; }
  /// Never throws: after a broken disk there may be nothing left to undo.
  virtual void roll_back() noexcept = 0;
};

enum class Access { reading, writing };

/// Whether several connections may write at the same time.
enum class Writers { one, many };

class Engine {
 public:
  virtual ~Engine() = default;
  virtual Writers writers() const = 0;
  /// False where this user may not make tables: their owner does it apart.
  virtual bool makes_tables() const { return true; }
  virtual std::unique_ptr<Connection> connect(Access access) = 0;
  /// What was erased is no longer in a journal beside the data, as far as this engine can see to
  /// it. Waits for readers a while.
  virtual void empty_journal() {}
  /// A portable CREATE TABLE in this engine's words (types, STRICT, clustering).
  virtual std::string rendered(std::string_view portable_statement) const = 0;
};

/// Sees one unchanging state of the data from its first statement to its end.
class Reading {
 public:
  void each(std::string_view statement, Parameters parameters,
            const std::function<void(const Row&)>& visit) const {
    connection_->run(statement, {parameters.begin(), parameters.size()}, visit);
  }
  template <class Make>
  auto first(std::string_view statement, Parameters parameters, Make make) const
      -> std::optional<decltype(make(std::declval<const Row&>()))> {
    std::optional<decltype(make(std::declval<const Row&>()))> found;
    each(statement, parameters, [&](const Row& row) {
      if (!found) found.emplace(make(row));
    });
    return found;
  }
  template <class Make>
  auto all(std::string_view statement, Parameters parameters, Make make) const
      -> std::vector<decltype(make(std::declval<const Row&>()))> {
    std::vector<decltype(make(std::declval<const Row&>()))> rows;
    each(statement, parameters, [&](const Row& row) { rows.push_back(make(row)); });
    return rows;
  }
  /// The first column of the first row; `otherwise` when there is no row or it is NULL.
  std::int64_t integer(std::string_view statement, Parameters parameters,
                       std::int64_t otherwise = 0) const;

 protected:
  explicit Reading(Connection& connection) : connection_(&connection) {}
  friend class Database;
  Connection* connection_;
};

/// The right to change. Made only by Database::write, ended only by it.
class Writing : public Reading {
 public:
  /// Returns how many rows were touched.
  std::int64_t execute(std::string_view statement, Parameters parameters = {});

 private:
  using Reading::Reading;
  friend class GroupCommit;
  friend class WriterPool;
};

enum class Verdict { keep, undo };
/// `account`: what a look or a sign-in has to write; it may use the reserve of a full disk.
enum class Urgency { ordinary, account };
/// What one caller does in one transaction.
struct Act {
  std::function<Verdict(Writing&)> run;
  Urgency urgency = Urgency::ordinary;
};

class WriteQueue;
constexpr std::size_t acts_in_a_commit_standard = 64;

/// Readers side by side, and one writer at a time. Safe from several threads.
class Database {
 public:
  /// `reserve` may be nothing where the disk is somebody else's care.
  explicit Database(std::unique_ptr<Engine> engine, std::unique_ptr<Reserve> reserve = nullptr,
                    std::size_t acts_in_a_commit_max = acts_in_a_commit_standard);
  /// Only to read, beside whoever writes: `write` then throws.
  static Database only_reading(std::unique_ptr<Engine> engine);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  /// Runs `body(const Reading&)` on one state of the data.
  template <class Body>
  auto read(Body body) -> decltype(body(std::declval<const Reading&>())) {
    const Borrowed reader(*this);
    const Reading reading(*reader.connection);
    ReadingEnds end(*reader.connection);
    return body(reading);
  }

  /// Runs `body(Writing&)` in one transaction: durable when this returns, and undone as a whole
  /// when the body throws or returns a refused Outcome. Concurrent bodies share one commit
  /// (group_commit.h); a body may run again after its first run was undone. Throws OutOfRoom when
  /// the disk is full.
  template <class Body>
  auto write(Body body, Urgency urgency = Urgency::ordinary)
      -> decltype(body(std::declval<Writing&>())) {
    using Result = decltype(body(std::declval<Writing&>()));
    if constexpr (std::is_void_v<Result>) {
      carry_out({[&](Writing& writing) {
                   body(writing);
                   return Verdict::keep;
                 },
                 urgency});
    } else {
      std::optional<Result> result;
      carry_out({[&](Writing& writing) {
                   result.reset();
                   result.emplace(body(writing));
                   return refused(*result) ? Verdict::undo : Verdict::keep;
                 },
                 urgency});
      return std::move(*result);
    }
  }

  const Engine& engine() const { return *engine_; }
  /// After something was erased: see Engine.
  void empty_journal() { engine_->empty_journal(); }
  /// True while the disk is full: records can be read, nothing new is kept.
  bool tight() const { return reserve_ && reserve_->tight(); }

 private:
  struct OnlyReading {};
  Database(std::unique_ptr<Engine> engine, OnlyReading);

  struct Borrowed {
    explicit Borrowed(Database& database);
    ~Borrowed();
    Borrowed(const Borrowed&) = delete;
    Borrowed& operator=(const Borrowed&) = delete;
    Database& from;
    std::unique_ptr<Connection> connection;
  };
  struct ReadingEnds {
    explicit ReadingEnds(Connection& of) : connection(of) { connection.begin_reading(); }
    ~ReadingEnds() { connection.roll_back(); }
    ReadingEnds(const ReadingEnds&) = delete;
    ReadingEnds& operator=(const ReadingEnds&) = delete;
    Connection& connection;
  };

  template <class T>
  static bool refused(const Outcome<T>& outcome) {
    return !outcome.accepted();
  }
  template <class T>
  static bool refused(const T&) {
    return false;
  }
  void carry_out(const Act& act);

  std::unique_ptr<Engine> engine_;
  std::unique_ptr<Reserve> reserve_;
  std::unique_ptr<WriteQueue> writer_;
  std::vector<std::unique_ptr<Connection>> readers_;
  std::mutex readers_mutex_;
};

}  // namespace alongside::sql
