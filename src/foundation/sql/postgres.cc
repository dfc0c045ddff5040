// SPDX-License-Identifier: Apache-2.0
// libpq: statements prepared once a connection, values sent as text with their types, answers read
// in binary.
#include "foundation/sql/postgres.h"

#include <libpq-fe.h>

#include <algorithm>
#include <unordered_map>

#include "foundation/base/text.h"

namespace alongside::sql {
namespace {

// PostgreSQL's numbers for its types (src/include/catalog/pg_type.dat): they never change.
constexpr Oid oid_bool = 16;
constexpr Oid oid_bytea = 17;
constexpr Oid oid_int8 = 20;
constexpr Oid oid_int4 = 23;
constexpr Oid oid_text = 25;

constexpr int binary = 1;
constexpr int as_text = 0;

struct ResultEnd {
  void operator()(PGresult* result) const { PQclear(result); }
};
using Result = std::unique_ptr<PGresult, ResultEnd>;

/// Places as "$1"; and lower() of ASCII letters only, as SQLite has it.
std::string as_postgres(std::string_view statement) {
  static constexpr std::string_view lower = "lower(";
  std::string text = with_dollar_places(statement);
  for (std::size_t at = 0; (at = text.find(lower, at)) != std::string::npos;) {
    const std::size_t end = text.find(')', at);
    if (end == std::string::npos) break;
    text.insert(end, " COLLATE \"C\"");
    at = end;
  }
  return text;
}

/// libpq's words end with a line break and may hold more lines with values: the first is enough.
std::string first_line(std::string_view message) {
  return std::string(message.substr(0, message.find('\n')));
}

/// Two writers met, or the server went away: the whole transaction may be tried again.
bool passes(std::string_view state) {
  return state == "40001" || state == "40P01" || state == "23505" || state == "55P03" ||
         state == "57P01" || state == "57P02" || state == "57P03" || state.starts_with("08");
}

[[noreturn]] void fail(PGconn* connection, const PGresult* result, std::string_view doing) {
  const char* code = result != nullptr ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
  const std::string state = code != nullptr ? code : "";
  std::string message = "PostgreSQL, " + std::string(doing) + ": ";
  // The primary message alone: the detail may hold values.
  const char* primary =
      result != nullptr ? PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY) : nullptr;
  message += primary != nullptr ? first_line(primary) : first_line(PQerrorMessage(connection));
  if (PQstatus(connection) != CONNECTION_OK || passes(state)) throw EngineBusy(message);
  if (state == "53100") throw OutOfRoom(message);
  throw EngineError(message);
}

std::int64_t big_endian(const char* bytes, int size) {
  std::uint64_t value = 0;
  for (int i = 0; i < size; ++i) value = value << 8 | static_cast<unsigned char>(bytes[i]);
  if (size == 4) return static_cast<std::int32_t>(static_cast<std::uint32_t>(value));
  return static_cast<std::int64_t>(value);
}

class PostgresRow final : public Row {
 public:
  PostgresRow(const PGresult* result, int row) : result_(result), row_(row) {}
  bool null(int column) const override { return PQgetisnull(result_, row_, column) == 1; }
  bool is_integer(int column) const override {
    const Oid type = PQftype(result_, column);
    return !null(column) && (type == oid_int8 || type == oid_int4 || type == oid_bool);
  }
  std::int64_t integer(int column) const override {
    if (!is_integer(column))
      throw EngineError("a whole number was expected in a column that holds none");
    const Oid type = PQftype(result_, column);
    const char* bytes = PQgetvalue(result_, row_, column);
    return big_endian(bytes, type == oid_int8 ? 8 : type == oid_int4 ? 4 : 1);
  }
  std::string_view text(int column) const override {
    if (null(column) || is_integer(column))
      throw EngineError("text was expected in a column that holds none");
    return {PQgetvalue(result_, row_, column),
            static_cast<std::size_t>(PQgetlength(result_, row_, column))};
  }

