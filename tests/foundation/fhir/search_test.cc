// SPDX-License-Identifier: Apache-2.0
// What is found, by the rules of R4's page on search.
#include "foundation/fhir/search.h"

#include <gtest/gtest.h>

namespace alongside::fhir {
namespace {

JsonValue read(std::string_view json) {
  JsonReader reader;
  return std::get<JsonValue>(reader.read(json, 64));
}

constexpr std::string_view pressure = R"({"resourceType":"Observation","id":"o","status":"final",
 "category":[{"coding":[{"system":"http://c.example","code":"survey"}]}],
 "code":{"coding":[{"system":"http://loinc.org","code":"8480-6"},{"code":"local,1|a"}],"text":"Systolic"},
 "subject":{"reference":"Patient/7/_history/3"},"focus":[{"reference":"Goal/g1"}],
 "effectiveDateTime":"2026-03-04T10:00:00+01:00",
 "valueQuantity":{"value":5.4,"unit":"mmol","system":"http://unitsofmeasure.org","code":"mmol/L"}})";

bool finds(std::string_view json, std::string_view name, std::string_view values,
           std::string_view modifier = "") {
  const JsonValue resource = read(json);
  const SearchParameter* parameter = search_parameter(resource.member("resourceType")->text, name);
  EXPECT_NE(parameter, nullptr) << name;
  std::string fault;
  const auto criterion = Criterion::read(*parameter, modifier, values, fault);
  EXPECT_TRUE(criterion) << fault;
  return criterion && criterion->holds(resource);
}

bool is_refused(std::string_view type, std::string_view name, std::string_view values,
                std::string_view modifier = "") {
  std::string fault;
  return !Criterion::read(*search_parameter(type, name), modifier, values, fault) &&
         !fault.empty() && fault.find(values) == std::string::npos;
}

}  // namespace

TEST(FhirSearch, finds_a_code_with_its_system_or_without) {
  for (const char* found : {"8480-6", "http://loinc.org|8480-6", "http://loinc.org|", "x,8480-6",
                            "local\\,1\\|a", "|local\\,1\\|a"})
    EXPECT_TRUE(finds(pressure, "code", found)) << found;
  for (const char* other :
       {"8480", "http://snomed.info/sct|8480-6", "|8480-6", "http://snomed.info/sct|"})
    EXPECT_FALSE(finds(pressure, "code", other)) << other;
  EXPECT_FALSE(finds(pressure, "code", "8480-6", "not"));
  EXPECT_TRUE(finds(pressure, "code", "1,2", "not"));
  EXPECT_TRUE(finds(pressure, "code", "syst", "text"));
  EXPECT_TRUE(finds(pressure, "status", "final"));
}

TEST(FhirSearch, finds_a_reference_in_each_way_to_write_it) {
  for (const char* found : {"Patient/7", "7", "Patient/8,Patient/7"})
    EXPECT_TRUE(finds(pressure, "subject", found)) << found;
  EXPECT_TRUE(finds(pressure, "subject", "7", "Patient"));
  EXPECT_TRUE(finds(pressure, "patient", "Patient/7"));
  EXPECT_FALSE(finds(pressure, "subject", "7", "Group"));
  for (const char* other : {"Patient/77", "Group/7", "https://a.example/Patient/7"})
    EXPECT_FALSE(finds(pressure, "subject", other)) << other;
  EXPECT_TRUE(finds(pressure, "focus", "Goal/g1"));
}

TEST(FhirSearch, compares_dates_by_the_time_they_cover) {
  for (const char* found : {"2026-03-04", "2026", "2026-03", "gt2026-03-03", "lt2026-03-05",
                            "ge2026-03-04", "le2026-03-04", "sa2026-03-03", "eb2026-03-05",
                            "2026-03-04T09:00:00Z", "2026-03-04T09:00Z", "ap2026-03-04", "ne2025"})
    EXPECT_TRUE(finds(pressure, "date", found)) << found;
  for (const char* other : {"2026-03-05", "gt2026-03-04", "sa2026-03-04", "eb2026-03-04",
                            "ne2026-03-04", "lt2026-03-04", "2026-03-04T10:00:00Z"})
    EXPECT_FALSE(finds(pressure, "date", other)) << other;
  constexpr std::string_view plan =
      R"({"resourceType":"CarePlan","id":"p","period":{"start":"2026-01-10"}})";
  EXPECT_TRUE(finds(plan, "date", "ge2030"));
  EXPECT_FALSE(finds(plan, "date", "lt2026-01-10"));
  EXPECT_TRUE(is_refused("Observation", "date", "2026-13-01"));
  EXPECT_TRUE(is_refused("Observation", "date", "yesterday"));
}

