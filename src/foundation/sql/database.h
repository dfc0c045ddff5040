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
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "foundation/base/outcome.h"

namespace alongside::sql {

/// The engine, the disk or the file is broken. Names the statement's place, never its values.
class EngineError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};
/// Somebody else writes just now; the whole transaction may be tried again.
class EngineBusy : public EngineError {
 public:
  using EngineError::EngineError;
};

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
  /// Never throws: after a broken disk there may be nothing left to undo.
  virtual void roll_back() noexcept = 0;
};

enum class Access { reading, writing };

class Engine {
 public:
  virtual ~Engine() = default;
  virtual std::unique_ptr<Connection> connect(Access access) = 0;
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
  friend class Database;
};

/// Readers side by side, and one writer at a time. Safe from several threads.
class Database {
 public:
  explicit Database(std::unique_ptr<Engine> engine);

  /// Runs `body(const Reading&)` on one state of the data.
  template <class Body>
  auto read(Body body) -> decltype(body(std::declval<const Reading&>())) {
    const Borrowed reader(*this);
    const Reading reading(*reader.connection);
    ReadingEnds end(*reader.connection);
    return body(reading);
  }

  /// Runs `body(Writing&)` in one transaction: durable when this returns, and undone as a whole
  /// when the body throws or returns a refused Outcome. Busy engines are tried again here and only
  /// here.
  template <class Body>
  auto write(Body body) -> decltype(body(std::declval<Writing&>())) {
    const std::lock_guard turn(writer_mutex_);
    for (int attempt = 1;; ++attempt) {
      try {
        return written_once(body);
      } catch (const EngineBusy&) {
        if (attempt >= tries_max) throw;
        wait_before_retry(attempt);
      }
    }
  }

  const Engine& engine() const { return *engine_; }

 private:
  static constexpr int tries_max = 5;

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
  struct WritingEnds {
    explicit WritingEnds(Connection& of) : connection(of) { connection.begin_writing(); }
    ~WritingEnds() {
      if (open) connection.roll_back();
    }
    WritingEnds(const WritingEnds&) = delete;
    WritingEnds& operator=(const WritingEnds&) = delete;
    void commit() {
      connection.commit();
      open = false;
    }
    Connection& connection;
    bool open = true;
  };

  template <class T>
  static bool refused(const Outcome<T>& outcome) {
    return !outcome.accepted();
  }
  template <class T>
  static bool refused(const T&) {
    return false;
  }

  template <class Body>
  auto written_once(Body& body) -> decltype(body(std::declval<Writing&>())) {
    Writing writing(*writer_);
    WritingEnds end(*writer_);
    if constexpr (std::is_void_v<decltype(body(writing))>) {
      body(writing);
      end.commit();
    } else {
      auto result = body(writing);
      if (!refused(result)) end.commit();
      return result;
    }
  }
  static void wait_before_retry(int attempt);

  std::unique_ptr<Engine> engine_;
  std::unique_ptr<Connection> writer_;
  std::mutex writer_mutex_;
  std::vector<std::unique_ptr<Connection>> readers_;
  std::mutex readers_mutex_;
};

}  // namespace alongside::sql
