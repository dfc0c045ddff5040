// SPDX-License-Identifier: Apache-2.0
// A backup is a folder: the data file, the settings, and `backup.txt` with the data's fingerprint.
#include "record/backup.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <utility>

#include "foundation/base/secret.h"
#include "foundation/base/text.h"
#include "foundation/sql/migrate.h"
#include "foundation/sql/postgres.h"
#include "foundation/sql/sqlite.h"
#include "record/people.h"
#include "record/rollups.h"
#include "record/store.h"

namespace alongside::record {
namespace {

namespace files = std::filesystem;

constexpr std::string_view first_line = "alongside backup 1";

[[noreturn]] void fail(const std::string& what) { throw sql::EngineError(what); }

std::unique_ptr<sql::Engine> engine_of(const ClinicAt& at) {
  if (!at.database.empty()) return sql::postgres_database(at.database);
  if (!files::exists(data_file(at.folder))) fail("there is no clinic in " + at.folder);
  return sql::sqlite_file(data_file(at.folder));
}

/// Runs `look(const Reading&)` on a clinic of this very version.
template <class Look>
auto looked_at(const ClinicAt& at, Look look) {
  sql::Database database = sql::Database::only_reading(engine_of(at));
  sql::check_versions(database, migrations());
  return database.read(look);
}

/// What was written is on the disk, and so is its name.
void sync(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  const bool kept = descriptor >= 0 && ::fsync(descriptor) == 0;
  if (descriptor >= 0) ::close(descriptor);
  if (!kept) fail(path + " could not be written to the disk");
}

std::string content_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// By pieces: a clinic may be larger than the memory.
std::string fingerprint_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) fail(path + " cannot be read");
  std::string piece(1 << 20, ' ');
  std::string chain;
  while (file.read(piece.data(), static_cast<std::streamsize>(piece.size())) || file.gcount() > 0)
    chain = sha256(chain + std::string(piece.data(), static_cast<std::size_t>(file.gcount())));
  return chain;
}

void copy_settings(const std::string& from, const std::string& to) {
  const std::string settings = from + "/alongside.toml";
  if (!files::exists(settings)) return;
  files::copy_file(settings, to + "/alongside.toml");
  sync(to + "/alongside.toml");
}

/// A folder that is removed again unless everything in it came out right.
class FreshFolder {
 public:
  explicit FreshFolder(std::string path) : path_(std::move(path)) {
    std::error_code error;
    files::create_directories(files::path(path_).parent_path(), error);
    const bool made = !error && files::create_directory(path_, error);
    if (!made) {
      const std::string wanted = std::exchange(path_, std::string());
      fail("the folder " + wanted + " cannot be made" +
           (error ? ": " + error.message() : ", for there is one already: remove it first"));
    }
    files::permissions(path_, files::perms::owner_all);
  }
  ~FreshFolder() {
    std::error_code ignored;
    if (!path_.empty()) files::remove_all(path_, ignored);
  }
  FreshFolder(const FreshFolder&) = delete;
  FreshFolder& operator=(const FreshFolder&) = delete;
  const std::string& path() const { return path_; }
  void stays() { path_.clear(); }
  void becomes(const std::string& name) {
    sync(path_);
    std::error_code error;
    files::rename(path_, name, error);
    if (error) fail("the folder " + name + " cannot be made: " + error.message());
    path_.clear();
    sync(files::path(name).parent_path().string());
  }

 private:
  std::string path_;
};

void expect_whole(const std::string& folder, std::string_view what) {
  const Verified verified = verify_clinic({folder});
  if (!verified.findings.empty())
    fail(std::string(what) + " is not whole: " + verified.findings.front().what);
}

/// Without a slash at its end, which completion adds.
std::string absolute(const std::string& folder) {
  const files::path path = files::absolute(folder).lexically_normal();
  return (path.has_filename() ? path : path.parent_path()).string();
}

}  // namespace

Verified verify_clinic(const ClinicAt& at, std::span<const Head> earlier) {
  return looked_at(at, [&](const sql::Reading& reading) {
    Verified verified;
    if (at.database.empty())
      for (std::string& fault : sql::sqlite_faults(reading))
        verified.findings.push_back({"the file: " + std::move(fault)});
    return verified.findings.empty() ? verify_all(reading, earlier) : verified;
  });
}

