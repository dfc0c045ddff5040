// SPDX-License-Identifier: Apache-2.0
// Asked for now, fetched later, by the same key and nobody else.
#include "doors/exchange/server/bulk_export.h"

#include <thread>

#include "doors/exchange/server/served.h"
#include "foundation/base/text.h"

namespace alongside::exchange {
namespace {

class FhirBulkExport : public Served {
 protected:
  static constexpr const char* base = "https://clinic.example/fhir/";

  http::Response begin(const std::string& target) {
    return get(target, {{"prefer", "respond-async"}});
  }
  std::string status_of(const http::Response& begun) {
    EXPECT_EQ(begun.status, 202) << begun.body;
    return std::string(begun.header("Content-Location")).substr(std::string(base).size());
  }
  http::Response waited_for(const std::string& status) {
    for (int i = 0; i < 2000; ++i) {
      auto answer = get(status);
      if (answer.status != 202) return answer;
      EXPECT_FALSE(answer.header("X-Progress").empty());
      EXPECT_EQ(answer.header("Retry-After"), "1");
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return get(status);
  }
  /// "Goal g" for each line of all files.
  std::vector<std::string> lines(const http::Response& done) {
    std::vector<std::string> found;
    const JsonValue manifest = read(done);
    for (const JsonValue& one : manifest.member("output")->items) {
      const auto file = get(text(one, "/url").substr(std::string(base).size()));
      EXPECT_EQ(file.status, 200);
      EXPECT_EQ(file.header("Content-Type"), "application/fhir+ndjson");
      for (const std::string_view line : split(file.body, '\n')) {
        JsonReader reader;
        if (line.empty()) continue;
        const auto read_line = reader.read(line, 64);
        const JsonValue& resource = std::get<JsonValue>(read_line);
        found.push_back(text(resource, "/resourceType") + " " + text(resource, "/id"));
      }
    }
    return found;
  }
};

}  // namespace

TEST_F(FhirBulkExport, writes_everybody_and_whom_they_name) {
  put("Goal/g", goal("g", "a"));
  put("Practitioner/p", R"({"resourceType":"Practitioner","id":"p"})");
  put("Questionnaire/q", R"({"resourceType":"Questionnaire","id":"q","status":"active"})");
  const auto done = waited_for(status_of(begin("$export")));
  EXPECT_EQ(done.status, 200);
  EXPECT_EQ(done.header("Content-Type"), "application/json");
  const JsonValue manifest = read(done);
  EXPECT_EQ(text(manifest, "/requiresAccessToken"), "true");
  EXPECT_NE(text(manifest, "/transactionTime"), "(none)");
  EXPECT_EQ(lines(done),
            (std::vector<std::string>{"Goal g", "Patient a", "Patient b", "Practitioner p"}));
  EXPECT_GT(count(clinic.bo, "look_by_program"), 0);
}

TEST_F(FhirBulkExport, of_a_group_holds_its_members_alone) {
  put("Goal/g", goal("g", "a"));
  put("Goal/h", goal("h", "b"));
  put("Group/c",
      R"({"resourceType":"Group","id":"c","type":"person","actual":true,"member":[{"entity":{"reference":"Patient/b"}}]})");
  EXPECT_EQ(lines(waited_for(status_of(begin("Group/c/$export?_type=Goal,Patient")))),
            (std::vector<std::string>{"Goal h", "Patient b"}));
  EXPECT_EQ(begin("Group/none/$export").status, 404);
}

TEST_F(FhirBulkExport, since_a_time_holds_what_is_newer_and_what_was_deleted) {
  put("Goal/g", goal("g", "a"));
  put("Goal/h", goal("h", "a"));
  clinic.clock.move_to({clinic.clock.now().utc_ms + ms_a_minute});
  const std::string now = iso_utc(clinic.clock.now());
  clinic.clock.move_to({clinic.clock.now().utc_ms + ms_a_minute});
  put("Goal/new", goal("new", "a"));
  ask(http::Method::remove, "Goal/h");
  const auto done = waited_for(status_of(begin("$export?_since=" + now)));
  EXPECT_EQ(lines(done), (std::vector<std::string>{"Goal new"}));
  ask(http::Method::remove, "Goal/new");
  put("Goal/new", goal("new", "a"));
  const auto again = waited_for(status_of(begin("$export?_type=Patient&_since=" + now)));
  EXPECT_TRUE(read(again).member("deleted")->items.empty()) << "no patient was deleted";
  const std::string deleted = text(read(done), "/deleted/0/url");
  EXPECT_NE(get(deleted.substr(std::string(base).size())).body.find("Goal/h"), std::string::npos);
}

TEST_F(FhirBulkExport, never_holds_what_is_for_the_person_alone) {
  put("Basic/r",
      R"({"resourceType":"Basic","id":"r","meta":{"security":[{"system":"http://terminology.hl7.org/CodeSystem/v3-Confidentiality","code":"R"}]},"code":{"text":"x"},"subject":{"reference":"Patient/a"}})");
  EXPECT_TRUE(lines(waited_for(status_of(begin("$export?_type=Basic")))).empty());
  as(key_for("patient/*.rs", "a"));
  EXPECT_EQ(begin("$export").status, 403);
}

TEST_F(FhirBulkExport, is_for_the_key_that_asked_until_it_is_ended) {
  const std::string status = status_of(begin("Patient/$export"));
  const auto done = waited_for(status);
  const std::string file = text(read(done), "/output/0/url").substr(std::string(base).size());
  as(key_for("system/*.rs"));
  EXPECT_EQ(get(status).status, 404);
  EXPECT_EQ(get(file).status, 404);
  EXPECT_EQ(ask(http::Method::remove, status).status, 404);
  as(everything());
  EXPECT_EQ(ask(http::Method::remove, status).status, 202);
  EXPECT_EQ(get(status).status, 404);
  EXPECT_EQ(get(file).status, 404);
}

TEST_F(FhirBulkExport, says_what_it_cannot_do) {
  EXPECT_EQ(get("$export").status, 400);
  EXPECT_EQ(begin("$export?_since=soon").status, 400);
  EXPECT_EQ(begin("$export?_outputFormat=csv").status, 400);
  EXPECT_EQ(begin("$export?_typeFilter=x").status, 400);
  EXPECT_EQ(begin("$export?_type=Unicorn").status, 404);
  as(key_for("system/Goal.rs"));
  EXPECT_EQ(begin("$export?_type=Patient").status, 403);
  EXPECT_EQ(lines(waited_for(status_of(begin("$export")))).size(), 0U);
}

}  // namespace alongside::exchange
