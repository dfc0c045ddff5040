// SPDX-License-Identifier: Apache-2.0
// All or nothing; entries know each other before they have an id.
#include "doors/exchange/server/transaction.h"

#include "doors/exchange/server/served.h"

namespace alongside::exchange {
namespace {

std::string bundle(const std::string& type, const std::vector<std::string>& entries) {
  std::string json = R"({"resourceType":"Bundle","type":")" + type + R"(","entry":[)";
  for (std::size_t i = 0; i < entries.size(); ++i) json += (i == 0 ? "" : ",") + entries[i];
  return json + "]}";
}
std::string entry(const std::string& method, const std::string& url,
                  const std::string& resource = {}, const std::string& full_url = {},
                  const std::string& more = {}) {
  std::string json = "{";
  if (!full_url.empty()) json += R"("fullUrl":")" + full_url + "\",";
  if (!resource.empty()) json += R"("resource":)" + resource + ",";
  return json + R"("request":{"method":")" + method + R"(","url":")" + url + "\"" + more + "}}";
}

constexpr std::string_view plan_of =
    R"({"resourceType":"CarePlan","status":"active","intent":"plan","subject":{"reference":"Patient/a"},"goal":[{"reference":"urn:uuid:11111111-1111-4111-8111-111111111111"}]})";

}  // namespace

using FhirTransaction = Served;

TEST_F(FhirTransaction, resolves_what_entries_call_each_other) {
  const auto done =
      post("", bundle("transaction", {entry("POST", "CarePlan", std::string(plan_of)),
                                      entry("POST", "Goal", goal("x", "a"),
                                            "urn:uuid:11111111-1111-4111-8111-111111111111"),
                                      entry("GET", "Goal?patient=a")}));
  ASSERT_EQ(done.status, 200) << done.body;
  const JsonValue answer = read(done);
  EXPECT_EQ(text(answer, "/type"), "transaction-response");
  EXPECT_EQ(text(answer, "/entry/0/response/status"), "201");
  EXPECT_EQ(text(answer, "/entry/2/resource/total"), "1") << "reading comes after writing";
  const std::string made = text(answer, "/entry/1/response/location");
  EXPECT_EQ(text(answer, "/entry/0/resource/goal/0/reference") + "/_history/1", made);
  EXPECT_EQ(text(answer, "/entry/1/response/etag"), "W/\"1\"");
}

TEST_F(FhirTransaction, keeps_all_or_nothing) {
  const auto refused = post(
      "",
      bundle("transaction", {entry("PUT", "Goal/one", goal("one", "a")),
                             entry("PUT", "Goal/two", R"({"resourceType":"Goal","id":"two"})")}));
  EXPECT_EQ(refused.status, 422);
  EXPECT_NE(refused.body.find("Bundle.entry[1]"), std::string::npos);
  EXPECT_EQ(get("Goal/one").status, 404);
  EXPECT_EQ(count(clinic.amina, "change_by_program"), 1) << "only the clinic's own beginning";
}

TEST_F(FhirTransaction, a_batch_answers_each_by_itself) {
  const auto done =
      post("", bundle("batch", {entry("PUT", "Goal/one", goal("one", "a")),
                                entry("PUT", "Goal/two", R"({"resourceType":"Goal","id":"two"})"),
                                entry("GET", "Goal/none"), entry("DELETE", "Goal/none")}));
  const JsonValue answer = read(done);
  EXPECT_EQ(text(answer, "/type"), "batch-response");
  EXPECT_EQ(text(answer, "/entry/0/response/status"), "201");
  EXPECT_EQ(text(answer, "/entry/1/response/status"), "422");
  EXPECT_EQ(text(answer, "/entry/1/response/outcome/resourceType"), "OperationOutcome");
  EXPECT_EQ(text(answer, "/entry/2/response/status"), "404");
  EXPECT_EQ(text(answer, "/entry/3/response/status"), "204");
  EXPECT_EQ(get("Goal/one").status, 200);
}