 private:
  const PGresult* result_;
  int row_;
};

/// What libpq wants to know of a statement's values; lives as long as one call.
class Values {
 public:
  explicit Values(std::span<const Parameter> parameters) {
    texts_.reserve(parameters.size());
    for (const Parameter& parameter : parameters) take(parameter);
  }
  int count() const { return static_cast<int>(types_.size()); }
  const Oid* types() const { return types_.data(); }
  const char* const* values() const { return values_.data(); }
  const int* lengths() const { return lengths_.data(); }
  const int* formats() const { return formats_.data(); }
  /// One letter a value: statements of other types are prepared apart.
  std::string kinds() const {
    std::string letters;
    for (const Oid type : types_) letters += type == oid_int8 ? 'i' : type == oid_text ? 't' : 'b';
    return letters;
  }

 private:
  void take(const Parameter& parameter) {
    if (const auto* number = std::get_if<std::int64_t>(&parameter)) {
      texts_.push_back(std::to_string(*number));
      add(oid_int8, texts_.back().c_str(), 0, as_text);
    } else if (const auto* text = std::get_if<std::string_view>(&parameter)) {
      texts_.emplace_back(*text);
      add(oid_text, texts_.back().c_str(), static_cast<int>(text->size()), binary);
    } else if (const auto* bytes = std::get_if<Bytes>(&parameter)) {
      add(oid_bytea, bytes->bytes.data(), static_cast<int>(bytes->bytes.size()), binary);
    } else {
      add(oid_int8, nullptr, 0, as_text);  // A number's NULL may be assigned to text, too.
    }
  }
  void add(Oid type, const char* value, int length, int format) {
    types_.push_back(type);
    values_.push_back(value);
    lengths_.push_back(length);
    formats_.push_back(format);
  }

  std::vector<std::string> texts_;
  std::vector<Oid> types_;
  std::vector<const char*> values_;
  std::vector<int> lengths_;
  std::vector<int> formats_;
};

class PostgresConnection final : public Connection {
 public:
  explicit PostgresConnection(const std::string& url) : connection_(PQconnectdb(url.c_str())) {
    if (PQstatus(connection_) != CONNECTION_OK) {
      const std::string why = first_line(PQerrorMessage(connection_));
      PQfinish(connection_);
      throw EngineBusy("the database cannot be reached: " + why);
    }
    // Notices would go to standard error, with the server's words.
    PQsetNoticeProcessor(
        connection_, [](void*, const char*) {}, nullptr);
    try {
      command("SET client_encoding = 'UTF8'");
      command("SET standard_conforming_strings = on");
      command("SET synchronous_commit = on");
      command("SET lock_timeout = '10s'");
    } catch (...) {
      PQfinish(connection_);
      throw;
    }
  }
  ~PostgresConnection() override { PQfinish(connection_); }
  PostgresConnection(const PostgresConnection&) = delete;
  PostgresConnection& operator=(const PostgresConnection&) = delete;

