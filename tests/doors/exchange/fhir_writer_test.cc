// SPDX-License-Identifier: Apache-2.0
// Pieces of FHIR as the specification writes them, and no empty lists.
#include "doors/exchange/fhir_writer.h"

#include <gtest/gtest.h>

namespace alongside::exchange {
namespace {

/// What stands between the brackets of `entry`.
std::string entries(FhirWriter fhir) {
  const std::string text = std::move(fhir).take();
  const std::size_t at = text.find("\"entry\":[") + 9;
  return text.substr(at, text.size() - at - 2);
}

}  // namespace

TEST(FhirWriter, writes_an_entry_with_its_address_and_its_pieces) {
  FhirWriter fhir("p", {0});
  fhir.begin("Basic", "b-1");
  fhir.concept_of("code", {"s", "c"}, "words");
  fhir.subject();
  fhir.minutes_a_week("extent", 60);
  fhir.notes({{"Said", "", "Dr Lind"}});
  fhir.end();
  EXPECT_EQ(entries(std::move(fhir)),
            R"({"fullUrl":"https://alongside.example/fhir/Basic/b-1","resource":{)"
            R"("resourceType":"Basic","id":"b-1","code":{"coding":[{"system":"s","code":"c"}],)"
            R"("text":"words"},"subject":{"reference":"Patient/p"},"extent":{"value":60,)"
            R"("unit":"min/wk","system":"http://unitsofmeasure.org","code":"min/wk"},)"
            R"("note":[{"authorString":"Dr Lind","text":"Said"}]}})");
}

TEST(FhirWriter, writes_nothing_for_an_empty_list_or_for_no_words) {
  FhirWriter fhir("p", {0});
  fhir.begin("Basic", "b");
  fhir.notes({});
  fhir.concepts("category", {});
  fhir.references("focus", {});
  fhir.end();
  fhir.said("o", "survey", {"s", "c"}, "", Instant{0});
  EXPECT_EQ(entries(std::move(fhir)),
            R"({"fullUrl":"https://alongside.example/fhir/Basic/b","resource":{)"
            R"("resourceType":"Basic","id":"b"}})");
}

TEST(FhirWriter, levels_are_those_of_the_answer_list) {
  EXPECT_EQ(level_code(Level::attained()).code, "LA34481-4");
  EXPECT_EQ(level_code(Level::lowest()).code, "LA34484-8");
  EXPECT_EQ(level_code(Level::from(2).value()).code, "LA34479-8");
}

}  // namespace alongside::exchange
