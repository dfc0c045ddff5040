// SPDX-License-Identifier: Apache-2.0
// SQLite by its C interface: one connection a thread, statements prepared once and kept.
#include "foundation/sql/sqlite.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/file.h>
#include <unistd.h>

#include <unordered_map>

namespace alongside::sql {
namespace {

[[noreturn]] void fail(sqlite3* db, int code, std::string_view doing) {
  std::string message = "SQLite, ";
  message += doing;
  message += ": ";
  message += db != nullptr ? sqlite3_errmsg(db) : sqlite3_errstr(code);
  if ((code & 0xFF) == SQLITE_BUSY || (code & 0xFF) == SQLITE_LOCKED) throw EngineBusy(message);
  if ((code & 0xFF) == SQLITE_FULL) throw OutOfRoom(message);
  if ((code & 0xFF) == SQLITE_NOTADB || (code & 0xFF) == SQLITE_CORRUPT)
    throw EngineError(
        "the data file is damaged (" + message +
        "). Nothing was changed. Restore the latest backup: alongside restore BACKUP --data NEW");
  throw EngineError(message);
}

struct StatementEnd {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using StatementHandle = std::unique_ptr<sqlite3_stmt, StatementEnd>;

class SqliteRow final : public Row {
 public:
  explicit SqliteRow(sqlite3_stmt* statement) : statement_(statement) {}
  bool null(int column) const override {
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
  }
  bool is_integer(int column) const override {
    return sqlite3_column_type(statement_, column) == SQLITE_INTEGER;
  }
  std::int64_t integer(int column) const override {
    if (sqlite3_column_type(statement_, column) != SQLITE_INTEGER)
      throw EngineError("a whole number was expected in a column that holds none");
    return sqlite3_column_int64(statement_, column);
  }
  std::string_view text(int column) const override {
    const int type = sqlite3_column_type(statement_, column);
    if (type != SQLITE_TEXT && type != SQLITE_BLOB)
      throw EngineError("text was expected in a column that holds none");
    const void* bytes = sqlite3_column_blob(statement_, column);
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
    return {static_cast<const char*>(bytes), size};
  }

 private:
  sqlite3_stmt* statement_;
};

/// Gives a statement back for its next use, also when a row's visitor throws.
class StatementReset {
 public:
  explicit StatementReset(sqlite3_stmt* statement) : statement_(statement) {}
  ~StatementReset() {
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
  }
  StatementReset(const StatementReset&) = delete;
  StatementReset& operator=(const StatementReset&) = delete;

