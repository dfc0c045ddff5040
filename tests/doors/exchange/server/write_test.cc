// SPDX-License-Identifier: Apache-2.0
// What may be written, under which conditions, and what it links.
#include "doors/exchange/server/write.h"

#include "doors/exchange/server/served.h"
#include "service/erase_record.h"
#include "service/read_record.h"
#include "service/show_own.h"

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

TEST_F(FhirWrite, a_program_for_one_person_cannot_slip_in_as_somebody_else) {
  put("Practitioner/dr", R"({"resourceType":"Practitioner","id":"dr"})");
  as(key_for("patient/*.cruds", "a"));
  const std::string own =
      R"(,"extension":[{"url":"http://x.example","valueReference":{"reference":"Patient/a"}}])";
  EXPECT_EQ(
      post(
          "Goal",
          R"({"resourceType":"Goal","lifecycleStatus":"active","description":{"text":"x"},)"
          R"("subject":{"reference":"Patient/b","extension":[{"url":"http://x.example","valueReference":{"reference":"Patient/a"}}]}})")
          .status,
      404);
  EXPECT_EQ(
      post(
          "Goal",
          R"({"resourceType":"Goal","lifecycleStatus":"active","description":{"text":"x"},)"
          R"("subject":{"reference":"\u0050atient/b"},"note":[{"authorReference":{"reference":"Patient/a"},"text":"x"}]})")
          .status,
      404);
  EXPECT_EQ(post("Practitioner", R"({"resourceType":"Practitioner")" + own + "}").status, 404);
  EXPECT_EQ(
      put("Practitioner/dr", R"({"resourceType":"Practitioner","id":"dr")" + own + "}").status,
      404);
  ask(http::Method::remove, "Practitioner/dr");
  as(everything());
  EXPECT_EQ(get("Practitioner/dr").status, 200);
}

TEST_F(FhirWrite, conditions_ask_for_the_right_to_seek_and_answers_for_that_to_read) {
  as(key_for("system/Patient.c"));
  const std::map<std::string, std::string> unless = {{"if-none-exist", "identifier=urn:h|19"}};
  EXPECT_EQ(post("Patient", R"({"resourceType":"Patient"})", unless).status, 403);
  as(key_for("system/Patient.cs"));
  const auto there = post("Patient", R"({"resourceType":"Patient"})", unless);
  EXPECT_EQ(there.status, 200);
  EXPECT_TRUE(there.body.empty());
}

TEST_F(FhirWrite, deleting_one_lets_what_waits_wait_on) {
  const std::string said = goal("w", "late", R"(,"expressedBy":{"reference":"Patient/late"})");
  put("Goal/w", said);
  put("Goal/g", goal("g", "a"));
  ask(http::Method::remove, "Goal/g");
  put("Patient/late",
      R"({"resourceType":"Patient","id":"late","name":[{"text":"Late"}],"managingOrganization":{"reference":"Organization/n"}})");
  const auto person = service::person_named(clinic.service, "Patient/late");
  ASSERT_TRUE(person);
  const auto all = service::everything_to_show(clinic.service, *person);
  EXPECT_EQ(all->record.aims.size(), 1U);
}

TEST_F(FhirWrite, what_another_system_said_before_does_not_undo_what_was_written_here) {
  put("Goal/g", goal("g", "a"));
  std::vector<service::IncomingResource> old = {
      {"Goal", "g", "other", Instant{1000}, goal("g", "a", R"(,"startDate":"2001-01-01")")}};
  EXPECT_EQ(service::take_in_resources(clinic.service, old, clinic.service.now()).front(),
            service::Arrival::stale);
  EXPECT_EQ(put("Goal/g", goal("g", "a"), {{"if-match", "*"}}).status, 200);
}

}  // namespace alongside::exchange
