// SPDX-License-Identifier: Apache-2.0
// The tables hold together: every type that is named is there.
#include "foundation/fhir/definitions.h"

#include <gtest/gtest.h>

namespace alongside::fhir {

TEST(FhirDefinitions, name_no_type_that_is_not_there) {
  int seen = 0;
  for (const std::string_view resource :
       {"Patient", "Observation", "Questionnaire", "CarePlan", "Bundle", "MeasureReport", "Consent",
        "EffectEvidenceSynthesis", "Parameters", "ExplanationOfBenefit", "StructureMap"}) {
    ASSERT_NE(shape(resource), nullptr) << resource;
    EXPECT_TRUE(shape(resource)->resource);
    std::vector<const Shape*> open = {shape(resource)};
    std::vector<const Shape*> known = open;
    while (!open.empty()) {
      const Shape* of = open.back();
      open.pop_back();
      for (const Member& member : of->members) {
        ++seen;
        if (is_primitive(member.type) || member.type == "Resource") continue;
        const Shape* inner = shape(member.type);
        ASSERT_NE(inner, nullptr) << of->path << " " << member.name << " " << member.type;
        if (std::find(known.begin(), known.end(), inner) != known.end()) continue;
        known.push_back(inner);
        open.push_back(inner);
      }
    }
  }
  EXPECT_GT(seen, 1000);
}

TEST(FhirDefinitions, a_choice_has_a_member_for_each_type) {
  const Shape* observation = shape("Observation");
  ASSERT_NE(observation->member("valueQuantity"), nullptr);
  EXPECT_EQ(observation->member("valueQuantity")->element, "value");
  EXPECT_TRUE(observation->member("valueQuantity")->choice);
  EXPECT_EQ(observation->member("value"), nullptr);
  EXPECT_EQ(observation->member("valueAddress"), nullptr);
  EXPECT_EQ(observation->member("component")->type, "Observation.component");
  EXPECT_EQ(shape("Observation.component")->member("referenceRange")->type,
            "Observation.referenceRange");
  EXPECT_EQ(shape("Obervation"), nullptr);
  EXPECT_FALSE(shape("Period")->resource);
}

TEST(FhirDefinitions, know_the_codes_of_required_sets) {
  const Member* status = shape("Observation")->member("status");
  EXPECT_TRUE(has_code(status->value_set, "final"));
  EXPECT_FALSE(has_code(status->value_set, "done"));
  EXPECT_TRUE(has_system(status->value_set, "http://hl7.org/fhir/observation-status"));
  EXPECT_TRUE(shape("Attachment")->member("contentType")->value_set.empty());
}

}  // namespace alongside::fhir
