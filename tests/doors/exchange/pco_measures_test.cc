// SPDX-License-Identifier: Apache-2.0
// The guide's own examples, counted by hand in the comments, and each condition by itself.
#include "doors/exchange/pco_measures.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace alongside::exchange {
namespace {

namespace files = std::filesystem;

const PcoPeriod of_2024{Day::of(2024, 1, 1), Day::of(2024, 12, 31)};

JsonValue read(const std::string& json) {
  JsonReader reader;
  auto value = reader.read(json, 40);
  return std::get<JsonValue>(std::move(value));
}

std::string examples(const std::string& person) {
  return std::string(ALONGSIDE_SOURCE "/tests/reference/fhir/pco-ig/examples/") + person;
}

void take_folder(PcoMeasures& measures, const std::string& folder) {
  for (const auto& entry : files::directory_iterator(folder)) {
    std::ifstream file(entry.path(), std::ios::binary);
    measures.take(read({std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()}));
  }
}

void expect_counts(const PcoCounts& counts, std::int64_t people, std::int64_t identified,
                   std::int64_t followed) {
  EXPECT_EQ(counts.initial_population, people);
  EXPECT_EQ(counts.identified, identified);
  EXPECT_EQ(counts.followed_up, followed);
}

// Jones, born 1947-11-25: walks the dog (a domain, scaled by the extension, in a plan, from
// 2024-04-03); scores on 04-03, before 04-17, and on 05-10 and 05-22, between 04-17 and 10-02.
// Lopez, born 1959-07-16: anxiety from 2024-08-11, in a plan, with a PROM; its one category is of
// no domain and it addresses nothing, so it is no PCO goal. Two adults, one and one.
TEST(PcoMeasures, CountTheGuidesExamplesAsByHand) {
  PcoMeasures measures;
  take_folder(measures, examples("jones"));
  expect_counts(measures.counted(of_2024), 2, 1, 1);
  // The goal began before: nothing of 2025 counts.
  expect_counts(measures.counted({Day::of(2025, 1, 1), Day::of(2025, 12, 31)}), 2, 0, 0);
  // A period that ends before the first follow-up; one that begins after the baseline.
  expect_counts(measures.counted({Day::of(2024, 1, 1), Day::of(2024, 5, 9)}), 2, 1, 0);
  expect_counts(measures.counted({Day::of(2024, 4, 3), Day::of(2024, 5, 10)}), 2, 1, 1);
  expect_counts(measures.counted({Day::of(2024, 4, 4), Day::of(2024, 12, 31)}), 2, 0, 0);
  // Other weeks: a follow-up that begins after six has 05-22; after eight, none, and more
  // baselines.
  expect_counts(measures.counted(of_2024, {6, 26}), 2, 1, 1);
  expect_counts(measures.counted(of_2024, {8, 26}), 2, 1, 0);
}

// Camila Lopez has no birth date, so nobody knows that she is an adult. With one, her goal from
// 2024-04-02 has its baseline that day and scores on 05-19, 07-11 and 07-12.
TEST(PcoMeasures, CountNobodyWhoseAgeIsNotKnown) {
  PcoMeasures measures;
  take_folder(measures, examples("lopez"));
  expect_counts(measures.counted(of_2024), 0, 0, 0);
  measures.take(read(R"({"resourceType":"Patient","id":"3D4E56EA-2506-47D4-9753-2E6384A547F1",)"
                     R"("birthDate":"1970"})"));
  expect_counts(measures.counted(of_2024), 1, 1, 1);
}

constexpr const char* plan =
    R"({"resourceType":"CarePlan","id":"p","status":"active","goal":[{"reference":"Goal/g"}]})";

std::string patient(const std::string& born) {
  return R"({"resourceType":"Patient","id":"x","birthDate":")" + born + R"("})";
}
std::string goal(const std::string& more) {
  return R"({"resourceType":"Goal","id":"g","lifecycleStatus":"active","startDate":"2024-03-01",)"
         R"("subject":{"reference":"Patient/x"})" +
         more + "}";
}
std::string score(const std::string& code, const std::string& when,
                  const std::string& status = "final") {
  return R"({"resourceType":"Observation","id":")" + code + when + R"(","status":")" + status +
         R"(","code":{"coding":[{"system":"http://loinc.org","code":")" + code +
         R"("}]},"effectiveDateTime":")" + when + R"(","focus":[{"reference":"Goal/g"}]})";
}
constexpr const char* of_a_domain =
    R"(,"category":[{"coding":[{"system":"http://hl7.org/fhir/us/pco/CodeSystem/pco-goal-domains-temporary","code":"housing"}]}])";

