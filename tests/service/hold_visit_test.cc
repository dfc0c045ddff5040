// SPDX-License-Identifier: Apache-2.0
// In the room the person says; anyone writes only what they let others write.
#include "service/hold_visit.h"

#include <gtest/gtest.h>

#include "clinic.h"
#include "service/read_record.h"
#include "service/work_together.h"

namespace alongside::service {
namespace {

struct Visiting : testing::Clinic {
  Visiting() : aim(walking_aim()), person(id_of(amina)) {}
  Outcome<std::string> close(const VisitDraft& draft) {
    return close_visit(service, lind, person, draft, once());
  }
  RecordView seen() {
    return read_record(service, lind, RecordOf::person(person), "visit").value();
  }
  void let_write() {
    ASSERT_TRUE(set_wishes(service, amina, {"yes", "", "", {}}, once()).accepted());
  }
  std::int64_t visits() {
    return service.database().read([](const sql::Reading& reading) {
      return reading.integer("SELECT count(*) FROM visits WHERE home_id = 1", {});
    });
  }
  Id<Aim> aim;
  Id<Person> person;
};

TEST(HoldVisit, a_professional_cannot_say_for_the_person_that_an_aim_is_attained) {
  Visiting clinic;
  const auto refused = clinic.close({{{clinic.aim.text(), false, "0", ""}}, false, ""});
  EXPECT_EQ(refused.refusal().faults(),
            (std::vector<Fault>{{"visit.not_written_down", "level_" + clinic.aim.text()}}));
  EXPECT_EQ(clinic.visits(), 0);
  EXPECT_FALSE(
      write_aim_down(clinic.service, clinic.lind, clinic.person, "Sing", clinic.once()).accepted());
  ASSERT_TRUE(clinic.close({{{clinic.aim.text(), true, "", "1"}}, false, ""}).accepted());
  const RecordView view = clinic.seen();
  EXPECT_EQ(attainment_of(view.ratings_of(view.aims[0])), Attainment::not_rated);
  EXPECT_EQ(latest_of(Side::professional, view.ratings_of(view.aims[0]))->by, "Dr Lind");
  EXPECT_EQ(view.aims[0].confirmed_at, clinic.clock.now());
}

TEST(HoldVisit, what_the_person_lets_others_write_names_the_writer) {
  Visiting clinic;
  clinic.let_write();
  ASSERT_TRUE(clinic.close({{{clinic.aim.text(), false, "0", ""}}, false, ""}).accepted());
  const RecordView view = clinic.seen();
  EXPECT_EQ(attainment_of(view.ratings_of(view.aims[0])), Attainment::attained);
  EXPECT_EQ(latest_of(Side::person, view.ratings_of(view.aims[0]))->written_by, "Dr Lind");
  ASSERT_TRUE(
      write_aim_down(clinic.service, clinic.lind, clinic.person, "Sing", clinic.once()).accepted());
  EXPECT_EQ(clinic.seen().aims[1].versions[0].written_by, "Dr Lind");
}

TEST(HoldVisit, one_visit_is_one_visit_however_often_it_is_closed) {
  Visiting clinic;
  ASSERT_TRUE(clinic.close({}).accepted());
  clinic.clock.move_to({clinic.clock.now().utc_ms + ms_an_hour});
  ASSERT_TRUE(clinic.close({}).accepted());
  EXPECT_EQ(clinic.visits(), 1);
  clinic.clock.move_to({clinic.clock.now().utc_ms + ms_a_day});
  ASSERT_TRUE(clinic.close({}).accepted());
  EXPECT_EQ(clinic.visits(), 2);
}

TEST(HoldVisit, the_next_one_is_planned_and_ends_when_it_takes_place) {
  Visiting clinic;
  EXPECT_EQ(clinic.close({{}, false, "2026-11-23"}).refusal().key(), "visit.day_unclear");
  EXPECT_EQ(clinic.visits(), 0);
  ASSERT_TRUE(clinic.close({{}, false, "2026-12-08"}).accepted());
  EXPECT_EQ(clinic.seen().planned->day, Day::of(2026, 12, 8));
  clinic.clock.move_to({clinic.clock.now().utc_ms + 14 * ms_a_day});
  ASSERT_TRUE(clinic.close({}).accepted());
  EXPECT_FALSE(clinic.seen().planned);
}

TEST(HoldVisit, is_for_those_who_serve_the_person) {
  Visiting clinic;
  EXPECT_FALSE(
      close_visit(clinic.service, clinic.holm, clinic.person, {}, clinic.once()).accepted());
  EXPECT_FALSE(
      close_visit(clinic.service, clinic.amina, clinic.person, {}, clinic.once()).accepted());
  EXPECT_EQ(
      clinic.close({{{Id<Aim>::make({1}, clinic.randomness).text(), true, "", ""}}, false, ""})
          .refusal()
          .key(),
      "permission.not_found");
}

}  // namespace
}  // namespace alongside::service
