// SPDX-License-Identifier: Apache-2.0
// The particular context: a person's life, and what care costs them.
#include "doors/exchange/person_parts.h"

namespace alongside::exchange {
namespace {

using service::Everything;

void write_circumstances(FhirWriter& fhir, const Circumstances& life, std::int64_t version) {
  const auto part = [&](std::string_view code, const std::string& words) {
    fhir.said(numbered(code, version), "social-history", own_code("life-context", code), words,
              life.stated_at);
  };
  part("commitments", life.commitments.disclose());
  part("strengths", life.strengths.disclose());
  part("helpers", life.helpers.disclose());
  if (!life.to_spare) return;
  fhir.observation(numbered("minutes-to-spare", version), "social-history", life.stated_at);
  fhir.concept_of("code", own_code("life-context", "minutes-to-spare"));
  fhir.performed_by_person();
  fhir.minutes_a_week("valueQuantity", life.to_spare->value);
  fhir.end();
}

void write_burdens(FhirWriter& fhir, const Everything& all) {
  std::int64_t number = 0;
  for (const service::Burden& burden : all.burdens) {
    const bool illness = burden.kind == service::BurdenKind::illness;
    fhir.observation(numbered("burden", ++number), "survey", burden.said_at);
    fhir.concept_of("code", own_code("burden-kind", illness ? "illness" : "treatment"));
    fhir.performed_by_person();
    fhir.json().key("valueInteger").integer(burden.value);
    fhir.end();
  }
}

void write_wishes(FhirWriter& fhir, const Wishes& wishes) {
  const auto wish = [&](std::string_view code, std::string_view choice) {
    fhir.said("wish-" + std::string(code), "social-history", own_code("wish", code), choice,
              fhir.beside_others() ? std::nullopt : std::optional(fhir.now()));
  };
  if (wishes.rhythm) wish("rhythm", code_of(*wishes.rhythm));
  if (wishes.reach_by) wish("reach-by", code_of(*wishes.reach_by));
  if (wishes.write_down) wish("write-down", *wishes.write_down ? "yes" : "no");
}

/// Options that stood side by side, and what the person said of them.
void write_options(FhirWriter& fhir, const OptionSet& set) {
  std::string text(carry_on_action);
  for (const PickedOffer& picked : set.picked) {
    text += "; " + picked.offer.name;
    if (set.wants_to_talk_about(picked.offer.key())) text += " (to talk about)";
    if (!picked.may_not_fit.disclose().empty())
      text += " (may not fit: " + picked.may_not_fit.disclose() + ")";
  }
  if (!set.matters_most.disclose().empty()) text += " | " + set.matters_most.disclose();
  fhir.said(numbered("options", set.number), "social-history", own_code("options", set.theme), text,
            set.picked_at);
}

void write_trial(FhirWriter& fhir, const TrialPlan& plan) {
  std::string order;
  for (const bool b_first : plan.b_first) order += b_first ? "BA" : "AB";
  const auto arm = [](const TrialArm& of) {
    return (of.option == 0 ? std::string(carry_on_action) : of.words.disclose()) + " (wash-out " +
           std::to_string(of.washout_days) + " d)";
  };
  std::string text = "A: " + arm(plan.a) + "; B: " + arm(plan.b) + "; number " +
                     std::to_string(plan.asked) + "; " + order + "; " +
                     std::to_string(plan.block_days) + " d from " + plan.begins.iso() +
                     "; stop: " + plan.stop_rule.disclose();
  if (plan.stopped_at) text += "; stopped: " + plan.stopped_why.disclose();
  fhir.said(numbered("own-trial", plan.number), "social-history", own_code("own-trial", "plan"),
            text, plan.made_at);
}

void write_barrier(FhirWriter& fhir, const Barrier& barrier) {
  const std::string& words = barrier.words.disclose();
  fhir.observation(numbered("barrier", barrier.number), "survey", barrier.said_at);
  fhir.concept_of("code", {"http://snomed.info/sct", "811791000000103"}, code_of(barrier.kind));
  fhir.performed_by_person();
  fhir.text("valueString", words.empty() ? code_of(barrier.kind) : std::string_view(words));
  fhir.end();
}

}  // namespace

void write_life(FhirWriter& fhir, const Everything& all) {
  std::int64_t version = 0;
  for (const Circumstances& life : all.circumstances) write_circumstances(fhir, life, ++version);
  write_burdens(fhir, all);
  write_wishes(fhir, all.record.wishes);
  for (const Barrier& barrier : all.barriers) write_barrier(fhir, barrier);
  for (const OptionSet& set : all.record.option_sets) write_options(fhir, set);
  for (const TrialPlan& plan : all.record.own_trials) write_trial(fhir, plan);
}

}  // namespace alongside::exchange
