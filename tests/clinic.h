// SPDX-License-Identifier: Apache-2.0
// A small clinic in a temporary folder, for tests: Amina and Bo, Dr Lind who serves Amina, Dr Holm
// who serves Bo, a still clock and a fixed seed.
#pragma once

#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>

#include "foundation/base/clock.h"
#include "foundation/base/random.h"
#include "foundation/sql/postgres.h"
#include "record/access.h"
#include "record/accounts.h"
#include "record/history.h"
#include "record/people.h"
#include "record/store.h"
#include "service/caller.h"
#include "service/manage_people.h"
#include "service/permission.h"
#include "service/service.h"
#include "service/state_aim.h"
#include "service/take_in.h"

namespace alongside::testing {

/// Removed with everything in it when the test ends.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string pattern = std::filesystem::temp_directory_path() / "alongside-test-XXXXXX";
    expect(::mkdtemp(pattern.data()) != nullptr, "a temporary folder can be made");
    path_ = pattern;
  }
  ~TemporaryFolder() { std::filesystem::remove_all(path_); }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

/// Most tests run on the engine that was asked for; some are about the file.
enum class Where { as_asked, in_a_file };

/// Where ALONGSIDE_TEST_DATABASE names a PostgreSQL server, a database of its own there with all
/// tables in it; otherwise nothing, and the clinic is a file. The tables are made once and copied
/// for each test: making them takes three times as long as a test.
class TemporaryDatabase {
 public:
  explicit TemporaryDatabase(Where where) {
    const char* server = std::getenv("ALONGSIDE_TEST_DATABASE");
    if (where == Where::in_a_file || server == nullptr || *server == '\0') return;
    server_ = server;
    static const Made with_tables(server_, "template0",
                                  [](const std::string& url) { record::prepare(url, "", {}); });
    made_.emplace(server_, with_tables.name, [](const std::string&) {});
  }
  /// Empty for a file.
  std::string url() const { return made_ ? url_of(server_, made_->name) : std::string(); }

 private:
  static void run(const std::string& server, const std::string& statement) {
    // Not in a transaction: a database cannot be made in one.
    sql::postgres_database(server)->connect(sql::Access::writing)->run(statement, {}, {});
  }
  static std::string url_of(std::string server, const std::string& name) {
    const auto path = server.find("/postgres?");
    expect(path != std::string::npos, "ALONGSIDE_TEST_DATABASE names the database postgres");
    return server.replace(path, 9, "/" + name);
  }
  struct Made {
    template <class Fill>
    Made(std::string on, const std::string& copied, Fill fill) : server(std::move(on)) {
      name = "t" + std::to_string(::getpid()) + "_" + std::to_string(++count);
      run(server, "CREATE DATABASE " + name + " TEMPLATE " + copied + " STRATEGY file_copy");
      fill(url_of(server, name));
    }
    ~Made() { run(server, "DROP DATABASE " + name + " WITH (FORCE)"); }
    Made(const Made&) = delete;
    Made& operator=(const Made&) = delete;
    static inline std::atomic<int> count{0};
    std::string server;
    std::string name;
  };
  std::string server_;
  std::optional<Made> made_;
};

inline Instant tuesday_morning() {
  return {Day::of(2026, 11, 24).number * ms_a_day + 9 * ms_an_hour};
}

class Clinic {
 public:
  explicit Clinic(record::ClinicKind kind = record::ClinicKind::own,
                  std::size_t acts_in_a_commit_max = sql::acts_in_a_commit_standard)
      : Clinic(Where::as_asked, kind, acts_in_a_commit_max) {}
  explicit Clinic(Where where, record::ClinicKind kind = record::ClinicKind::own,
                  std::size_t acts_in_a_commit_max = sql::acts_in_a_commit_standard)
      : database(where),
        clock(tuesday_morning()),
        randomness(7),
        store(folder.path(), kind, clock, database.url(), acts_in_a_commit_max),
        service{store, clock, randomness} {
    service::IncomingClinic incoming;
    incoming.sites = {{"Organization/n", "Northgate"}};
    incoming.people = {
        {"Patient/a", "Amina Berg", "Berg", Day::of(1950, 6, 1), false, "Organization/n"},
        {"Patient/b", "Bo Ek", "Ek", std::nullopt, false, "Organization/n"}};
    incoming.professionals = {{"Practitioner/l", "Dr Lind"}, {"Practitioner/h", "Dr Holm"}};
    incoming.roles = {{"Practitioner/l", "Organization/n", "physician"}};
    incoming.teams = {{"CareTeam/1", "Joints team", "", "Organization/n", {"Practitioner/l"}},
                      {"CareTeam/2", "Hearts team", "", "Organization/n", {"Practitioner/h"}},
                      {"CareTeam/a", "", "Patient/a", "", {"CareTeam/1"}},
                      {"CareTeam/b", "", "Patient/b", "", {"CareTeam/2"}}};
    service::take_in_clinic(service, incoming, {"Clinic", "Europe/Stockholm"});
    amina = user(Side::person, "Patient/a", "Amina Berg");
    bo = user(Side::person, "Patient/b", "Bo Ek");
    lind = user(Side::professional, "Practitioner/l", "Dr Lind");
    holm = user(Side::professional, "Practitioner/h", "Dr Holm");
    service.database().write([&](sql::Writing& writing) {
      record::append_history(writing, {{1}, {0}, "Alongside", "other"},
                             record::About::parts({}, {{record::PartKind::users}}), {"join", ""},
                             clock.now());
    });
  }

  std::string once() { return "once-" + std::to_string(++once_); }
  PersonAccess access(const service::Caller& caller, const RecordOf& whose = RecordOf::own()) {
    return service.database().read([&](const sql::Reading& reading) {
      return Permission::to_record(reading, caller, whose, Doing::change, service.now()).value();
    });
  }
  Id<Person> id_of(const service::Caller& caller) {
    const PersonAccess own = access(caller);
    return service.database().read(
        [&](const sql::Reading& reading) { return record::person(reading, own).id; });
  }
  /// Amina states an aim with two levels.
  Id<Aim> walking_aim() {
    const auto said =
        service::state_aim(service, amina, {"Walk to the market", "soon", "", "8", ""}, once());
    const auto id = Id<Aim>::parse(said.value()).value();
    expect(service::say_levels(service, amina, id,
                               {"", "I stop three times", "The whole way", "", ""}, once())
               .accepted(),
           "the levels are right");
    return id;
  }

  TemporaryFolder folder;
  TemporaryDatabase database;
  StillClock clock;
  SeededRandomness randomness;
  record::Store store;
  service::Service service;
  service::Caller amina, bo, lind, holm;

 private:
  service::Caller user(Side side, const std::string& source, const std::string& name) {
    return service.database().write([&](sql::Writing& writing) {
      service::Caller caller;
      caller.home = {1};
      caller.name = name;
      if (side == Side::person)
        caller.person = record::person_by_source(writing, source)->person;
      else
        caller.professional = record::professional_by_source(writing, {1}, source);
      caller.user_no =
          record::add_user(writing, {{1}, {0}, name, caller.person, caller.professional, false, ""})
              .value;
      return caller;
    });
  }
  int once_ = 0;
};

}  // namespace alongside::testing
