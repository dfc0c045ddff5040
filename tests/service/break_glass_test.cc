// SPDX-License-Identifier: Apache-2.0
// An emergency is for professionals on a team of the site, and is looked into by somebody else.
#include "service/break_glass.h"

#include <gtest/gtest.h>

#include "clinic.h"
#include "foundation/base/secret.h"
#include "service/read_record.h"

namespace alongside {
namespace {

constexpr std::string_view password = "four words you like";

struct Emergency : testing::Clinic {
  Emergency() {
    service.database().write([&](sql::Writing& w) {
      record::add_login(w, "holm", {1}, {holm.user_no}, password_hash(password),
                        record::LoginKind::real);
    });
  }
  Outcome<std::string> open() {
    return service::break_glass(
        service, holm,
        {"Amina Berg", "1950-06-01", "She cannot say what she takes", std::string(password)});
  }
  bool looks() {
    return service::read_record(service, holm, RecordOf::person(id_of(amina)), "page").accepted();
  }
  void leave_all_teams() {
    service.database().write([&](sql::Writing& w) {
      w.execute("UPDATE team_members SET until_ms = ?1 WHERE home_id = 1 AND professional_no = ?2",
                {clock.now().utc_ms, holm.professional->value});
    });
  }
};

}  // namespace

TEST(BreakGlass, lasts_an_hour_and_no_longer_than_the_place_on_a_team) {
  Emergency clinic;
  EXPECT_FALSE(clinic.looks());
  EXPECT_TRUE(clinic.open().accepted());
  EXPECT_TRUE(clinic.looks());
  clinic.leave_all_teams();
  EXPECT_FALSE(clinic.looks());
}

TEST(BreakGlass, is_not_for_somebody_on_no_team) {
  Emergency clinic;
  clinic.leave_all_teams();
  EXPECT_EQ(clinic.open().refusal().key(), "permission.not_found");
}

TEST(BreakGlass, is_not_looked_into_by_the_one_who_opened) {
  Emergency clinic;
  (void)clinic.open().value();
  // Dr Holm joins the person's own team afterwards.
  clinic.service.database().write([&](sql::Writing& w) {
    const auto team = record::team_by_source(w, {1}, "CareTeam/1");
    record::take_in_member(w, {1}, *team, *clinic.holm.professional, clinic.clock.now());
  });
  const auto amina = clinic.id_of(clinic.amina);
  EXPECT_EQ(service::review_break_glass(clinic.service, clinic.holm, amina, "1", clinic.once())
                .refusal()
                .key(),
            "break_glass.own");
  EXPECT_TRUE(service::review_break_glass(clinic.service, clinic.lind, amina, "1", clinic.once())
                  .accepted());
}

}  // namespace alongside
