// SPDX-License-Identifier: Apache-2.0
// FHIR's words for people and places become ours.
#include "doors/exchange/clinic.h"

#include <gtest/gtest.h>

namespace alongside::exchange {

TEST(ClinicCollector, reads_people_places_teams_and_visits_in_any_order) {
  ClinicCollector collector;
  ResourceReader reader;
  for (
      const char* line :
      {R"({"resourceType":"CareTeam","id":"t","name":"Joints","managingOrganization":[{"reference":"Organization/o"}],"participant":[{"member":{"reference":"PractitionerRole/r"}}]})",
       R"({"resourceType":"Patient","id":"p","name":[{"family":"Old","given":["X"]},{"use":"official","family":"Berg","given":["Amina","M"]}],"birthDate":"1950","deceasedBoolean":true})",
       R"({"resourceType":"PractitionerRole","id":"r","practitioner":{"reference":"Practitioner/d"},"organization":{"reference":"Organization/o"},"code":[{"text":"nurse"}]})",
       R"({"resourceType":"Practitioner","id":"d","name":[{"text":"Dr Lind"}]})",
       R"({"resourceType":"Organization","id":"o","name":"North"})",
       R"({"resourceType":"Organization","id":"no-place","name":"Insurer"})",
       R"({"resourceType":"Location","id":"l","managingOrganization":{"reference":"Organization/o"}})",
       R"({"resourceType":"Encounter","id":"e","status":"finished","class":{"code":"AMB"},"subject":{"reference":"Patient/p"},"period":{"start":"2026-01-01T10:00:00+01:00"}})",
       R"({"resourceType":"Encounter","id":"f","status":"cancelled","class":{"code":"AMB"},"subject":{"reference":"Patient/p"},"period":{"start":"2026-01-01T10:00:00+01:00"}})"}) {
    ASSERT_TRUE(reader.read(line).empty()) << line;
    collector.take(reader);
  }
  const auto clinic = std::move(collector).collected();
  ASSERT_EQ(clinic.people.size(), 1U);
  EXPECT_EQ(clinic.people[0].name, "Amina M Berg");
  EXPECT_TRUE(clinic.people[0].gone);
  EXPECT_FALSE(clinic.people[0].born);
  ASSERT_EQ(clinic.sites.size(), 1U);
  EXPECT_EQ(clinic.sites[0].name, "North");
  EXPECT_EQ(clinic.teams[0].members, (std::vector<std::string>{"Practitioner/d"}));
  EXPECT_EQ(clinic.roles[0].role, "nurse");
  ASSERT_EQ(clinic.visits.size(), 1U);
  EXPECT_EQ(clinic.visits[0].mode, VisitMode::in_the_room);
}

}  // namespace alongside::exchange
