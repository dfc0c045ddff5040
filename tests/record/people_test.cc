// SPDX-License-Identifier: Apache-2.0
// People, teams and lists.
#include "record/people.h"

#include <gtest/gtest.h>

#include "clinic.h"

namespace alongside::record {

TEST(People, a_list_holds_only_those_whom_the_teams_serve) {
  testing::Clinic clinic;
  const OwnPeopleAccess own = Permission::to_own_people(clinic.lind).value();
  clinic.service.database().read([&](const sql::Reading& reading) {
    const auto listed = people_of(reading, own, "", 0);
    EXPECT_EQ(listed.size(), 1U);
    EXPECT_EQ(listed.front().person.name.disclose(), "Amina Berg");
    EXPECT_EQ(count_people_of(reading, own, "berg"), 1);
    EXPECT_EQ(count_people_of(reading, own, "%"), 0);
    EXPECT_EQ(teams_of(reading, own, clinic.service.now()).size(), 1U);
    return 0;
  });
}

TEST(People, a_visit_is_held_and_found) {
  testing::Clinic clinic;
  const PersonAccess access = clinic.access(clinic.amina);
  clinic.service.database().write(
      [&](sql::Writing& w) { hold_visit(w, access, *clinic.lind.professional, {5000}); });
  clinic.service.database().read([&](const sql::Reading& r) {
    EXPECT_EQ(last_visit(r, access), Instant{5000});
    EXPECT_EQ(care_team(r, access).front().name, "Dr Lind");
    return 0;
  });
}

TEST(People, taken_in_twice_are_there_once) {
  testing::Clinic clinic;
  clinic.service.database().write([&](sql::Writing& w) {
    const auto first = take_in_person(w, {1}, {"Patient/z", "Zoe Z", "Z", std::nullopt, false},
                                      uuid_v7({1}, clinic.randomness), "seal");
    const auto again = take_in_person(w, {1}, {"Patient/z", "Zoe Q", "Q", std::nullopt, true},
                                      uuid_v7({2}, clinic.randomness), "seal");
    EXPECT_EQ(first.number, again.number);
    EXPECT_TRUE(first.changed && again.changed);
    EXPECT_EQ(person_by_source(w, "Patient/z")->person, first.number);
  });
}

}  // namespace alongside::record
