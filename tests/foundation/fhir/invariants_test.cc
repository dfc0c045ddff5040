// SPDX-License-Identifier: Apache-2.0
// Each rule speaks for what breaks it, and not for what keeps it.
#include "foundation/fhir/invariants.h"

#include <gtest/gtest.h>

namespace alongside::fhir {
namespace {

std::string broken(std::string_view shape, std::string_view text) {
  const auto value = JsonReader().read(text, 32);
  std::string keys;
  for (const BrokenRule& rule : broken_rules(shape, std::get<JsonValue>(value)))
    keys += (keys.empty() ? "" : " ") + std::string(rule.key);
  return keys;
}

}  // namespace

TEST(FhirInvariants, speak_for_what_breaks_them) {
  EXPECT_EQ(broken("Extension", R"({"url":"u"})"), "ext-1");
  EXPECT_EQ(broken("Extension", R"({"url":"u","valueCode":"a","extension":[{"url":"v"}]})"),
            "ext-1");
  EXPECT_EQ(broken("Period", R"({"start":"2026-02-02","end":"2026-02-01"})"), "per-1");
  EXPECT_EQ(
      broken("Period", R"({"start":"2026-02-02T10:00:00+02:00","end":"2026-02-02T07:59:00Z"})"),
      "per-1");
  EXPECT_EQ(broken("Duration", R"({"value":1,"code":"h"})"), "qty-3");
  EXPECT_EQ(broken("Attachment", R"({"data":"AAEC"})"), "att-1");
  EXPECT_EQ(broken("ContactPoint", R"({"value":"1"})"), "cpt-2");
  EXPECT_EQ(broken("Patient.contact", R"({"gender":"female"})"), "pat-1");
  EXPECT_EQ(broken("CarePlan.activity", R"({"detail":{"status":"x"},"reference":{"display":"y"}})"),
            "cpl-3");
  EXPECT_EQ(broken("Goal.target", R"({"detailString":"x"})"), "gol-1");
  EXPECT_EQ(broken("Observation", R"({"valueString":"x","dataAbsentReason":{"text":"y"}})"),
            "obs-6");
  EXPECT_EQ(
      broken("Observation", R"({"valueString":"x","code":{"coding":[{"system":"s","code":"c"}]},)"
                            R"("component":[{"code":{"coding":[{"system":"s","code":"c"}]}}]})"),
      "obs-7");
  EXPECT_EQ(broken("Observation.referenceRange", R"({"type":{"text":"x"}})"), "obs-3");
  EXPECT_EQ(broken("Condition", R"({"abatementString":"x"})"), "con-4");
  EXPECT_EQ(broken("Questionnaire",
                   R"({"item":[{"linkId":"1"},{"linkId":"2","item":[{"linkId":"1"}]}]})"),
            "que-2");
  EXPECT_EQ(broken("Questionnaire.item", R"({"type":"group"})"), "que-1");
  EXPECT_EQ(broken("QuestionnaireResponse.item", R"({"answer":[{}],"item":[{}]})"), "qrs-1");
  EXPECT_EQ(broken("Consent", R"({"status":"active"})"), "ppc-1");
  EXPECT_EQ(broken("Patient", R"({"contained":[{"contained":[{}]}]})"), "dom-2");
  EXPECT_EQ(broken("Patient", R"({"contained":[{"meta":{"versionId":"1"}}]})"), "dom-4");
}

TEST(FhirInvariants, are_silent_where_they_are_kept) {
  EXPECT_EQ(broken("Extension", R"({"url":"u","valueCode":"a"})"), "");
  EXPECT_EQ(broken("Extension", R"({"url":"u","_valueDateTime":{"extension":[{"url":"v"}]}})"), "");
  EXPECT_EQ(broken("Period", R"({"start":"2026-02-02T10:00:00Z","end":"2026-02-02"})"), "");
  EXPECT_EQ(broken("Period", R"({"start":"2026","end":"2026-01-01"})"), "");
  EXPECT_EQ(broken("Period", R"({"end":"2026-01-01"})"), "");
  EXPECT_EQ(broken("Goal.target", R"({"detailString":"x","measure":{"text":"m"}})"), "");
  EXPECT_EQ(broken("Observation", R"({"valueString":"x","component":[{"code":{"text":"c"}}]})"),
            "");
  EXPECT_EQ(
      broken("Condition",
             R"({"abatementString":"x","clinicalStatus":{"coding":[{"system":)"
             R"("http://terminology.hl7.org/CodeSystem/condition-clinical","code":"resolved"}]}})"),
      "");
}

}  // namespace alongside::fhir
