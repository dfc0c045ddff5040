// SPDX-License-Identifier: Apache-2.0
// The SQL that every engine understands, and the one key: checked over the migrations as they stand
// and over every statement that the whole test run sends (docs/decisions/0006).
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <regex>
#include <set>

#include "foundation/base/text.h"
#include "foundation/sql/migrate.h"
#include "lived.h"
#include "record/store.h"
#include "record/verify.h"
#include "service/my_people.h"
#include "service/read_chart.h"
#include "service/read_record.h"
#include "service/sign_in.h"

namespace alongside::record {
namespace {

/// Found by text before a home is known; their key is that text.
const std::set<std::string> directory = {
    "logins",           "outside_identities",  "sessions",          "invitations",
    "sign_in_failures", "support_invitations", "visit_invitations", "guest_sessions"};
/// The same for all homes.
const std::set<std::string> reference = {"homes", "clinic", "schema_versions"};
/// Hold what belongs to one person: a statement names the home and the person.
const std::set<std::string> of_a_person = {"visits",
                                           "aims",
                                           "aim_versions",
                                           "aim_levels",
                                           "read_backs",
                                           "circumstances",
                                           "agreements",
                                           "actions",
                                           "agreement_aims",
                                           "contributions",
                                           "corrections",
                                           "relationship_asked",
                                           "instrument_answers",
                                           "check_ins",
                                           "ratings",
                                           "break_glass",
                                           "preparations",
                                           "preparation_lines",
                                           "numbers",
                                           "number_answers",
                                           "burdens",
                                           "aim_confirmations",
                                           "wishes",
                                           "barriers",
                                           "next_steps",
                                           "planned_visits",
                                           "agreement_options",
                                           "agreement_offers",
                                           "option_sets",
                                           "option_set_offers",
                                           "predictions",
                                           "own_trials",
                                           "own_resources",
                                           "shared_people",
                                           "agreement_reviews"};

/// Words that one of the engines does not know, or understands otherwise (Citus among them).
const std::regex forbidden(
    R"(\b(trigger|sequence|serial|bigserial|autoincrement|boolean|numeric|uuid|timestamptz|jsonb)"
    R"(|real|double|float|virtual|merge|ilike|strftime|date_trunc|extract|now|group_concat)"
    R"(|string_agg|json_extract|greatest|least|for update|limit 0|any)\b *\(?)",
    std::regex::icase);

std::vector<std::string> all_matches(const std::string& text, const std::regex& pattern) {
  std::vector<std::string> found;
  for (std::sregex_iterator at(text.begin(), text.end(), pattern), end; at != end; ++at)
    found.push_back((*at)[1]);
  return found;
}

std::string flat(std::string_view statement) {
  std::string text;
  for (const std::string_view line : split(statement, '\n'))
    text += std::string(line.substr(0, line.find("--"))) + " ";
  static const std::regex quoted("'[^']*'");
  return std::regex_replace(tidied(text), quoted, "''");
}

std::vector<std::string> tables_in(const std::string& statement) {
  static const std::regex table(R"(\b(?:FROM|JOIN|INTO|UPDATE) ([a-z_]+)\b)");
  return all_matches(statement, table);
}

/// What is wrong with a statement that the program sends; empty when nothing is.
std::string fault_of(const std::string& statement) {
  if (std::regex_search(statement, forbidden)) return "not every engine knows it";
  const bool keyed = statement.find("home_id = ?") != std::string::npos ||
                     statement.find("home_id = 0") != std::string::npos ||
                     statement.find("(home_id, ") != std::string::npos;
  // The policy and the team's measures go from a team or a list to its people; the parts of the
  // history are counted over a whole home; the rest says whose row it means.
  const bool by_person = statement.find("person_no = ") != std::string::npos ||
                         statement.find("(home_id, person_no, ") != std::string::npos ||
                         statement.find("s.team_no = ?2") != std::string::npos ||
                         statement.find("m.team_no = ?2") != std::string::npos ||
                         statement.starts_with("SELECT person_no, ") ||
                         statement.starts_with("SELECT DISTINCT person_no, ");
  for (const std::string& table : tables_in(statement)) {
    if (directory.contains(table) || reference.contains(table) || table == "pragma_table_info" ||
        table.starts_with("sqlite_"))
      continue;
    if (!keyed) return "no home for " + table;
    if (of_a_person.contains(table) && !by_person) return "no person for " + table;
  }
  return {};
}

/// Over all homes on purpose; each with its reason.
const std::set<std::string> over_all_homes = {
    // The start of a clinic asks whether there is anybody yet.
    "SELECT count(*) FROM users WHERE administrator = 1",
    "SELECT home_id, entry_no, hash FROM history_heads ORDER BY home_id",
};

/// What SQLite is sent while it lives. SQLite asks for plain functions, so the list is static.
class Recording {
 public:
  Recording() {
    sent().clear();
    sqlite3_auto_extension(reinterpret_cast<void (*)()>(watch));
  }
  ~Recording() { sqlite3_cancel_auto_extension(reinterpret_cast<void (*)()>(watch)); }
  Recording(const Recording&) = delete;
  Recording& operator=(const Recording&) = delete;
  static std::set<std::string>& sent() {
    static std::set<std::string> all;
    return all;
  }