 private:
  sqlite3_stmt* statement_;
};

void bind(sqlite3_stmt* statement, int place, const Parameter& parameter) {
  if (const auto* number = std::get_if<std::int64_t>(&parameter)) {
    sqlite3_bind_int64(statement, place, *number);
  } else if (const auto* text = std::get_if<std::string_view>(&parameter)) {
    sqlite3_bind_text(statement, place, text->data() != nullptr ? text->data() : "",
                      static_cast<int>(text->size()), SQLITE_STATIC);
  } else if (const auto* bytes = std::get_if<Bytes>(&parameter)) {
    sqlite3_bind_blob(statement, place, bytes->bytes.data(), static_cast<int>(bytes->bytes.size()),
                      SQLITE_STATIC);
  } else {
    sqlite3_bind_null(statement, place);
  }
}

/// Finds a std::string by a string_view without a copy.
struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>()(text);
  }
};

class SqliteConnection final : public Connection {
 public:
  SqliteConnection(const std::string& path, Access access) {
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX |
                      (access == Access::writing ? SQLITE_OPEN_CREATE : 0);
    const int code = sqlite3_open_v2(path.c_str(), &db_, flags, nullptr);
    if (code != SQLITE_OK) {
      const std::string why = sqlite3_errstr(code);
      sqlite3_close(db_);
      throw EngineError("the data file cannot be opened: " + why);
    }
    sqlite3_extended_result_codes(db_, 1);
    sqlite3_db_config(db_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    try {
      check_whose();
      settle(access);
    } catch (...) {
      statements_.clear();
      sqlite3_close(db_);
      throw;
    }
  }
  sqlite3* raw() const { return db_; }
  ~SqliteConnection() override {
    statements_.clear();
    sqlite3_close(db_);
  }
  SqliteConnection(const SqliteConnection&) = delete;
  SqliteConnection& operator=(const SqliteConnection&) = delete;

  void run(std::string_view statement, std::span<const Parameter> parameters,
           const std::function<void(const Row&)>& visit) override {
    sqlite3_stmt* prepared = kept(statement);
    StatementHandle again;  // The same statement inside its own rows: prepared a second time.
    if (sqlite3_stmt_busy(prepared) != 0) {
      again = fresh(statement, 0);
      prepared = again.get();
    }
    const StatementReset reset(prepared);
    int place = 0;
    for (const Parameter& parameter : parameters) bind(prepared, ++place, parameter);
    const SqliteRow row(prepared);
    for (;;) {
      const int code = sqlite3_step(prepared);
      if (code == SQLITE_DONE) return;
      if (code != SQLITE_ROW) fail(db_, code, "running a statement");
      visit(row);
    }
  }

  std::int64_t changed() const override { return sqlite3_changes64(db_); }
  void begin_reading() override { step("BEGIN"); }
  void begin_writing() override { step("BEGIN IMMEDIATE"); }
  void commit() override { step("COMMIT"); }
  void set_savepoint() override { step("SAVEPOINT act"); }
  void undo_to_savepoint() override { step("ROLLBACK TO act"); }
  void release_savepoint() override { step("RELEASE act"); }
  bool in_transaction() const override { return sqlite3_get_autocommit(db_) == 0; }
  void roll_back() noexcept override {
    if (sqlite3_get_autocommit(db_) == 0) sqlite3_exec(db_, "ROLLBACK", nullptr, nullptr, nullptr);
  }

 private:
  /// A transaction's own statements, prepared once like the others.
  void step(std::string_view text) {
    sqlite3_stmt* prepared = kept(text);
    const StatementReset reset(prepared);
    const int code = sqlite3_step(prepared);
    if (code != SQLITE_DONE) fail(db_, code, text);
  }

  void command(const char* text) {
    const int code = sqlite3_exec(db_, text, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) fail(db_, code, text);
  }

  /// Before anything is written: is this file ours, or still empty?
  void check_whose() {
    std::int64_t id = 0;
    std::int64_t tables = 0;
    run("PRAGMA application_id", {}, [&](const Row& row) { id = row.integer(0); });
    run("SELECT count(*) FROM sqlite_schema", {}, [&](const Row& row) { tables = row.integer(0); });
    statements_.clear();
    if (id == 0 && tables == 0) return;
    if (id != application_id)
      throw EngineError(
          "the data file belongs to another program. Choose another folder with --data; nothing "
          "was changed.");
  }

  /// Debian's build has recursive triggers on and temporary files on disk; both are set here.
  /// Readers neither write nor checkpoint, also not when they close.
  void settle(Access access) {
    command("PRAGMA busy_timeout=5000");
    if (access == Access::writing) {
      command("PRAGMA journal_mode=WAL");
      command(("PRAGMA application_id=" + std::to_string(application_id)).c_str());
      command("PRAGMA journal_size_limit=67108864");
      command("PRAGMA secure_delete=ON");  // What is freed is overwritten, in any build.
    } else {
      command("PRAGMA query_only=1");
      command("PRAGMA wal_autocheckpoint=0");
      sqlite3_db_config(db_, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    }
    command("PRAGMA synchronous=FULL");
    command("PRAGMA foreign_keys=ON");
    command("PRAGMA temp_store=MEMORY");
    command("PRAGMA trusted_schema=OFF");
    command("PRAGMA recursive_triggers=OFF");
    command(access == Access::writing ? "PRAGMA cache_size=-8192" : "PRAGMA cache_size=-1024");
  }

  StatementHandle fresh(std::string_view text, unsigned flags) {
    sqlite3_stmt* made = nullptr;
    const int code =
        sqlite3_prepare_v3(db_, text.data(), static_cast<int>(text.size()), flags, &made, nullptr);
    if (code != SQLITE_OK) fail(db_, code, "reading a statement");
    return StatementHandle(made);
  }

  sqlite3_stmt* kept(std::string_view text) {
    auto found = statements_.find(text);
    if (found == statements_.end())
      found = statements_.emplace(std::string(text), fresh(text, SQLITE_PREPARE_PERSISTENT)).first;
    return found->second.get();
  }

  sqlite3* db_ = nullptr;
  std::unordered_map<std::string, StatementHandle, TextHash, std::equal_to<>> statements_;
};

class SqliteEngine final : public Engine {
 public:
  explicit SqliteEngine(std::string path) : path_(std::move(path)) {}
  std::unique_ptr<Connection> connect(Access access) override {
    return std::make_unique<SqliteConnection>(path_, access);
  }
  void empty_journal() override {
    // Busy when a reader still looks at an older state: then once more. The erasure itself is
    // durable already; a journal that stays is emptied when the server stops, at the latest.
    try {
      bool busy = true;
      for (int i = 0; i < 3 && busy; ++i)
        connect(Access::writing)->run("PRAGMA wal_checkpoint(TRUNCATE)", {}, [&](const Row& row) {
          busy = row.integer(0) != 0;
        });
    } catch (const EngineError&) {
    }
  }
  Writers writers() const override { return Writers::one; }
  std::string rendered(std::string_view portable) const override {
    std::string text = with_word(std::string(portable), "bigint", "INTEGER");
    text = with_word(std::move(text), "text", "TEXT");
    text = with_word(std::move(text), "bytes", "BLOB");
    if (text.find("CREATE TABLE") != std::string::npos) text += " STRICT, WITHOUT ROWID";
    return text;
  }

 private:
  std::string path_;
};

}  // namespace

std::unique_ptr<Engine> sqlite_file(const std::string& path) {
  return std::make_unique<SqliteEngine>(path);
}

void copy_sqlite_file(const std::string& from, const std::string& to) {
  const SqliteConnection source(from, Access::reading);
  sqlite3* target = nullptr;
  int code =
      sqlite3_open_v2(to.c_str(), &target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
  // In one step: copied page by page, it would begin again with every act of the running server.
  if (code == SQLITE_OK) {
    sqlite3_backup* copy = sqlite3_backup_init(target, "main", source.raw(), "main");
    if (copy != nullptr) sqlite3_backup_step(copy, -1);
    if (copy != nullptr) sqlite3_backup_finish(copy);
    code = sqlite3_errcode(target);
  }
  const std::string why = sqlite3_errstr(code);
  sqlite3_close(target);
  if (code == SQLITE_OK) return;
  ::unlink(to.c_str());
  throw EngineError("the data could not be copied to " + to + ": " + why);
}

std::vector<std::string> sqlite_faults(const Reading& reading) {
  std::vector<std::string> faults;
  reading.each("PRAGMA integrity_check", {}, [&](const Row& row) {
    if (row.text(0) != "ok") faults.emplace_back(row.text(0));
  });
  reading.each("PRAGMA foreign_key_check", {}, [&](const Row& row) {
    faults.push_back("a row of " + std::string(row.text(0)) + " names one of " +
                     std::string(row.text(2)) + " that is not there");
  });
  return faults;
}

DataLock::DataLock(const std::string& folder)
    : descriptor_(::open((folder + "/lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)) {
  if (descriptor_ < 0) throw EngineError("the data folder cannot be written: " + folder);
  if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
    ::close(descriptor_);
    throw EngineError("another Alongside is using the data folder " + folder +
                      ". Stop it first, then try again.");
  }
}

DataLock::~DataLock() { ::close(descriptor_); }

}  // namespace alongside::sql
