// SPDX-License-Identifier: Apache-2.0
// Default is no, decided at each request; not permitted is not found.
#include "service/permission.h"

#include <gtest/gtest.h>

#include "clinic.h"
#include "service/agree.h"
#include "service/contribute.h"
#include "service/judge_attainment.h"
#include "service/my_people.h"
#include "service/read_chart.h"
#include "service/read_record.h"
#include "service/understand_aim.h"

namespace alongside {

TEST(Permission, only_self_and_the_team_reach_a_record) {
  testing::Clinic clinic;
  const auto amina = clinic.id_of(clinic.amina);
  const auto reaches = [&](const service::Caller& caller) {
    return service::read_record(clinic.service, caller, RecordOf::person(amina), "page").accepted();
  };
  EXPECT_TRUE(reaches(clinic.amina));
  EXPECT_TRUE(reaches(clinic.lind));
  EXPECT_FALSE(reaches(clinic.holm));
  EXPECT_FALSE(reaches(clinic.bo));
  service::Caller administrator;
  administrator.home = {1};
  administrator.administrator = true;
  EXPECT_FALSE(reaches(administrator));
  service::Caller elsewhere = clinic.lind;
  elsewhere.home = {2};
  EXPECT_FALSE(reaches(elsewhere));
}

TEST(Permission, ends_with_the_next_request_when_the_team_ends) {
  testing::Clinic clinic;
  const auto amina = clinic.id_of(clinic.amina);
  clinic.service.database().write([&](sql::Writing& w) {
    w.execute("UPDATE team_serves SET until_ms = ?1", {clinic.service.now().utc_ms});
  });
  const auto refused =
      service::read_record(clinic.service, clinic.lind, RecordOf::person(amina), "page");
  EXPECT_EQ(refused.refusal().key(), "permission.not_found");
  const auto nobody =
      service::read_record(clinic.service, clinic.lind,
                           RecordOf::person(Id<Person>::make({1}, clinic.randomness)), "page");
  EXPECT_EQ(refused.refusal().faults(), nobody.refusal().faults());
}

TEST(Permission, professionals_do_not_speak_for_the_person) {
  testing::Clinic clinic;
  const auto aim = clinic.walking_aim();
  EXPECT_FALSE(
      service::state_aim(clinic.service, clinic.lind, {"Be quiet", "", "", "", ""}, clinic.once())
          .accepted());
  EXPECT_FALSE(service::let_go_of_aim(clinic.service, clinic.lind, aim, clinic.once()).accepted());
  EXPECT_FALSE(service::let_go_of_aim(clinic.service, clinic.bo, aim, clinic.once()).accepted());
  EXPECT_FALSE(service::read_aim_back(clinic.service, clinic.amina, clinic.id_of(clinic.amina), aim,
                                      "So", clinic.once())
                   .accepted());
  EXPECT_FALSE(service::read_aim_back(clinic.service, clinic.holm, clinic.id_of(clinic.amina), aim,
                                      "So", clinic.once())
                   .accepted());
}

TEST(Permission, an_action_belongs_to_somebody_of_the_care_team) {
  testing::Clinic clinic;
  const auto aim = clinic.walking_aim();
  const auto id_of = [&](const service::Caller& caller) {
    return clinic.service.database().read([&](const sql::Reading& r) {
      return record::professional(r, {1}, *caller.professional).id.text();
    });
  };
  const auto agree_with = [&](const std::string& owner) {
    return service::agree(
               clinic.service, clinic.lind, clinic.id_of(clinic.amina),
               {"conversation",
                "flexible",
                "",
                {{"person", "Walk", "", "", ""}, {"professional", "Call", "", "", owner}}},
               {aim.text()}, clinic.once())
        .accepted();
  };
  EXPECT_FALSE(agree_with(id_of(clinic.holm)));
  EXPECT_FALSE(agree_with("nobody"));
  EXPECT_TRUE(agree_with(id_of(clinic.lind)));
  EXPECT_TRUE(agree_with(""));
}

TEST(Permission, a_team_is_for_its_members) {
  testing::Clinic clinic;
  const auto team = service::my_teams(clinic.service, clinic.lind).value().front().id;
  EXPECT_TRUE(service::read_team(clinic.service, clinic.lind, team).accepted());
  EXPECT_FALSE(service::read_team(clinic.service, clinic.holm, team).accepted());
  EXPECT_FALSE(service::read_team(clinic.service, clinic.amina, team).accepted());
  EXPECT_FALSE(service::my_people(clinic.service, clinic.amina, "", 0).accepted());
}

TEST(Permission, the_same_numbers_at_another_site_open_nothing) {
  testing::Clinic clinic;
  service::IncomingClinic incoming;
  incoming.sites = {{"Organization/s", "Southgate"}};
  incoming.people = {{"Patient/c", "Cleo C", "C", std::nullopt, false, "Organization/s"}};
  incoming.professionals = {{"Practitioner/f", "Dr Far"}};
  incoming.roles = {{"Practitioner/f", "Organization/s", "nurse"}};
  incoming.teams = {{"CareTeam/s", "Nobody's team", "", "Organization/s", {"Practitioner/f"}}};
  service::take_in_clinic(clinic.service, incoming, {"Clinic", "Etc/UTC"});
  clinic.service.database().read([&](const sql::Reading& reading) {
    const auto far = record::professional_by_source(reading, {2}, "Practitioner/f");
    const auto cleo = record::person_by_source(reading, "Patient/c");
    // At Northgate the professional of that number serves the person of that number.
    EXPECT_EQ(*far, *clinic.lind.professional);
    EXPECT_EQ(cleo->person, *clinic.amina.person);
    EXPECT_TRUE(record::serves(reading, {1}, *far, cleo->person, clinic.service.now()));
    EXPECT_FALSE(record::serves(reading, {2}, *far, cleo->person, clinic.service.now()));
    return 0;
  });
}

TEST(Permission, the_two_guards_tell_the_person_from_the_professional) {
  testing::Clinic clinic;
  const PersonAccess own = clinic.access(clinic.amina);
  const PersonAccess team =
      clinic.access(clinic.lind, RecordOf::person(clinic.id_of(clinic.amina)));
  EXPECT_TRUE(only_the_person(own).accepted());
  EXPECT_FALSE(only_the_person(team).accepted());
  EXPECT_TRUE(only_a_professional(team).accepted());
  EXPECT_FALSE(only_a_professional(own).accepted());
}

}  // namespace alongside