TEST(FhirSearch, compares_numbers_to_the_digits_that_were_given) {
  for (const char* found : {"5.4", "5", "5.40", "gt5.3", "le5.4", "5.4||mmol", "5.4||mmol/L",
                            "5.4|http://unitsofmeasure.org|mmol/L"})
    EXPECT_TRUE(finds(pressure, "value-quantity", found)) << found;
  for (const char* other : {"5.5", "5.41", "gt5.4", "5.4||mg", "5.4|http://a.example|mmol/L"})
    EXPECT_FALSE(finds(pressure, "value-quantity", other)) << other;
  EXPECT_TRUE(is_refused("Observation", "value-quantity", "much"));
}

TEST(FhirSearch, finds_names_as_people_type_them) {
  constexpr std::string_view person =
      R"({"resourceType":"Patient","id":"p","active":true,"birthDate":"1950-06-01","name":[{"family":"Öberg","given":["Åsa","Maja"]}],
      "deceasedDateTime":"2020-01-01","identifier":[{"system":"urn:a","value":"19"}],"telecom":[{"system":"email","value":"a@b.example"}]})";
  EXPECT_TRUE(finds(person, "name", "öb"));
  EXPECT_TRUE(finds(person, "name", "OBERG"));
  EXPECT_TRUE(finds(person, "given", "maj"));
  EXPECT_FALSE(finds(person, "family", "maj"));
  EXPECT_TRUE(finds(person, "family", "ber", "contains"));
  EXPECT_TRUE(finds(person, "family", "Öberg", "exact"));
  EXPECT_FALSE(finds(person, "family", "öberg", "exact"));
  EXPECT_TRUE(finds(person, "identifier", "urn:a|19"));
  EXPECT_TRUE(finds(person, "birthdate", "1950"));
  EXPECT_TRUE(finds(person, "deceased", "true"));
  EXPECT_TRUE(finds(person, "email", "a@b.example"));
  EXPECT_FALSE(finds(person, "phone", "a@b.example"));
  EXPECT_TRUE(finds(person, "gender", "true", "missing"));
  EXPECT_FALSE(finds(person, "name", "true", "missing"));
  EXPECT_TRUE(finds(person, "_id", "p"));
}

TEST(FhirSearch, refuses_a_modifier_that_means_nothing) {
  EXPECT_TRUE(is_refused("Observation", "date", "2026", "exact"));
  EXPECT_TRUE(is_refused("Patient", "name", "zz", "below"));
  EXPECT_TRUE(is_refused("Patient", "name", "maybe", "missing"));
}

TEST(FhirSearch, orders_by_time_and_not_by_its_spelling) {
  const auto key = [](std::string_view date) {
    std::string json = R"({"resourceType":"Observation","effectiveDateTime":")";
    json += date;
    json += R"("})";
    return sort_key(read(json), *search_parameter("Observation", "date"));
  };
  EXPECT_LT(key("2026-03-04T10:00:00+05:00"), key("2026-03-04T09:00:00+01:00"));
  EXPECT_LT(key("1899-01-01"), key("2026"));
}

TEST(FhirSearch, says_what_every_answer_has_in_its_bytes) {
  std::string fault;
  const auto code = Criterion::read(*search_parameter("Observation", "code"), "",
                                    "http://loinc.org|8480-6,9", fault);
  EXPECT_EQ(code->traces(), (std::vector<std::string>{"8480-6", "9"}));
  const auto date = Criterion::read(*search_parameter("Observation", "date"), "", "2026", fault);
  EXPECT_TRUE(date->traces().empty());
}

TEST(FhirSearch, has_what_R4_has_for_a_type_and_for_all) {
  EXPECT_GT(search_parameters("Observation").size(), 25U);
  EXPECT_EQ(search_parameter("Observation", "shoe-size"), nullptr);
  EXPECT_NE(search_parameter("Observation", "_lastUpdated"), nullptr);
}

}  // namespace alongside::fhir