  void run(std::string_view statement, std::span<const Parameter> parameters,
           const std::function<void(const Row&)>& visit) override {
    const Values values(parameters);
    const std::string& name = kept(statement, values);
    const Result result(PQexecPrepared(connection_, name.c_str(), values.count(), values.values(),
                                       values.lengths(), values.formats(), binary));
    const ExecStatusType status = PQresultStatus(result.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
      fail(connection_, result.get(), "running a statement");
    const std::string touched = PQcmdTuples(result.get());
    changed_ = touched.empty() ? 0 : std::stoll(touched);
    const int rows = PQntuples(result.get());
    for (int row = 0; row < rows; ++row) visit(PostgresRow(result.get(), row));
  }

  std::int64_t changed() const override { return changed_; }
  void begin_reading() override { command("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"); }
  void begin_writing() override { command("BEGIN ISOLATION LEVEL READ COMMITTED"); }
  void commit() override { command("COMMIT"); }
  void set_savepoint() override { command("SAVEPOINT act"); }
  void undo_to_savepoint() override { command("ROLLBACK TO act"); }
  void release_savepoint() override { command("RELEASE act"); }
  bool in_transaction() const override {
    return PQtransactionStatus(connection_) == PQTRANS_INTRANS;
  }
  bool usable() const override { return PQstatus(connection_) == CONNECTION_OK; }
  void roll_back() noexcept override {
    const PGTransactionStatusType status = PQtransactionStatus(connection_);
    if (status == PQTRANS_INTRANS || status == PQTRANS_INERROR)
      PQclear(PQexec(connection_, "ROLLBACK"));
  }

 private:
  void command(const char* text) {
    const Result result(PQexec(connection_, text));
    if (PQresultStatus(result.get()) != PGRES_COMMAND_OK) fail(connection_, result.get(), text);
  }

  const std::string& kept(std::string_view statement, const Values& values) {
    std::string key = values.kinds() + ":" + std::string(statement);
    const auto found = prepared_.find(key);
    if (found != prepared_.end()) return found->second;
    const std::string name = "s" + std::to_string(prepared_.size());
    const Result result(PQprepare(connection_, name.c_str(), as_postgres(statement).c_str(),
                                  values.count(), values.types()));
    if (PQresultStatus(result.get()) != PGRES_COMMAND_OK)
      fail(connection_, result.get(), "reading a statement");
    return prepared_.emplace(std::move(key), name).first->second;
  }

  PGconn* connection_;
  std::int64_t changed_ = 0;
  std::unordered_map<std::string, std::string> prepared_;  // kinds and statement -> its name
};

class PostgresEngine final : public Engine {
 public:
  explicit PostgresEngine(std::string url) : url_(std::move(url)) {}
  std::unique_ptr<Connection> connect(Access) override {
    return std::make_unique<PostgresConnection>(url_);
  }
  Writers writers() const override { return Writers::many; }
  bool makes_tables() const override {
    PostgresConnection connection(url_);
    bool may = false;
    connection.run("SELECT has_schema_privilege(current_schema(), 'CREATE')", {},
                   [&](const Row& row) { may = row.integer(0) == 1; });
    return may;
  }
  std::string rendered(std::string_view portable) const override {
    return with_word(std::string(portable), "bytes", "bytea");
  }

 private:
  std::string url_;
};

}  // namespace

bool is_postgres_url(const std::string& database) {
  return database.starts_with("postgres://") || database.starts_with("postgresql://");
}

std::unique_ptr<Engine> postgres_database(const std::string& url) {
  return std::make_unique<PostgresEngine>(url);
}

void grant(Database& database, const std::string& role, const std::vector<std::string>& append_only,
           const std::vector<std::string>& never_read) {
  const bool plain = !role.empty() && std::ranges::all_of(role, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  });
  if (!plain) throw EngineError("a role's name has small letters, digits and _ only");
  database.write([&](Writing& writing) {
    const auto text = [](const Row& row) { return std::string(row.text(0)); };
    const auto schema = writing.first("SELECT current_schema()::text", {}, text).value();
    writing.execute("GRANT USAGE ON SCHEMA \"" + schema + "\" TO " + role);
    writing.execute("GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA \"" + schema +
                    "\" TO " + role);
    for (const std::string& table : append_only)
      writing.execute("REVOKE UPDATE, DELETE, TRUNCATE ON " + table + " FROM " + role);
    // A view that hides rows hides them from clever conditions, too.
    const auto views = writing.all(
        "SELECT table_name::text FROM information_schema.views WHERE table_schema = "
        "current_schema()",
        {}, text);
    for (const std::string& view : views)
      writing.execute("ALTER VIEW " + view + " SET (security_barrier = true)");
    for (const std::string& table : never_read)
      writing.execute("REVOKE SELECT, UPDATE, DELETE, TRUNCATE ON " + table + " FROM " + role);
  });
}

std::string with_dollar_places(std::string_view statement) {
  std::string text;
  text.reserve(statement.size());
  enum class In { code, quotes, comment } in = In::code;
  for (std::size_t i = 0; i < statement.size(); ++i) {
    const char c = statement[i];
    if (in == In::code && statement.substr(i, 2) == "--") in = In::comment;
    if (in == In::comment && c == '\n') in = In::code;
    if (in != In::comment && c == '\'') in = in == In::quotes ? In::code : In::quotes;
    text += c == '?' && in == In::code ? '$' : c;
  }
  return text;
}

}  // namespace alongside::sql
