// SPDX-License-Identifier: Apache-2.0
// Every page is turned; what may not be read is said.
#include "doors/exchange/client/shown_there.h"

#include <gtest/gtest.h>

#include "doors/exchange/client/fake_system.h"

namespace alongside::exchange {
namespace {

std::string line_of(const std::string& json) {
  JsonReader reader;
  auto read = reader.read(json, 20);
  return in_a_line(std::get<JsonValue>(read));
}

TEST(InALine, SaysAResourceInAFewWords) {
  EXPECT_EQ(line_of(R"({"resourceType":"Goal","description":{"text":" Walk\nto the market "}})"),
            "Walk to the market");
  EXPECT_EQ(
      line_of(
          R"({"resourceType":"Condition","code":{"coding":[{"code":"44054006","display":"Diabetes"}]}})"),
      "Diabetes");
  EXPECT_EQ(
      line_of(
          R"({"resourceType":"Observation","code":{"text":"HbA1c"},"valueQuantity":{"value":6.10,"unit":"%"}})"),
      "HbA1c: 6.10 %");
  EXPECT_EQ(
      line_of(
          R"({"resourceType":"Observation","code":{"text":"Smokes"},"valueCodeableConcept":{"text":"no"}})"),
      "Smokes: no");
  EXPECT_EQ(
      line_of(
          R"({"resourceType":"RelatedPerson","name":[{"given":["Eva"],"family":"Ek"}],"relationship":[{"text":"sister"}]})"),
      "Eva Ek (sister)");
  EXPECT_EQ(line_of(R"({"resourceType":"CarePlan","category":[{"text":"Asthma"}]})"), "Asthma");
  EXPECT_EQ(line_of(R"({"resourceType":"Encounter"})"), "");
}

TEST(ReadThere, TurnsEveryPageAndSaysWhatItMayNotRead) {
  testing::Clinic clinic;
  FakeSystem other(clinic.clock);
  SmartKey key{"open", "w", "patient/*.rs", "", {}};
  const auto read = read_there(client_for(other.named()), other.base(), key);
  ASSERT_TRUE(read.accepted());
  EXPECT_EQ(read.value().person.reference, "Patient/w");
  EXPECT_EQ(read.value().person.name, "Wilma Åkesson");
  EXPECT_EQ(read.value().person.born, Day::of(1961, 3, 4));
  EXPECT_EQ(read.value().resources.size(), 3u);
  for (const service::ShownThere& one : read.value().shown) {
    EXPECT_EQ(one.count, one.type == "Goal" ? 2 : 0) << one.type;
    EXPECT_EQ(one.read, one.type != "CareTeam") << one.type;
  }
  key.patient = "x";
  EXPECT_FALSE(read_there(client_for(other.named()), other.base(), key).accepted());
  key = {"shut", "w", "", "", {}};
  EXPECT_FALSE(read_there(client_for(other.named()), other.base(), key).accepted());
}

}  // namespace
}  // namespace alongside::exchange