 private:
  static int note(unsigned, void*, void* statement, void*) {
    const char* text = sqlite3_sql(static_cast<sqlite3_stmt*>(statement));
    if (text != nullptr) sent().insert(flat(text));
    return 0;
  }
  static int watch(sqlite3* db, char**, const sqlite3_api_routines*) {
    return sqlite3_trace_v2(db, SQLITE_TRACE_STMT, note, nullptr);
  }
};

/// The administrator's list of whom to invite is of all sites.
constexpr std::string_view every_invitee = "SELECT i.home_id, h.site_name";

bool of_the_engine(const std::string& statement) {
  static const std::regex own(
      "^(PRAGMA|BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|CREATE|--).*|.*sqlite_schema.*");
  return statement.empty() || std::regex_match(statement, own);
}

}  // namespace

TEST(Statements, every_key_of_the_schema_begins_with_the_home_and_every_engine_knows_it) {
  static const std::regex name(R"(CREATE TABLE ([a-z_]+))");
  static const std::regex keys(R"((?:PRIMARY KEY|UNIQUE|FOREIGN KEY) \(([a-z_]+))");
  int tables = 0;
  for (const EmbeddedFile& migration : migrations())
    for (const std::string& statement : sql::statements_of(migration.bytes)) {
      const std::string text = flat(statement);
      EXPECT_FALSE(std::regex_search(text, forbidden)) << text;
      const auto names = all_matches(text, name);
      if (names.empty()) continue;
      ++tables;
      if (directory.contains(names[0]) || reference.contains(names[0])) continue;
      const auto firsts = all_matches(text, keys);
      EXPECT_TRUE(!firsts.empty() ||
                  text.find("home_id bigint NOT NULL PRIMARY KEY") != std::string::npos)
          << names[0];
      for (const std::string& first : firsts) EXPECT_EQ(first, "home_id") << names[0];
    }
  EXPECT_GT(tables, 20);
}

TEST(Statements, whatever_is_sent_names_its_home_and_its_person) {
  const Recording recording;
  {
    testing::LivedClinic clinic(testing::Where::in_a_file);
    const service::Service& service = clinic.service;
    const auto token = service::first_invitation(service).value();
    ASSERT_TRUE(service::join(service, token,
                              {"Ada", "", "Etc/UTC", "ada", "fifteen letters or more",
                               "fifteen letters or more"})
                    .accepted());
    const auto cookie = service::sign_in(service, "ada", "fifteen letters or more").value();
    const auto ada = service::signed_in(service, cookie);
    ASSERT_TRUE(service::people_to_invite(service, ada->caller, "").accepted());
    ASSERT_TRUE(service::invite(service, ada->caller, {1}, Side::person, 1).accepted());
    (void)service::sign_in(service, "ada", "wrong").accepted();
    service::choose_language(service, ada->caller, "sv");
    service::sign_out(service, cookie);
    ASSERT_TRUE(service::read_record(service, clinic.amina, RecordOf::own(), "my page").accepted());
    ASSERT_TRUE(service::read_history(service, clinic.amina, OwnEntries::shown, 0).accepted());
    ASSERT_TRUE(service::my_people(service, clinic.lind, "a", 0).accepted());
    const auto teams = service::my_teams(service, clinic.lind).value();
    ASSERT_TRUE(service::read_team(service, clinic.lind, teams.front().id).accepted());
    service.database().read([](const sql::Reading& reading) {
      EXPECT_TRUE(verify_all(reading).findings.empty());
      return 0;
    });
  }
  int checked = 0;
  for (const std::string& statement : Recording::sent()) {
    if (of_the_engine(statement) || over_all_homes.contains(statement) ||
        statement.starts_with(every_invitee))
      continue;
    EXPECT_EQ(fault_of(statement), "") << statement;
    ++checked;
  }
  EXPECT_GT(checked, 80);
}

TEST(Statements, a_planted_fault_is_found) {
  EXPECT_NE(fault_of("SELECT words FROM aim_versions WHERE aim_no = ?1"), "");
  EXPECT_NE(fault_of("SELECT words FROM aim_versions WHERE home_id = ?1"), "");
  EXPECT_NE(fault_of("UPDATE aims SET rank = now() WHERE home_id = ?1 AND person_no = ?2"), "");
  EXPECT_NE(fault_of("DELETE FROM teams WHERE team_no = ?1"), "");
  EXPECT_EQ(fault_of("SELECT words FROM aim_versions WHERE home_id = ?1 AND person_no = ?2"), "");
}

}  // namespace alongside::record
