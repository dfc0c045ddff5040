// SPDX-License-Identifier: Apache-2.0
// Nobody reads an answer about the relationship, and no group below 25 is ever shown.
#include "service/say_how_we_worked.h"

#include <gtest/gtest.h>

#include "clinic.h"
#include "record/history.h"
#include "record/people.h"
#include "record/relationship.h"
#include "service/hold_visit.h"
#include "service/my_people.h"

namespace alongside::service {
namespace {

struct Worked : testing::Clinic {
  Worked() : team(my_teams(service, lind).value().front().id), person(id_of(amina)) {}
  /// As many people's answers, as the record keeps them.
  void answer(int times, std::int64_t first) {
    const PersonAccess own = access(amina);
    const auto month = Month::of(Zone::utc().day_of(clock.now()));
    service.database().write([&](sql::Writing& writing) {
      for (int i = 0; i < times; ++i) {
        ++visits_;
        record::hold_visit(writing, own, *lind.professional, clock.now());
        record::add_relationship_answers(writing, own, {visits_, {1}}, {{first, 4, 0, first, 4, 0}},
                                         month, std::to_string(visits_));
      }
    });
  }
  void begin(int month) {
    clock.move_to({Day::of(2027, static_cast<unsigned>(month), 2).number * ms_a_day});
  }
  std::vector<RelationshipBlock> blocks(const Caller& who) {
    return read_how_we_worked(service, who, team).value();
  }
  Id<Team> team;
  Id<Person> person;
  std::int64_t visits_ = 0;
};

TEST(SayHowWeWorked, fewer_than_25_are_never_shown_and_no_month_that_still_grows) {
  Worked clinic;
  clinic.begin(1);
  clinic.answer(24, 4);
  clinic.begin(2);
  clinic.answer(5, 0);
  EXPECT_TRUE(clinic.blocks(clinic.lind).empty());
  clinic.begin(3);
  clinic.answer(9, 4);
  EXPECT_TRUE(clinic.blocks(clinic.lind).empty());  // 29 by February, but no later block has begun.
  clinic.begin(4);
  clinic.answer(1, 0);
  const auto shown = clinic.blocks(clinic.lind);
  ASSERT_EQ(shown.size(), 1u);
  EXPECT_EQ(shown[0].answers, 38);
  EXPECT_EQ(shown[0].top,
            (std::array<std::int64_t, relationship_items_count>{33, 38, 0, 33, 38, 0}));
  // Another answer changes nothing that can be read: no difference is one person.
  clinic.answer(1, 4);
  EXPECT_EQ(clinic.blocks(clinic.lind)[0].answers, 38);
}

TEST(SayHowWeWorked, a_small_block_between_large_ones_stays_hidden) {
  Worked clinic;
  clinic.begin(1);
  clinic.answer(69, 4);
  clinic.begin(2);
  clinic.answer(1, 0);
  clinic.begin(3);
  clinic.answer(40, 4);
  clinic.begin(4);
  clinic.answer(1, 4);
  const auto shown = clinic.blocks(clinic.lind);
  ASSERT_EQ(shown.size(), 2u);
  EXPECT_EQ(shown[0].answers, 69);
  EXPECT_EQ(shown[1].answers, 40);  // February's one answer is in neither.
}

TEST(SayHowWeWorked, each_visit_is_asked_about_once_and_only_whole_answers_count) {
  Worked clinic;
  EXPECT_FALSE(may_say_how_we_worked(clinic.service, clinic.amina).value());
  ASSERT_TRUE(hold_visit(clinic.service, clinic.lind, clinic.person, clinic.once()).accepted());
  EXPECT_TRUE(may_say_how_we_worked(clinic.service, clinic.amina).value());
  EXPECT_FALSE(
      say_how_we_worked(clinic.service, clinic.amina, {"4", "", "4", "4", "4", "4"}, clinic.once())
          .accepted());
  EXPECT_TRUE(may_say_how_we_worked(clinic.service, clinic.amina).value());
  ASSERT_TRUE(
      say_how_we_worked(clinic.service, clinic.amina, {"4", "4", "4", "4", "4", "4"}, clinic.once())
          .accepted());
  EXPECT_FALSE(may_say_how_we_worked(clinic.service, clinic.amina).value());
  EXPECT_FALSE(
      say_how_we_worked(clinic.service, clinic.amina, {"0", "0", "0", "0", "0", "0"}, clinic.once())
          .accepted());
  // Not again within 90 days, so that 25 answers are many people's.
  clinic.clock.move_to({clinic.clock.now().utc_ms + 89 * ms_a_day});
  ASSERT_TRUE(hold_visit(clinic.service, clinic.lind, clinic.person, clinic.once()).accepted());
  EXPECT_FALSE(may_say_how_we_worked(clinic.service, clinic.amina).value());
  clinic.clock.move_to({clinic.clock.now().utc_ms + 2 * ms_a_day});
  ASSERT_TRUE(hold_visit(clinic.service, clinic.lind, clinic.person, clinic.once()).accepted());
  EXPECT_TRUE(may_say_how_we_worked(clinic.service, clinic.amina).value());
}

TEST(SayHowWeWorked, no_professional_answers_and_another_team_reads_nothing) {
  Worked clinic;
  ASSERT_TRUE(hold_visit(clinic.service, clinic.lind, clinic.person, clinic.once()).accepted());
  EXPECT_FALSE(
      say_how_we_worked(clinic.service, clinic.lind, {"4", "4", "4", "4", "4", "4"}, clinic.once())
          .accepted());
  EXPECT_FALSE(read_how_we_worked(clinic.service, clinic.holm, clinic.team).accepted());
  EXPECT_FALSE(read_how_we_worked(clinic.service, clinic.amina, clinic.team).accepted());
}

TEST(SayHowWeWorked, a_row_names_nobody_and_the_account_says_only_that) {
  Worked clinic;
  ASSERT_TRUE(hold_visit(clinic.service, clinic.lind, clinic.person, clinic.once()).accepted());
  ASSERT_TRUE(
      say_how_we_worked(clinic.service, clinic.amina, {"4", "3", "0", "4", "3", "0"}, clinic.once())
          .accepted());
  const auto columns = clinic.service.database().read([](const sql::Reading& reading) {
    return reading.integer(
        "SELECT count(*) FROM relationship_answers WHERE home_id = ?1 AND team_no = ?2 "
        "AND month_no > ?3 AND asked = ?4",
        {1, 1, 0, 4});
  });
  EXPECT_EQ(columns, 1);
  const PersonAccess own = clinic.access(clinic.amina);
  const auto history = clinic.service.database().read([&](const sql::Reading& reading) {
    return record::history_of(reading, own, record::OwnEntries::shown, 0);
  });
  int said = 0;
  for (const auto& entry : history) {
    if (entry.act != "say_how_we_worked") continue;
    ++said;
    EXPECT_TRUE(entry.what.empty());
  }
  EXPECT_EQ(said, 1);
}

}  // namespace
}  // namespace alongside::service
