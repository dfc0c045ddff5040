// SPDX-License-Identifier: Apache-2.0
// Criteria, order, pages and what comes along.
#include "doors/exchange/server/search.h"

#include "doors/exchange/server/served.h"

namespace alongside::exchange {
namespace {

using Found = std::vector<std::string>;

class FhirSearchDoor : public Served {
 protected:
  void weigh(const std::string& id, const std::string& person, const std::string& date,
             const std::string& code = "29463-7") {
    EXPECT_EQ(
        put("Observation/" + id,
            R"({"resourceType":"Observation","id":")" + id +
                R"(","status":"final","code":{"coding":[{"system":"http://loinc.org","code":")" +
                code + R"("}]},"subject":{"reference":")" + person + R"("},"effectiveDateTime":")" +
                date + "\"}")
            .status,
        201);
  }
};

}  // namespace

TEST_F(FhirSearchDoor, finds_by_person_code_and_date) {
  weigh("o1", "Patient/a", "2026-01-01");
  weigh("o2", "Patient/a", "2026-02-01");
  weigh("o3", "Patient/b", "2026-01-01");
  weigh("o4", "Patient/a", "2026-01-01", "8302-2");
  EXPECT_EQ(entries(get("Observation?patient=a&code=29463-7")),
            (Found{"match Observation/o1", "match Observation/o2"}));
  EXPECT_EQ(
      entries(get("Observation?patient=Patient/a&code=http://loinc.org|29463-7&date=ge2026-02")),
      (Found{"match Observation/o2"}));
  EXPECT_EQ(entries(get("Observation?subject=Patient/a,Patient/b&code=29463-7")).size(), 3U);
  EXPECT_EQ(entries(get("Observation?_id=o3,o4")).size(), 2U);
  EXPECT_EQ(entries(get("Patient/b/Observation")), (Found{"match Observation/o3"}));
  EXPECT_TRUE(entries(get("Observation?patient=a&code=1")).empty());
  EXPECT_EQ(text(read(get("Observation?patient=a&_summary=count")), "/total"), "3");
}

TEST_F(FhirSearchDoor, a_person_is_also_found_by_the_identifier_others_use) {
  weigh("o1", "Patient?identifier=urn:h|19", "2026-01-01");
  weigh("o2", "Patient?identifier=urn%3Ah%7C19", "2026-01-01");
  EXPECT_EQ(entries(get("Observation?patient=a")).size(), 2U);
  EXPECT_EQ(entries(get("Observation?subject=Patient/a")).size(), 2U);
  EXPECT_TRUE(entries(get("Observation?patient=b")).empty());
  EXPECT_EQ(entries(get("Patient?identifier=urn:h|19")), (Found{"match Patient/a"}));
  EXPECT_EQ(entries(get("Patient?identifier=19")), (Found{"match Patient/a"}));
  EXPECT_TRUE(entries(get("Patient?identifier=urn:x|19")).empty());
}

TEST_F(FhirSearchDoor, turns_pages_that_neither_repeat_nor_drop) {
  for (int i = 1; i <= 5; ++i)
    weigh("o" + std::to_string(i), "Patient/a", "2026-01-0" + std::to_string(i));
  const auto first = get("Observation?patient=a&_sort=-date&_count=2");
  EXPECT_EQ(entries(first), (Found{"match Observation/o5", "match Observation/o4"}));
  // Between two pages one comes in before, one goes that was seen.
  weigh("o9", "Patient/a", "2026-01-09");
  ask(http::Method::remove, "Observation/o4");
  const std::string next = link(first, "next");
  ASSERT_TRUE(next.starts_with("https://clinic.example/fhir/"));
  const auto second = get(next.substr(std::string("https://clinic.example/fhir/").size()));
  EXPECT_EQ(entries(second), (Found{"match Observation/o3", "match Observation/o2"}));
  const auto third =
      get(link(second, "next").substr(std::string("https://clinic.example/fhir/").size()));
  EXPECT_EQ(entries(third), (Found{"match Observation/o1"}));
  EXPECT_EQ(link(third, "next"), "");
  EXPECT_NE(link(third, "self"), "");
}

TEST_F(FhirSearchDoor, brings_along_what_is_named_and_what_names) {
  put("Goal/g", goal("g", "a"));
  put("CarePlan/p",
      R"({"resourceType":"CarePlan","id":"p","status":"active","intent":"plan","subject":{"reference":"Patient/a"},)"
      R"("goal":[{"reference":"Goal/g"}]})");
  EXPECT_EQ(entries(get("CarePlan?patient=a&_include=CarePlan:goal")),
            (Found{"match CarePlan/p", "include Goal/g"}));
  EXPECT_EQ(entries(get("Goal?_id=g&_revinclude=CarePlan:goal")),
            (Found{"match Goal/g", "include CarePlan/p"}));
  EXPECT_EQ(entries(get("CarePlan?_id=p&_include=CarePlan:goal&_include:iterate=Goal:patient")),
            (Found{"match CarePlan/p", "include Goal/g", "include Patient/a"}));
  EXPECT_EQ(get("CarePlan?_include=nonsense").status, 400);
}

TEST_F(FhirSearchDoor, says_what_it_did_not_look_at) {
  const auto lenient = get("Patient?shoe-size=44&name=berg");
  EXPECT_EQ(lenient.status, 200);
  EXPECT_EQ(entries(lenient), (Found{"match Patient/a", "outcome OperationOutcome/(none)"}));
  EXPECT_EQ(link(lenient, "self").find("shoe"), std::string::npos);
  EXPECT_EQ(get("Patient?shoe-size=44", {{"prefer", "handling=strict"}}).status, 400);
  EXPECT_EQ(get("Patient?birthdate=2026-13-01").status, 400);
  EXPECT_EQ(get("Patient?_count=few").status, 400);
  EXPECT_EQ(get("Patient?_sort=shoe").status, 400);
}

TEST_F(FhirSearchDoor, seeks_by_the_time_of_the_version) {
  put("Goal/g", goal("g", "a"));
  EXPECT_EQ(entries(get("Goal?_lastUpdated=ge2026-11-24")), (Found{"match Goal/g"}));
  EXPECT_TRUE(entries(get("Goal?_lastUpdated=lt2026-11-24")).empty());
  EXPECT_EQ(entries(get("Goal?_sort=-_lastUpdated")).size(), 1U);
}

TEST_F(FhirSearchDoor, a_compartment_holds_only_its_person_also_by_id) {
  weigh("o1", "Patient/b", "2026-01-01");
  EXPECT_TRUE(entries(get("Patient/a/Observation?_id=o1")).empty());
}

TEST_F(FhirSearchDoor, finds_who_died_by_a_date) {
  put("Patient/d", R"({"resourceType":"Patient","id":"d","deceasedDateTime":"2020-01-01"})");
  EXPECT_EQ(entries(get("Patient?deceased=true")), (Found{"match Patient/d"}));
}

TEST_F(FhirSearchDoor, brings_along_what_names_by_an_identifier) {
  weigh("o1", "Patient?identifier=urn:h|19", "2026-01-01");
  EXPECT_EQ(entries(get("Patient?_id=a&_revinclude=Observation:patient")),
            (Found{"match Patient/a", "include Observation/o1"}));
}

TEST_F(FhirSearchDoor, a_link_to_the_next_page_says_nothing_of_anybody) {
  const auto page = get("Patient?_sort=name&_count=1");
  EXPECT_NE(link(page, "next"), "");
  EXPECT_EQ(link(page, "next").find("erg"), std::string::npos);
}

}  // namespace alongside::exchange
