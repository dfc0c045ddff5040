// SPDX-License-Identifier: Apache-2.0
// What may be written, under which conditions, and what it links.
#include "doors/exchange/server/write.h"

#include "doors/exchange/server/served.h"
#include "service/read_record.h"

namespace alongside::exchange {

using FhirWrite = Served;

TEST_F(FhirWrite, gives_a_new_resource_an_id_of_its_own) {
  const JsonValue made = read(post("Goal", goal("client-says", "a")));
  EXPECT_NE(text(made, "/id"), "client-says");
  EXPECT_EQ(get("Goal/client-says").status, 404);
  EXPECT_EQ(get("Goal/" + text(made, "/id")).status, 200);
}

TEST_F(FhirWrite, makes_no_version_of_the_same_content) {
  EXPECT_EQ(put("Goal/g", goal("g", "a")).status, 201);
  const auto again =
      put("Goal/g", R"({"id":"g","subject":{"reference":"Patient/a"},"lifecycleStatus":"active",)"
                    R"("description":{"text":"Walk to the lake"},"resourceType":"Goal"})");
  EXPECT_EQ(again.status, 200);
  EXPECT_EQ(again.header("ETag"), "W/\"1\"");
  EXPECT_EQ(put("Goal/g", goal("g", "a", R"(,"startDate":"2026")")).header("ETag"), "W/\"2\"");
}

TEST_F(FhirWrite, keeps_two_who_change_at_once_apart) {
  put("Goal/g", goal("g", "a"));
  EXPECT_EQ(
      put("Goal/g", goal("g", "a", R"(,"startDate":"2026")"), {{"if-match", "W/\"1\""}}).status,
      200);
  const auto stale =
      put("Goal/g", goal("g", "a", R"(,"startDate":"2025")"), {{"if-match", "W/\"1\""}});
  EXPECT_EQ(stale.status, 412);
  EXPECT_EQ(code(stale), "conflict");
  EXPECT_EQ(text(read(get("Goal/g")), "/startDate"), "2026");
  EXPECT_EQ(put("Goal/new", goal("new", "a"), {{"if-match", "W/\"1\""}}).status, 412);
  EXPECT_EQ(ask(http::Method::remove, "Goal/g", {}, {{"if-match", "W/\"1\""}}).status, 412);
}

TEST_F(FhirWrite, makes_one_only_where_there_is_none) {
  const std::string person =
      R"({"resourceType":"Patient","identifier":[{"system":"urn:h","value":"77"}]})";
  const std::map<std::string, std::string> unless = {{"if-none-exist", "identifier=urn:h|77"}};
  EXPECT_EQ(post("Patient", person, unless).status, 201);
  EXPECT_EQ(post("Patient", person, unless).status, 200);
  post("Patient", person);
  const auto several = post("Patient", person, unless);
  EXPECT_EQ(several.status, 412);
  EXPECT_EQ(code(several), "multiple-matches");
  EXPECT_EQ(post("Patient", person, {{"if-none-exist", "shoe=1"}}).status, 412);
}

TEST_F(FhirWrite, changes_and_deletes_what_answers_criteria) {
  const std::string one =
      R"({"resourceType":"Organization","name":"One","identifier":[{"system":"urn:h","value":"1"}]})";
  EXPECT_EQ(put("Organization?identifier=urn:h|1", one).status, 201);
  const std::string other =
      R"({"resourceType":"Organization","name":"Other","identifier":[{"system":"urn:h","value":"1"}]})";
  EXPECT_EQ(put("Organization?identifier=urn:h|1", other).status, 200);
  EXPECT_EQ(text(read(get("Organization?identifier=urn:h|1")), "/entry/0/resource/name"), "Other");
  post("Organization", one);
  EXPECT_EQ(put("Organization?identifier=urn:h|1", other).status, 412);
  EXPECT_EQ(ask(http::Method::remove, "Organization?identifier=urn:h|1").status, 412);
  EXPECT_EQ(ask(http::Method::remove, "Organization?identifier=urn:h|2").status, 204);
  EXPECT_EQ(ask(http::Method::remove, "Organization?name=Other").status, 204);
  EXPECT_EQ(text(read(get("Organization?name=Other")), "/total"), "0");
}

TEST_F(FhirWrite, names_each_fault_and_keeps_nothing) {
  const auto refused =
      put("Goal/g", R"({"resourceType":"Goal","id":"g","mood":1,"startDate":"2026-02-30"})");
  EXPECT_EQ(refused.status, 422);
  EXPECT_GE(read(refused).member("issue")->items.size(), 4U);
  EXPECT_EQ(refused.body.find("2026-02-30"), std::string::npos);
  EXPECT_EQ(put("Goal/g", "{").status, 400);
  EXPECT_EQ(put("Goal/g", goal("h", "a")).status, 400);
  EXPECT_EQ(put("Goal/g", R"({"resourceType":"Patient","id":"g"})").status, 400);
  EXPECT_EQ(put("Goal/a_b", goal("a_b", "a")).status, 400);
  EXPECT_EQ(post("Goal", "no json").status, 400);
  EXPECT_EQ(get("Goal/g").status, 404);
  EXPECT_EQ(ask(http::Method::patch, "Goal/g", "[]").status, 501);
}

TEST_F(FhirWrite, what_a_person_said_becomes_their_aim_and_goes_with_it) {
  const std::string said =
      goal("g", "a", R"(,"expressedBy":{"reference":"Patient/a"},"startDate":"2026-11-01")");
  put("Goal/g", said);
  const auto held = [&] {
    return service::read_record(clinic.service, clinic.amina, RecordOf::own(), "me")
        .value()
        .held_aims()
        .size();
  };
  EXPECT_EQ(held(), 1U);
  ask(http::Method::remove, "Goal/g");
  EXPECT_EQ(held(), 0U);
}

TEST_F(FhirWrite, a_program_for_one_person_writes_about_that_person_alone) {
  put("Goal/g", goal("g", "a"));
  put("Goal/h", goal("h", "b"));
  as(key_for("patient/*.cruds", "a"));
  EXPECT_EQ(put("Goal/g", goal("g", "a", R"(,"startDate":"2026")")).status, 200);
  EXPECT_EQ(put("Goal/g", goal("g", "b")).status, 404);
  EXPECT_EQ(put("Goal/h", goal("h", "a")).status, 404);
  EXPECT_EQ(put("Goal/none", goal("none", "a")).status, 404);
  EXPECT_EQ(post("Goal", goal("x", "b")).status, 404);
  EXPECT_EQ(post("Goal", goal("x", "a")).status, 201);
  EXPECT_EQ(ask(http::Method::remove, "Goal/h").status, 204);
  as(everything());
  EXPECT_EQ(get("Goal/h").status, 200);
}

}  // namespace alongside::exchange
