// SPDX-License-Identifier: Apache-2.0
// Who comes in, what they bring and take, and what stands about it in the history.
#include "doors/exchange/server/door.h"

#include "doors/exchange/server/served.h"

namespace alongside::exchange {

using FhirDoorTest = Served;

TEST_F(FhirDoorTest, lets_nobody_in_without_a_key_that_holds) {
  as("");
  const auto refused = get("Patient/a");
  EXPECT_EQ(refused.status, 401);
  EXPECT_NE(refused.header("WWW-Authenticate").find("Bearer"), std::string_view::npos);
  as("made-up");
  EXPECT_EQ(get("Patient/a").status, 401);
  EXPECT_EQ(get("metadata").status, 200);
  as(everything());
  EXPECT_EQ(get("Patient/a").status, 200);
  clinic.clock.move_to({clinic.clock.now().utc_ms + 61 * ms_a_minute});
  EXPECT_EQ(get("Patient/a").status, 401);
}

TEST_F(FhirDoorTest, keeps_to_the_scope_of_the_key) {
  as(key_for("system/Goal.r"));
  EXPECT_EQ(get("Goal/none").status, 404);
  EXPECT_EQ(get("Goal").status, 403) << "reading is not searching";
  EXPECT_EQ(get("Patient/a").status, 403);
  EXPECT_EQ(put("Goal/g", goal("g", "a")).status, 403);
  EXPECT_EQ(code(get("Patient/a")), "forbidden");
}

TEST_F(FhirDoorTest, answers_in_json_and_takes_json) {
  EXPECT_EQ(get("Patient/a", {{"accept", "text/turtle"}}).status, 406);
  EXPECT_EQ(get("Patient/a", {{"accept", "application/fhir+xml"}}).status, 406);
  EXPECT_EQ(get("Patient/a?_format=xml").status, 406);
  EXPECT_EQ(get("Patient/a?_format=json", {{"accept", "text/html"}}).status, 200);
  EXPECT_EQ(post("Goal", goal("g", "a"), {{"content-type", "text/plain"}}).status, 415);
  EXPECT_EQ(post("Goal", goal("g", "a"), {{"content-type", "application/json"}}).status, 201);
}

TEST_F(FhirDoorTest, says_version_time_and_place) {
  const auto made = post("Goal", goal("mine", "a"));
  EXPECT_EQ(made.status, 201);
  EXPECT_EQ(made.header("ETag"), "W/\"1\"");
  EXPECT_EQ(made.header("Last-Modified"), "Tue, 24 Nov 2026 09:00:00 GMT");
  EXPECT_TRUE(made.header("Location").starts_with("https://clinic.example/fhir/Goal/"));
  EXPECT_TRUE(made.header("Location").ends_with("/_history/1"));
  EXPECT_TRUE(post("Goal", goal("x", "a"), {{"prefer", "return=minimal"}}).body.empty());
  EXPECT_EQ(text(read(post("Goal", goal("x", "a"), {{"prefer", "return=OperationOutcome"}})),
                 "/resourceType"),
            "OperationOutcome");
}

TEST_F(FhirDoorTest, accounts_for_a_program_once_an_hour) {
  const std::int64_t before = count(clinic.amina, "look_by_program");
  get("Patient/a");
  get("Patient/a");
  get("Patient?name=berg");
  EXPECT_EQ(count(clinic.amina, "look_by_program"), before + 1);
  clinic.clock.move_to({clinic.clock.now().utc_ms + 59 * ms_a_minute});
  as(key_for("system/*.rs"));
  get("Patient/a");
  EXPECT_EQ(count(clinic.amina, "look_by_program"), before + 2);
  EXPECT_EQ(count(clinic.bo, "look_by_program"), 0);
  const std::int64_t changes = count(clinic.bo, "change_by_program");
  put("Goal/g", goal("g", "b"));
  EXPECT_EQ(count(clinic.bo, "change_by_program"), changes) << "the key may only look";
  EXPECT_GT(count(clinic.amina, "change_by_program"), 0);
}

TEST_F(FhirDoorTest, tells_the_log_no_more_than_the_route) {
  get("Patient?name=Amina");
  put("Goal/secret-id", R"({"resourceType":"Goal","id":"secret-id","note":"Amina"})");
  std::string written(20'000, ' ');
  std::rewind(log_file);
  written.resize(std::fread(written.data(), 1, written.size(), log_file));
  EXPECT_EQ(written.find("Amina"), std::string::npos);
  EXPECT_EQ(written.find("secret-id"), std::string::npos);
  EXPECT_NE(written.find("/fhir/{type}"), std::string::npos);
}

}  // namespace alongside::exchange