TEST_F(FhirTransaction, makes_what_is_not_there_and_refers_to_what_is) {
  const std::string organisation =
      R"({"resourceType":"Organization","name":"N","identifier":[{"system":"urn:o","value":"1"}]})";
  const auto send = [&] {
    return read(post(
        "",
        bundle(
            "transaction",
            {entry("POST", "Organization", organisation,
                   "urn:uuid:22222222-2222-4222-8222-222222222222",
                   R"(,"ifNoneExist":"identifier=urn:o|1")"),
             entry(
                 "POST", "Location",
                 R"({"resourceType":"Location","managingOrganization":{"reference":"urn:uuid:22222222-2222-4222-8222-222222222222"}})"),
             entry(
                 "POST", "Observation",
                 R"({"resourceType":"Observation","status":"final","code":{"text":"x"},"subject":{"reference":"Patient?identifier=urn:h|19"}})")})));
  };
  const JsonValue first = send();
  const JsonValue second = send();
  EXPECT_EQ(text(first, "/entry/0/response/status"), "201");
  EXPECT_EQ(text(second, "/entry/0/response/status"), "200");
  EXPECT_EQ(text(first, "/entry/1/resource/managingOrganization/reference"),
            text(second, "/entry/1/resource/managingOrganization/reference"));
  EXPECT_EQ(text(first, "/entry/2/resource/subject/reference"), "Patient/a");
  EXPECT_EQ(
      post(
          "",
          bundle(
              "transaction",
              {entry(
                  "POST", "Observation",
                  R"({"resourceType":"Observation","status":"final","code":{"text":"x"},"subject":{"reference":"Patient?identifier=none|1"}})")}))
          .status,
      400);
}

TEST_F(FhirTransaction, refuses_what_is_no_bundle_to_carry_out) {
  EXPECT_EQ(post("", "[]").status, 400);
  EXPECT_EQ(post("", goal("g", "a")).status, 400);
  EXPECT_EQ(post("", bundle("searchset", {})).status, 400);
  EXPECT_EQ(post("", bundle("transaction", {R"({"resource":{}})"})).status, 400);
  EXPECT_EQ(post("", bundle("transaction",
                            {entry("PUT", "Goal/g", goal("g", "a")), entry("DELETE", "Goal/g")}))
                .status,
            400);
  EXPECT_EQ(post("", bundle("transaction", {})).status, 200);
}

TEST_F(FhirTransaction, holds_no_other_bundle) {
  const std::string inner = bundle("batch", {entry("PUT", "Goal/one", goal("one", "a"))});
  for (const char* url : {"?", "/", "?_format=json"})
    EXPECT_EQ(post("", bundle("transaction", {entry("POST", url, inner)})).status, 400) << url;
  EXPECT_EQ(get("Goal/one").status, 404);
}

TEST_F(FhirTransaction, leaves_an_identifier_that_looks_like_an_entry) {
  const auto done = read(post(
      "",
      bundle(
          "transaction",
          {entry(
              "POST", "Goal",
              goal("x", "a",
                   R"(,"identifier":[{"value":"urn:uuid:33333333-3333-4333-8333-333333333333"}])"),
              "urn:uuid:33333333-3333-4333-8333-333333333333")})));
  EXPECT_EQ(text(done, "/entry/0/resource/identifier/0/value"),
            "urn:uuid:33333333-3333-4333-8333-333333333333");
}

TEST_F(FhirTransaction, of_looks_alone_is_accounted_for) {
  const std::int64_t before = count(clinic.bo, "look_by_program");
  post("", bundle("transaction", {entry("GET", "Patient/b")}));
  EXPECT_EQ(count(clinic.bo, "look_by_program"), before + 1);
}

TEST_F(FhirTransaction, asks_the_key_for_each_entry) {
  as(key_for("system/Goal.cruds"));
  EXPECT_EQ(
      post("", bundle("transaction", {entry("POST", "CarePlan", std::string(plan_of))})).status,
      403);
  EXPECT_EQ(text(read(post("", bundle("batch", {entry("GET", "Patient/a")}))),
                 "/entry/0/response/status"),
            "403");
}

}  // namespace alongside::exchange