Verified verify_history(const ClinicAt& at, std::span<const Head> earlier) {
  return looked_at(at, [&](const sql::Reading& reading) { return verify_chain(reading, earlier); });
}

std::vector<Head> heads_of(const ClinicAt& at) {
  return looked_at(at, [](const sql::Reading& reading) { return history_heads(reading); });
}

std::vector<CountedTeam> count_clinic(const ClinicAt& at, const Measure& measure,
                                      std::int64_t months, Instant now) {
  return looked_at(at, [&](const sql::Reading& reading) {
    std::vector<CountedTeam> counted;
    for (const Site& site : sites(reading)) {
      const Zone zone = Zone::named(site.zone).value();
      const Month first = Month::of(zone.day_of(now)).plus(1 - months);
      const auto teams = reading.all(
          "SELECT team_no, name FROM teams WHERE home_id = ?1 AND name <> '' ORDER BY team_no",
          {site.home.value},
          [](const sql::Row& row) { return std::pair(row.integer(0), std::string(row.text(1))); });
      for (const auto& [number, name] : teams)
        counted.push_back({site.name, name,
                           counts_by_month(reading, {site.home.value, number, first, months},
                                           measure, {site.home, zone, now}, 0)});
    }
    return counted;
  });
}

std::string back_up(const std::string& folder, const std::string& into, Instant now) {
  if (!files::exists(data_file(folder))) fail("there is no clinic in " + folder);
  ::umask(0077);
  std::string moment = iso_utc(now).substr(0, 19);
  std::erase(moment, ':');
  const std::string name = absolute(into) + "/alongside-" + moment + "Z";
  if (files::exists(name)) fail("there is a backup of this second already: " + name);
  FreshFolder fresh(name + ".part");
  const std::string copy = data_file(fresh.path());
  sql::copy_sqlite_file(data_file(folder), copy);
  sync(copy);
  expect_whole(fresh.path(), "the copy");
  for (const char* beside : {"-wal", "-shm"}) files::remove(copy + beside);
  copy_settings(folder, fresh.path());
  const std::string note = fresh.path() + "/backup.txt";
  std::ofstream(note) << first_line << "\nmade " << iso_utc(now) << "\nsha256 "
                      << fingerprint_of(copy) << "\n";
  sync(note);
  if (content_of(note).find("sha256 ") == std::string::npos) fail(note + " could not be written");
  fresh.becomes(name);
  return name;
}

void restore(const std::string& backup, const std::string& folder) {
  const std::string note = content_of(backup + "/backup.txt");
  if (!note.starts_with(first_line)) fail("there is no backup in " + backup);
  if (note.find("sha256 " + fingerprint_of(data_file(backup)) + "\n") == std::string::npos)
    fail("the backup in " + backup + " is damaged: its data are not those that were backed up");
  const std::string target = absolute(folder);
  std::error_code error;
  if (files::exists(target) && !files::is_empty(target, error))
    fail("there is something in " + folder + " already. Choose a new folder with --data.");
  ::umask(0077);
  FreshFolder fresh(target + ".part");
  files::copy_file(data_file(backup), data_file(fresh.path()));
  // An archive may be kept read-only; a clinic is written.
  files::permissions(data_file(fresh.path()), files::perms::owner_read | files::perms::owner_write);
  sync(data_file(fresh.path()));
  copy_settings(backup, fresh.path());
  expect_whole(fresh.path(), "the backup");
  for (const char* beside : {"-wal", "-shm"}) files::remove(data_file(fresh.path()) + beside);
  files::remove(target, error);
  fresh.becomes(target);
}

CopyToTry::CopyToTry(const std::string& folder) : folder_(folder + "/trying") {
  files::remove_all(folder_);
  FreshFolder fresh(folder_);
  if (files::exists(data_file(folder))) {
    sql::copy_sqlite_file(data_file(folder), data_file(folder_));
    copy_settings(folder, folder_);
  }
  fresh.stays();
}

CopyToTry::~CopyToTry() {
  std::error_code ignored;
  files::remove_all(folder_, ignored);
}

}  // namespace alongside::record
