// SPDX-License-Identifier: Apache-2.0
// What an import links, and what it does when the files say little.
#include "service/take_in.h"

#include <gtest/gtest.h>

#include "clinic.h"
#include "record/verify.h"
#include "service/read_record.h"

namespace alongside::service {

TEST(TakeIn, without_sites_and_teams_one_team_serves_everybody) {
  testing::TemporaryFolder folder;
  const StillClock clock({1'000'000});
  SeededRandomness randomness(1);
  record::Store store(folder.path(), record::ClinicKind::own, clock);
  const Service service{store, clock, randomness};
  IncomingClinic clinic;
  clinic.people = {{"Patient/1", "A", "A", std::nullopt, false, ""}};
  clinic.professionals = {{"Practitioner/1", "Dr P"}};
  clinic.visits = {{"Encounter/1", "Patient/1", "Practitioner/1", "", {5}}};
  for (int twice = 0; twice < 2; ++twice) {
    const TakenIn taken = take_in_clinic(service, clinic, {"Our clinic", "Etc/UTC"});
    EXPECT_TRUE(taken.one_team_for_all);
    EXPECT_EQ(taken.people, 1);
  }
  store.database().read([](const sql::Reading& r) {
    EXPECT_EQ(record::sites(r).front().name, "Our clinic");
    EXPECT_TRUE(record::serves(r, {1}, {1}, {1}, {2'000'000}));
    EXPECT_EQ(r.integer("SELECT count(*) FROM visits", {}), 1);
    EXPECT_EQ(r.integer("SELECT count(*) FROM teams", {}), 1);
    return 0;
  });
}

TEST(TakeIn, a_later_import_without_teams_opens_no_record) {
  testing::Clinic clinic;
  IncomingClinic later;
  later.people = {{"Patient/c", "Cleo C", "C", std::nullopt, false, "Organization/n"}};
  later.sites = {{"Organization/n", "Northgate"}};
  later.professionals = {{"Practitioner/h", "Dr Holm"}};
  later.roles = {{"Practitioner/h", "Organization/n", "nurse"}};
  EXPECT_FALSE(take_in_clinic(clinic.service, later, {"Clinic", "Etc/UTC"}).one_team_for_all);
  clinic.service.database().read([&](const sql::Reading& r) {
    const auto cleo = record::person_by_source(r, "Patient/c");
    EXPECT_FALSE(
        record::serves(r, {1}, *clinic.holm.professional, cleo->person, clinic.service.now()));
    return 0;
  });
}

TEST(TakeIn, access_ends_when_a_team_no_longer_names_somebody_or_is_not_active) {
  testing::Clinic clinic;
  const auto serves = [&] {
    return clinic.service.database().read([&](const sql::Reading& r) {
      return record::serves(r, {1}, *clinic.lind.professional, *clinic.amina.person,
                            {clinic.service.now().utc_ms + 1});
    });
  };
  IncomingClinic later;
  later.sites = {{"Organization/n", "Northgate"}};
  later.professionals = {{"Practitioner/l", "Dr Lind"}, {"Practitioner/h", "Dr Holm"}};
  const auto arrives = [&](std::vector<std::string> members, bool active) {
    later.teams = {{"CareTeam/1", "Joints team", "", "Organization/n", std::move(members), active}};
    take_in_clinic(clinic.service, later, {"Clinic", "Etc/UTC"});
  };
  EXPECT_TRUE(serves());
  arrives({"Practitioner/h"}, true);
  EXPECT_FALSE(serves());
  arrives({"Practitioner/l"}, true);
  EXPECT_TRUE(serves());
  arrives({"Practitioner/l"}, false);
  EXPECT_FALSE(serves());
}

TEST(TakeIn, a_part_finds_the_sites_professionals_and_teams_that_came_before) {
  testing::Clinic clinic;
  const auto serves = [&](const service::Caller& who, std::string_view person) {
    return clinic.service.database().read([&](const sql::Reading& r) {
      const auto key = record::person_by_source(r, person);
      return key && key->home == HomeNo{1} &&
             record::serves(r, {1}, *who.professional, key->person,
                            {clinic.service.now().utc_ms + 1});
    });
  };
  IncomingClinic south;
  south.sites = {{"Organization/s", "Southgate"}};
  take_in_clinic(clinic.service, south, {"Clinic", "Etc/UTC"});
  // A person of a site that came earlier, cared for by a team that came earlier.
  IncomingClinic person;
  person.sites = south.sites;
  person.people = {{"Patient/d", "Dag D", "D", std::nullopt, false, "Organization/n"}};
  person.teams = {{"CareTeam/d", "", "Patient/d", "", {"CareTeam/2"}}};
  take_in_clinic(clinic.service, person, {"Clinic", "Etc/UTC"});
  EXPECT_TRUE(serves(clinic.holm, "Patient/d"));
  // A team alone, with professionals that came earlier: nobody loses their people.
  IncomingClinic team;
  team.teams = {
      {"CareTeam/1", "Joints team", "", "Organization/n", {"Practitioner/l", "Practitioner/h"}}};
  take_in_clinic(clinic.service, team, {"Clinic", "Etc/UTC"});
  EXPECT_TRUE(serves(clinic.lind, "Patient/a"));
  EXPECT_TRUE(serves(clinic.holm, "Patient/a"));
}

TEST(TakeIn, every_part_leaves_a_history_that_vouches_for_all_homes) {
  testing::Clinic clinic;
  IncomingClinic south;
  south.sites = {{"Organization/s", "Southgate"}};
  south.people = {{"Patient/c", "Cleo C", "C", std::nullopt, false, "Organization/s"}};
  take_in_clinic(clinic.service, south, {"Clinic", "Etc/UTC"});
  IncomingClinic part;
  part.people = {{"Patient/c", "Cleo C", "C", std::nullopt, false, ""}};
  part.professionals = {{"Practitioner/n", "Dr New"}};
  part.visits = {{"Encounter/9", "Patient/c", "Practitioner/n", "", {5}}};
  part.teams = {{"CareTeam/c", "", "Patient/c", "", {"Practitioner/n"}}};
  take_in_clinic(clinic.service, part, {"Clinic", "Etc/UTC"});
  clinic.service.database().read([](const sql::Reading& reading) {
    for (const auto& finding : record::verify_all(reading).findings) ADD_FAILURE() << finding.what;
    return 0;
  });
}

TEST(TakeIn, a_person_sees_that_their_record_was_brought_in_or_changed) {
  testing::Clinic clinic;
  IncomingClinic later;
  later.people = {{"Patient/a", "Amina Berg-Ek", "Berg-Ek", Day::of(1950, 6, 1), false, ""}};
  const auto entries = [&] {
    return read_history(clinic.service, clinic.amina, OwnEntries::hidden, 0).value().count;
  };
  EXPECT_EQ(entries(), 1);
  take_in_clinic(clinic.service, later, {"Clinic", "Etc/UTC"});
  take_in_clinic(clinic.service, later, {"Clinic", "Etc/UTC"});
  EXPECT_EQ(entries(), 2);
}

}  // namespace alongside::service
