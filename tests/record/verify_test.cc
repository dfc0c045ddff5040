// SPDX-License-Identifier: Apache-2.0
// Whatever is changed behind the program's back is found, and an untouched clinic is whole.
#include "record/verify.h"

#include <gtest/gtest.h>

#include "lived.h"
#include "foundation/base/secret.h"
#include "record/resources.h"

namespace alongside::record {
namespace {

struct Lived : testing::LivedClinic {
  using testing::LivedClinic::LivedClinic;
  Verified verified(std::span<const Head> earlier = {}) {
    return service.database().read(
        [&](const sql::Reading& reading) { return verify_all(reading, earlier); });
  }
  std::vector<Head> heads() {
    return service.database().read(
        [](const sql::Reading& reading) { return history_heads(reading); });
  }
  void tamper(const std::string& statement) {
    service.database().write(
        [&](sql::Writing& writing) { EXPECT_GT(writing.execute(statement), 0) << statement; });
  }
};

std::string words(const Verified& verified) {
  std::string all;
  for (const Finding& finding : verified.findings) all += finding.what + "\n";
  return all;
}

}  // namespace

TEST(Verify, an_untouched_clinic_is_whole) {
  Lived clinic;
  const Verified verified = clinic.verified();
  EXPECT_EQ(words(verified), "");
  EXPECT_GT(verified.entries, 15);
  EXPECT_GT(verified.parts, 10);
}

TEST(Verify, finds_a_change_in_any_column_of_any_table_of_people) {
  struct Change {
    std::string table;
    std::string column;
  };
  std::vector<Change> changes;
  {
    testing::Clinic clinic(testing::Where::in_a_file);
    clinic.service.database().read([&](const sql::Reading& reading) {
      reading.each(
          "SELECT t.name, c.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c "
          "WHERE t.type = 'table' AND c.pk = 0 AND t.name IN ('homes', 'persons', "
          "'professionals', 'teams', 'team_members', 'team_serves', 'visits', 'users', 'logins', "
          "'aims', 'aim_versions', 'aim_levels', 'read_backs', 'circumstances', 'agreements', "
          "'actions', 'contributions', 'check_ins', 'ratings', 'history', 'history_heads')",
          {}, [&](const sql::Row& row) {
            changes.push_back({std::string(row.text(0)), std::string(row.text(1))});
          });
      return 0;
    });
  }
  EXPECT_GT(changes.size(), 70U);
  for (const Change& change : changes) {
    const std::string& table = change.table;
    const std::string& column = change.column;
    if (column == "language") continue;  // Chosen without an act; see record/content.cc.
    Lived clinic(testing::Where::in_a_file);
    clinic.service.database().write([&](sql::Writing& writing) {
      add_login(writing, "amina", {1}, {clinic.amina.user_no}, "h", LoginKind::real);
      append_history(writing, {{1}, {0}, "", "other"}, About::parts({}, {{PartKind::users}}),
                     {"join", ""}, {0});
    });
    const auto tampered = [&] {
      try {
        clinic.service.database().write([&](sql::Writing& writing) {
          writing.execute("UPDATE " + table + " SET " + column + " = CASE typeof(" + column +
                          ") WHEN 'integer' THEN 1 - " + column + " WHEN 'text' THEN " + column +
                          " || 'x' ELSE 7 END");
        });
        return true;
      } catch (const BrokenMachine&) {
        return false;  // The table's own rules refuse it.
      }
    };
    if (tampered()) {
      EXPECT_NE(words(clinic.verified()), "") << table << "." << column;
    }
  }
}

TEST(Verify, finds_rows_that_were_taken_away_or_slipped_in) {
  const auto found = [](const std::string& statement) {
    Lived clinic;
    clinic.tamper(statement);
    return words(clinic.verified());
  };
  EXPECT_NE(found("DELETE FROM check_ins"), "");
  EXPECT_NE(found("DELETE FROM ratings WHERE rating_no = 2"), "");
  EXPECT_NE(found("DELETE FROM aim_levels WHERE level = 2"), "");
  EXPECT_NE(found("DELETE FROM history WHERE entry_no = 5"), "");
  EXPECT_NE(found("DELETE FROM history WHERE entry_no = (SELECT max(entry_no) FROM history)"), "");
  EXPECT_NE(found("INSERT INTO check_ins VALUES (1, 1, 77, 'x', 5)"), "");
  EXPECT_NE(found("INSERT INTO team_members VALUES (1, 1, 2, 0, NULL)"), "");
  EXPECT_NE(found("UPDATE history SET content = '' WHERE entry_no = 5"), "");
}

TEST(Verify, a_rewritten_chain_is_found_by_an_end_that_was_kept_outside) {
  Lived clinic;
  const std::vector<Head> noted = clinic.heads();
  clinic.tamper("DELETE FROM history WHERE entry_no > 5");
  clinic.tamper(
      "UPDATE history_heads SET entry_no = 5, hash = (SELECT hash FROM history WHERE entry_no = "
      "5)");
  EXPECT_NE(words(clinic.verified(noted)).find("cut off"), std::string::npos);
  Lived other;
  EXPECT_EQ(words(other.verified(other.heads())), "");
}

TEST(Verify, random_tampering_with_the_history_is_always_found) {
  SeededRandomness chance(11);
  for (int round = 0; round < 60; ++round) {
    Lived clinic;
    const std::vector<Head> noted = clinic.heads();
    const auto last = noted.at(0).number;
    const std::string one = std::to_string(
        1 + static_cast<std::int64_t>(chance.below(static_cast<std::uint64_t>(last))));
    switch (chance.below(5)) {
      case 0:
        clinic.tamper("UPDATE history SET at_ms = at_ms + 1 WHERE entry_no = " + one);
        break;
      case 1:
        clinic.tamper("DELETE FROM history WHERE entry_no = " + one);
        break;
      case 2:
        clinic.tamper("UPDATE history SET entry_no = entry_no + 1000 WHERE entry_no = " + one);
        break;
      case 3:
        clinic.tamper("DELETE FROM history WHERE entry_no >= " + one);
        break;
      default:
        clinic.tamper("UPDATE history SET hash = '0' || substr(hash, 2) || '0' WHERE entry_no = " +
                      one);
        break;
    }
    EXPECT_NE(words(clinic.verified(noted)), "") << round;
  }
}

TEST(Verify, finds_imported_bytes_that_are_not_as_they_came) {
  Lived clinic;
  clinic.service.database().write([&](sql::Writing& writing) {
    for (const char* id : {"a", "b"})
      take_in_resource(writing, {"Goal", id, id, {}, R"({"resourceType":"Goal"})"}, {0});
  });
  EXPECT_EQ(clinic.verified().resources, 2);
  EXPECT_EQ(words(clinic.verified()), "");
  clinic.tamper("UPDATE resources SET bytes_hash = 'x' WHERE resource_id = 'b'");
  EXPECT_EQ(words(clinic.verified()), "an imported Goal is not as it came in\n");
}

}  // namespace alongside::record