PcoCounts counts_of(const std::vector<std::string>& resources) {
  PcoMeasures measures;
  for (const std::string& one : resources) measures.take(read(one));
  return measures.counted(of_2024);
}

TEST(PcoMeasures, EachConditionIsNeeded) {
  const std::string before = score("107332-9", "2024-03-14");
  const std::string after = score("107334-5", "2024-03-15T23:30:00-05:00");
  const std::string adult = patient("2006-01-01");
  const std::string g = goal(of_a_domain);
  expect_counts(counts_of({adult, g, plan, before, after}), 1, 1, 1);
  expect_counts(counts_of({adult, g, plan, before}), 1, 1, 0);
  expect_counts(counts_of({adult, g, plan, after}), 1, 0, 1);
  expect_counts(counts_of({adult, g, before, after}), 1, 0, 0);
  expect_counts(counts_of({adult, goal(""), plan, before, after}), 1, 0, 0);
  expect_counts(counts_of({patient("2006-01-02"), g, plan, before, after}), 0, 0, 0);
  expect_counts(counts_of({patient("2006"), g, plan, before, after}), 0, 0, 0);
  expect_counts(counts_of({patient("2005-12"), g, plan, before, after}), 1, 1, 1);
  expect_counts(counts_of({adult, g, plan, score("107332-9", "2024-03-14", "entered-in-error")}), 1,
                0, 0);
  expect_counts(counts_of({adult, g, plan, score("107332-9", "2024-03")}), 1, 0, 0);
  // 26 weeks after 1 March is 30 August.
  expect_counts(counts_of({adult, g, plan, score("107334-5", "2024-08-30")}), 1, 0, 1);
  expect_counts(counts_of({adult, g, plan, score("107334-5", "2024-08-31")}), 1, 0, 0);
}

TEST(PcoMeasures, APromCountsWhereItIsTheTarget) {
  const std::string adult = patient("1950-06-01");
  const std::string prom = score("70274-6", "2024-03-02");
  expect_counts(counts_of({adult, goal(of_a_domain), plan, prom}), 1, 0, 0);
  const std::string target =
      R"(,"target":[{"measure":{"coding":[{"system":"http://loinc.org","code":"70274-6"}]}}])";
  expect_counts(counts_of({adult, goal(of_a_domain + target), plan, prom}), 1, 1, 0);
}

TEST(PcoMeasures, AGoalThatAddressesWhatMattersIsOne) {
  const std::string matters =
      R"({"resourceType":"Observation","id":"m","status":"final","code":{"text":"x"},"category":[{"coding":[)"
      R"({"system":"http://hl7.org/fhir/us/pco/CodeSystem/pco-concepts-temporary","code":"what-matters"}]}]})";
  const std::string g = goal(R"(,"addresses":[{"reference":"Observation/m"}])");
  const std::string before = score("107332-9", "2024-03-14");
  expect_counts(counts_of({patient("1950-06-01"), g, plan, before}), 1, 0, 0);
  expect_counts(counts_of({before, plan, g, matters, patient("1950-06-01")}), 1, 1, 0);
}

TEST(PcoMeasures, WhoeverWasBornOnALeapDayIsOlderOnTheFirstOfMarch) {
  PcoMeasures measures;
  measures.take(read(patient("2004-02-29")));
  EXPECT_EQ(measures.counted({Day::of(2022, 2, 28), Day::of(2022, 12, 31)}).initial_population, 0);
  EXPECT_EQ(measures.counted({Day::of(2022, 3, 1), Day::of(2022, 12, 31)}).initial_population, 1);
}

TEST(PcoMeasures, AreTwoReports) {
  const std::string bundle = pco_reports({4, 3, 1}, of_2024, {0});
  const JsonValue said = read(bundle);
  ASSERT_EQ(said.member("entry")->items.size(), 2u);
  EXPECT_EQ(said.at("/entry/0/resource/measure")->text,
            "http://hl7.org/fhir/us/pco/Measure/GoalIdentificationMeasure");
  EXPECT_EQ(said.at("/entry/0/resource/group/0/measureScore/value")->text, "0.75");
  EXPECT_EQ(said.at("/entry/1/resource/group/0/population/2/count")->text, "1");
}

}  // namespace
}  // namespace alongside::exchange
