// SPDX-License-Identifier: Apache-2.0
// Who is whom in two systems, who takes on whom, who is signed in from where.
#include "service/launch.h"

#include <gtest/gtest.h>

#include "clinic.h"
#include "foundation/base/secret.h"
#include "service/my_people.h"
#include "service/sign_in.h"

namespace alongside::service {
namespace {

LaunchedPerson amina_there() {
  return {"Patient/a", "Amina Berg", "Berg", Day::of(1950, 6, 1), {}};
}

TEST(Launch, FindsThePersonWhomTheCallersTeamServes) {
  testing::Clinic clinic;
  const auto where = where_launched(clinic.service, clinic.lind, amina_there());
  EXPECT_EQ(where.here, HereAs::served);
  EXPECT_EQ(where.person, clinic.id_of(clinic.amina));
  EXPECT_EQ(where_launched(clinic.service, clinic.holm, amina_there()).here, HereAs::elsewhere);
  EXPECT_EQ(where_launched(clinic.service, clinic.amina, amina_there()).here, HereAs::elsewhere);
}

TEST(Launch, TakesNobodyForSomebodyElse) {
  testing::Clinic clinic;
  LaunchedPerson other = amina_there();
  other.born = Day::of(1951, 6, 1);
  EXPECT_EQ(where_launched(clinic.service, clinic.lind, other).here, HereAs::somebody_else);
  other = amina_there();
  other.family_name = "BERG";
  EXPECT_EQ(where_launched(clinic.service, clinic.lind, other).here, HereAs::served);
  std::vector<IncomingResource> known = {{"Patient",
                                          "a",
                                          "hash",
                                          std::nullopt,
                                          R"({"resourceType":"Patient","id":"a"})",
                                          {{"urn:n", "19"}}}};
  take_in_resources(clinic.service, known, clinic.clock.now());
  other.identifiers = {{"urn:n", "20"}};
  EXPECT_EQ(where_launched(clinic.service, clinic.lind, other).here, HereAs::somebody_else);
  other.identifiers.push_back({"urn:n", "19"});
  EXPECT_EQ(where_launched(clinic.service, clinic.lind, other).here, HereAs::served);
  EXPECT_EQ(where_launched(clinic.service, clinic.lind, {"Patient/x", "", "", {}, {}}).here,
            HereAs::unknown);
  EXPECT_EQ(where_launched(clinic.service, clinic.holm, {"Patient/b", "", "Ek", {}, {}}).here,
            HereAs::somebody_else)
      << "a name alone is nobody";
}

TEST(Launch, ATeamTakesOnOnlyWhomNobodyServes) {
  testing::Clinic clinic;
  const RecordSystem north{"1", "North", "https://north.example/fhir", "us", {}, true, false};
  const Id<Team> joints = my_teams(clinic.service, clinic.lind).value().front().id;
  const Id<Team> hearts = my_teams(clinic.service, clinic.holm).value().front().id;
  EXPECT_FALSE(take_on_launched(clinic.service, clinic.holm, hearts, amina_there(), north));
  clinic.service.database().write([](sql::Writing& writing) {
    record::take_in_person(writing, {1}, {"Patient/w", "Wilma", "W", Day::of(1961, 3, 4)},
                           "01930000-0000-7000-8000-000000000001", "seal");
  });
  const LaunchedPerson wilma{"Patient/w", "Wilma", "W", Day::of(1961, 3, 4), {}};
  EXPECT_FALSE(take_on_launched(clinic.service, clinic.lind, hearts, wilma, north))
      << "not a team of theirs";
  EXPECT_TRUE(take_on_launched(clinic.service, clinic.lind, joints, wilma, north));
  EXPECT_EQ(where_launched(clinic.service, clinic.lind, wilma).here, HereAs::served);
  EXPECT_FALSE(take_on_launched(clinic.service, clinic.holm, hearts, wilma, north))
      << "the joints team serves her now";
}

TEST(Launch, AProfessionalIsSignedInFromWhereTheyLinked) {
  testing::Clinic clinic;
  const std::string identity = sha256("north dr-1");
  const std::string word = "four words you like";
  clinic.service.database().write([&](sql::Writing& writing) {
    for (const Caller* one : {&clinic.lind, &clinic.holm, &clinic.amina})
      record::add_login(writing, one->name, {1}, {one->user_no}, password_hash(word),
                        record::LoginKind::real);
  });
  EXPECT_FALSE(sign_in_from_outside(clinic.service, identity).has_value());
  EXPECT_FALSE(link_outside_identity(clinic.service, clinic.amina, identity, word));
  Caller admin = clinic.lind;
  admin.administrator = true;
  EXPECT_FALSE(link_outside_identity(clinic.service, admin, identity, word));
  EXPECT_FALSE(link_outside_identity(clinic.service, clinic.lind, "", word));
  EXPECT_FALSE(link_outside_identity(clinic.service, clinic.lind, identity, "guessed"));
  ASSERT_TRUE(link_outside_identity(clinic.service, clinic.lind, identity, word));
  EXPECT_EQ(link_outside_identity(clinic.service, clinic.holm, identity, word).refusal().key(),
            "launch.linked_to_another");
  EXPECT_TRUE(is_linked(clinic.service, clinic.lind, identity));
  const auto cookie = sign_in_from_outside(clinic.service, identity);
  ASSERT_TRUE(cookie.has_value());
  EXPECT_EQ(signed_in(clinic.service, *cookie)->caller.name, "Dr Lind");
  EXPECT_FALSE(sign_in_from_outside(clinic.service, sha256("north dr-2")).has_value());
  EXPECT_FALSE(sign_in_from_outside(clinic.service, "").has_value());
}

TEST(Launch, WhatIsSentStandsInThePersonsHistory) {
  testing::Clinic clinic;
  const RecordSystem north{"1", "North", "https://north.example/fhir", "us", {}, true, false};
  const Id<Person> amina = clinic.id_of(clinic.amina);
  EXPECT_FALSE(what_to_send(clinic.service, clinic.holm, amina, north));
  EXPECT_TRUE(what_to_send(clinic.service, clinic.lind, amina, north));
}

}  // namespace
}  // namespace alongside::service
