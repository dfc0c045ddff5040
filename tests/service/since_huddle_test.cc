// SPDX-License-Identifier: Apache-2.0
// A huddle keeps what measures said; late records are told against it, and a sign is new once.
#include "service/since_huddle.h"

#include <gtest/gtest.h>

#include "clinic.h"
#include "service/hold_huddle.h"
#include "service/hold_visit.h"
#include "service/measure_project.h"
#include "service/my_people.h"
#include "service/read_chart.h"
#include "service/run_project.h"
#include "service/take_in.h"

namespace alongside::service {
namespace {

struct Huddling : testing::Clinic {
  Id<Team> team = my_teams(service, lind).value().front().id;
  void days_later(std::int64_t days) { clock.move_to({clock.now().utc_ms + days * ms_a_day}); }
  void huddle() {
    EXPECT_TRUE(begin_huddle(service, lind, team, once()).accepted());
    EXPECT_TRUE(close_huddle(service, lind, team, {"2", "1"}, once()).accepted());
  }
  std::optional<SinceHuddle> since(std::string_view measure) {
    return read_measure(service, lind, team, measure, {}).value().charts.front().since;
  }
  void late_visit(Instant held) {
    IncomingClinic incoming;
    incoming.sites = {{"Organization/n", "Northgate"}};
    incoming.people = {
        {"Patient/a", "Amina Berg", "Berg", Day::of(1950, 6, 1), false, "Organization/n"}};
    incoming.professionals = {{"Practitioner/l", "Dr Lind"}};
    incoming.visits = {
        {"Encounter/9", "Patient/a", "Practitioner/l", "", held, VisitMode::at_a_distance}};
    take_in_clinic(service, incoming, {"Clinic", "Europe/Stockholm"});
  }
};

}  // namespace

TEST(SinceHuddle, late_records_are_told_against_what_was_said) {
  Huddling clinic;
  const Instant october{Day::of(2026, 10, 6).number * ms_a_day};
  EXPECT_FALSE(clinic.since("aim_asked"));
  EXPECT_TRUE(
      hold_visit(clinic.service, clinic.lind, clinic.id_of(clinic.amina), clinic.once(), "at_home")
          .accepted());
  clinic.huddle();
  ASSERT_TRUE(clinic.since("aim_asked"));
  EXPECT_TRUE(clinic.since("aim_asked")->changed.empty());
  clinic.days_later(1);
  clinic.late_visit(october);
  const auto since = clinic.since("aim_asked");
  ASSERT_EQ(since->changed.size(), 1U);
  EXPECT_EQ(since->changed[0].after.month, Month::of(Day::of(2026, 10, 6)));
  EXPECT_EQ(since->changed[0].before.share, (Proportion{0, 0}));
  EXPECT_EQ(since->changed[0].after.share, (Proportion{0, 1}));
  clinic.huddle();
  EXPECT_TRUE(clinic.since("aim_asked")->changed.empty());
}

TEST(SinceHuddle, a_sign_is_new_until_a_huddle_saw_it) {
  Huddling clinic;
  const auto project =
      Id<Project>::parse(
          begin_project(clinic.service, clinic.lind, clinic.team, "Aims", clinic.once()).value())
          .value();
  OwnMeasureDraft draft{"Asked", "process", "person", "share", "", "more", "Asked", "Came"};
  const std::string number =
      define_measure(clinic.service, clinic.lind, project, draft, "", clinic.once()).value();
  std::string table = "day,asked,of\n";
  for (int month = 1; month <= 20; ++month)
    table += std::to_string(2024 + (month + 11) / 12) + "-" + (month % 12 < 9 ? "0" : "") +
             std::to_string(month % 12 + 1) + "-01," + (month < 12 ? "10" : "45") + ",50\n";
  EXPECT_TRUE(
      enter_numbers(clinic.service, clinic.lind, project, number, table, clinic.once()).accepted());
  const auto signs = [&] {
    return read_huddle(clinic.service, clinic.lind, clinic.team).value().signs.size();
  };
  EXPECT_EQ(signs(), 1U);
  clinic.days_later(1);
  clinic.huddle();
  EXPECT_EQ(signs(), 0U);
}

TEST(SinceHuddle, another_verdict_or_another_point_outside_is_new) {
  const Day may = Day::of(2026, 5, 1);
  const Day june = Day::of(2026, 6, 1);
  EXPECT_FALSE(is_new_since({Verdict::worse, {may}}, {Verdict::worse, {may}}));
  EXPECT_FALSE(is_new_since({Verdict::worse, {may}}, {Verdict::worse, {}}));
  EXPECT_TRUE(is_new_since({Verdict::worse, {may}}, {Verdict::worse, {may, june}}));
  EXPECT_TRUE(is_new_since({Verdict::usual, {}}, {Verdict::worse, {}}));
}

TEST(SinceHuddle, how_they_met_is_kept_of_a_visit_that_was_noted_just_now) {
  Huddling clinic;
  for (const std::string_view mode : {"", "at_a_distance", ""})
    EXPECT_TRUE(
        hold_visit(clinic.service, clinic.lind, clinic.id_of(clinic.amina), clinic.once(), mode)
            .accepted());
  clinic.service.database().read([](const sql::Reading& reading) {
    EXPECT_EQ(reading.integer("SELECT count(*) FROM visits", {}), 1);
    EXPECT_EQ(reading.integer("SELECT count(*) FROM visit_modes WHERE mode = 'at_a_distance'", {}),
              1);
    return 0;
  });
}

TEST(SinceHuddle, a_mode_that_is_none_is_refused_beside_its_field) {
  Huddling clinic;
  EXPECT_EQ(hold_visit(clinic.service, clinic.lind, clinic.id_of(clinic.amina), clinic.once(),
                       "by pigeon")
                .refusal()
                .faults(),
            (std::vector<Fault>{{"visit.mode_unclear", "mode"}}));
}

}  // namespace alongside::service
