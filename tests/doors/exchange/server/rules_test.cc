// SPDX-License-Identifier: Apache-2.0
// Only the person judges; an agreement has two sides; what is for the person alone stays so.
#include "doors/exchange/server/rules.h"

#include "doors/exchange/server/served.h"

namespace alongside::exchange {

using FhirRules = Served;

constexpr std::string_view achieved =
    R"(,"achievementStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/goal-achievement","code":"achieved"}]})";

TEST_F(FhirRules, only_the_person_says_that_their_aim_is_attained) {
  const std::string spoken = R"(,"expressedBy":{"reference":"Patient/a"})";
  EXPECT_EQ(put("Goal/aim", goal("aim", "a", spoken)).status, 201);
  const auto refused = put("Goal/aim", goal("aim", "a", spoken + std::string(achieved)));
  EXPECT_EQ(refused.status, 422);
  EXPECT_EQ(code(refused), "business-rule");
  EXPECT_NE(refused.body.find("107333-7"), std::string::npos);
  put("Goal/later", goal("later", "a", std::string(achieved)));
  EXPECT_EQ(put("Goal/later", goal("later", "a", spoken + std::string(achieved))).status, 422)
      << "a judgement of before it was an aim is nobody's";
  EXPECT_EQ(put("Goal/clinical", goal("clinical", "a", std::string(achieved))).status, 201)
      << "a goal of the hospital's own is no aim";
  as(key_for("patient/*.cruds", "a"));
  EXPECT_EQ(put("Goal/aim", goal("aim", "a", spoken + std::string(achieved))).status, 200);
  as(everything());
  EXPECT_EQ(
      put("Goal/aim", goal("aim", "a", spoken + std::string(achieved) + R"(,"startDate":"2026")"))
          .status,
      200)
      << "what the person said may go along unchanged";
}

TEST_F(FhirRules, an_agreement_of_ours_names_both_sides) {
  const auto plan = [](const std::string& who) {
    return R"({"resourceType":"CarePlan","id":"p","status":"active","intent":"plan","subject":{"reference":"Patient/a"},)"
           R"("meta":{"tag":[{"system":"https://alongside.example/fhir/CodeSystem/concept","code":"agreement"}]},)" +
           who + "}";
  };
  EXPECT_EQ(put("CarePlan/p", plan(R"("author":{"reference":"Practitioner/l"})")).status, 422);
  EXPECT_EQ(put("CarePlan/p", plan(R"("author":{"reference":"Patient/a"})")).status, 422);
  EXPECT_EQ(
      put("CarePlan/p",
          plan(
              R"("author":{"reference":"Patient/a"},"contributor":[{"reference":"Practitioner/l"}])"))
          .status,
      201);
  EXPECT_EQ(
      put("CarePlan/q", R"({"resourceType":"CarePlan","id":"q","status":"active","intent":"plan",)"
                        R"("subject":{"reference":"Patient/a"}})")
          .status,
      201)
      << "a plan of the hospital's is kept";
}

TEST_F(FhirRules, what_is_for_the_person_alone_only_their_own_key_shows) {
  const std::string secret =
      R"({"resourceType":"Basic","id":"r","meta":{"security":[{"system":"http://terminology.hl7.org/CodeSystem/v3-Confidentiality","code":"R"}]},)"
      R"("code":{"text":"x"},"subject":{"reference":"Patient/a"}})";
  EXPECT_EQ(put("Basic/r", secret).status, 201);
  EXPECT_EQ(get("Basic/r").status, 404);
  EXPECT_EQ(get("Basic/r/_history").status, 404);
  EXPECT_EQ(text(read(get("Basic")), "/total"), "0");
  EXPECT_EQ(get("Patient/a/$everything").body.find("Basic"), std::string::npos);
  EXPECT_EQ(
      put("Basic/r",
          R"({"resourceType":"Basic","id":"r","code":{"text":"x"},"subject":{"reference":"Patient/a"}})")
          .status,
      404);
  as(key_for("system/*.cruds", "a"));
  EXPECT_EQ(get("Basic/r").status, 404) << "a system that looks at one person is not the person";
  as(key_for("patient/*.rs", "a"));
  EXPECT_EQ(get("Basic/r").status, 200);
  as(key_for("patient/*.rs", "b"));
  EXPECT_EQ(get("Basic/r").status, 404);
}

}  // namespace alongside::exchange
