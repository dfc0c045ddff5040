// SPDX-License-Identifier: Apache-2.0
// What an import links, and what it does when the files say little.
#include "service/take_in.h"

#include <gtest/gtest.h>

#include "clinic.h"

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

}  // namespace alongside::service
