// SPDX-License-Identifier: Apache-2.0
// One issue a fault, with its place; and not a word about hundreds of examples that are good.
#include "foundation/fhir/validator.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace alongside::fhir {
namespace {

std::string faults(std::string_view text) {
  const auto value = JsonReader().read(text, 64);
  if (!std::holds_alternative<JsonValue>(value)) return "no JSON";
  std::string all;
  for (const Issue& issue : validate(std::get<JsonValue>(value)))
    all += (all.empty() ? "" : ", ") + issue.code + " " + issue.expression;
  return all;
}

std::string text_of(const std::filesystem::path& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace

TEST(FhirValidator, takes_every_example_that_is_good) {
  int good = 0;
  std::string refused;
  const std::filesystem::path root(ALONGSIDE_SOURCE "/tests/reference/fhir");
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    if (entry.path().extension() != ".json") continue;
    const std::string found = faults(text_of(entry.path()));
    if (found.empty())
      ++good;
    else
      refused += entry.path().filename().string() + ": " + found + "\n";
  }
  // A questionnaire of which items have no linkId, as it was published.
  EXPECT_TRUE(refused.starts_with("bundle-questionnaire.json: required Questionnaire.item[0]"))
      << refused;
  EXPECT_EQ(std::ranges::count(refused, '\n'), 1) << refused;
  EXPECT_GT(good, 190);
}

TEST(FhirValidator, names_each_fault_with_its_place) {
  EXPECT_EQ(faults(R"({"resourceType":"Pationt","id":"a"})"), "structure resourceType");
  EXPECT_EQ(faults(R"({"resourceType":"Period"})"), "structure resourceType");
  EXPECT_EQ(faults(R"({"resourceType":"Goal","id":"a","lifecycleStatus":"done"})"),
            "code-invalid Goal.lifecycleStatus, required Goal.description, required Goal.subject");
  EXPECT_EQ(faults(R"({"resourceType":"Patient","birthDate":"1950-13-01"})"),
            "value Patient.birthDate");
  EXPECT_EQ(faults(R"({"resourceType":"Patient","name":{"family":"A"}})"),
            "structure Patient.name");
  EXPECT_EQ(faults(R"({"resourceType":"Patient","birthDate":["1950"]})"),
            "structure Patient.birthDate");
  EXPECT_EQ(faults(R"({"resourceType":"Patient","active":"true"})"), "structure Patient.active");
  EXPECT_EQ(faults(R"({"resourceType":"Patient","name":[]})"), "structure Patient.name");
  EXPECT_EQ(faults(R"({"resourceType":"Patient","name":[{}]})"), "structure Patient.name[0]");
  EXPECT_EQ(faults(R"({"resourceType":"Patient","gender":null})"), "structure Patient.gender");
  EXPECT_EQ(faults(R"({"resourceType":"Patient","deceasedBoolean":true,)"
                   R"("deceasedDateTime":"2020"})"),
            "structure Patient.deceased");
  EXPECT_EQ(faults(R"({"resourceType":"Observation","status":"final","code":{"text":"c"},)"
                   R"("valueString":"x","_valueString":{"id":"1"},"valueInteger":1,)"
                   R"("_valueInteger":{"id":"2"}})"),
            "structure Observation.value, structure Observation.value");
  EXPECT_EQ(faults(R"({"resourceType":"Patient","colour":"red"})"), "structure Patient.colour");
  EXPECT_EQ(faults(R"({"resourceType":"Patient","contained":[{"resourceType":"Patient",)"
                   R"("gender":"x"}]})"),
            "code-invalid Patient.contained[0].gender");
  EXPECT_EQ(faults(R"({"resourceType":"Condition","subject":{"display":"x"},"clinicalStatus":)"
                   R"({"coding":[{"system":"http://terminology.hl7.org/CodeSystem/)"
                   R"(condition-clinical","code":"asleep"}]}})"),
            "code-invalid Condition.clinicalStatus.coding");
}

TEST(FhirValidator, takes_what_r4_allows_beside_a_value) {
  EXPECT_EQ(faults(R"({"resourceType":"Patient","_birthDate":{"extension":[{"url":"u",)"
                   R"("valueCode":"unknown"}]}})"),
            "");
  EXPECT_EQ(faults(R"({"resourceType":"Patient","name":[{"given":["A",null],"_given":[null,)"
                   R"({"id":"g"}]}]})"),
            "");
  EXPECT_EQ(faults(R"({"resourceType":"Patient","name":[{"given":["A",null]}]})"),
            "structure Patient.name[0].given[1]");
  EXPECT_EQ(faults(R"({"resourceType":"Observation","status":"final","code":{"text":"c"},)"
                   R"("_valueString":{"id":"v"},"valueString":"x"})"),
            "");
  EXPECT_EQ(faults(R"({"resourceType":"Patient","_name":[{"id":"x"}]})"),
            "structure Patient._name");
  EXPECT_EQ(faults(R"({"resourceType":"Patient","extension":[{"url":"https://x.example/e",)"
                   R"("valueDecimal":0}]})"),
            "");
}

TEST(FhirValidator, says_what_r4_has_instead) {
  const auto value = JsonReader().read(
      R"({"resourceType":"QuestionnaireResponse","status":"completed","context":{"display":"x"}})",
      64);
  const auto issues = validate(std::get<JsonValue>(value));
  ASSERT_EQ(issues.size(), 1U);
  EXPECT_NE(issues[0].reason.find("encounter"), std::string::npos);
}

TEST(FhirValidator, tells_no_word_of_the_sender) {
  const auto value = JsonReader().read(
      R"({"resourceType":"Patient","Amina Berg":"x","gender":"Amina","birthDate":"Amina"})", 64);
  for (const Issue& issue : validate(std::get<JsonValue>(value))) {
    EXPECT_EQ(issue.expression.find("Amina"), std::string::npos);
    EXPECT_EQ(issue.reason.find("Amina"), std::string::npos);
  }
}

}  // namespace alongside::fhir
