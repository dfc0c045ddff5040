// SPDX-License-Identifier: Apache-2.0
// Patient aims after HL7's Person-Centered Outcomes guide 1.0.0.
#include "doors/exchange/person_parts.h"

#include <algorithm>

namespace alongside::exchange {
namespace {

using service::Everything;

constexpr std::string_view pco_concepts =
    "http://hl7.org/fhir/us/pco/CodeSystem/pco-concepts-temporary";
constexpr std::string_view pco_scaling =
    "http://hl7.org/fhir/us/pco/StructureDefinition/pco-goal-attainment-scaling";
constexpr std::string_view readiness =
    "http://hl7.org/fhir/us/pco/CodeSystem/readiness-assessment-concepts-temporary";
constexpr std::string_view judged_by_person = "107334-5";
constexpr std::string_view judged_beside = "107333-7";

void write_levels(FhirWriter& fhir, const Aim& aim) {
  if (!aim.scale) return;
  JsonWriter& json = fhir.json();
  json.key("extension").begin_array();
  for (const Level level : levels_from_the_top()) {
    if (aim.scale->words(level).empty()) continue;
    json.begin_object();
    fhir.text("url", pco_scaling);
    json.key("extension").begin_array().begin_object();
    fhir.text("url", "level");
    json.key("valueCoding");
    fhir.coding(level_code(level));
    json.end_object().begin_object();
    fhir.text("url", "progressText");
    fhir.text("valueString", aim.scale->words(level));
    json.end_object().end_array().end_object();
  }
  json.end_array();
}

/// Every version of the words, how they were understood, and the step chosen when not attained.
std::vector<Note> notes_of(const Everything& all, const Aim& aim) {
  std::vector<Note> notes;
  for (const AimVersion& version : aim.versions)
    notes.push_back(
        {version.statement.words.disclose(), iso_utc(version.stated_at), version.written_by});
  for (const ReadBack& back : aim.read_backs) {
    notes.push_back({back.as_understood.disclose(), iso_utc(back.read_at), back.professional});
    if (!back.correction.disclose().empty())
      notes.push_back(
          {back.correction.disclose(), iso_utc(back.answered_at.value_or(back.read_at))});
  }
  const auto step = all.record.steps.find(aim.number);
  if (step != all.record.steps.end())
    notes.push_back({std::string(code_of(step->second.step)), iso_utc(step->second.chosen_at)});
  return notes;
}

void write_goal(FhirWriter& fhir, const Everything& all, const Aim& aim) {
  const Zone zone = Zone::named(all.record.site.zone).value();
  const std::string reference = goal_reference(fhir, all, aim.number);
  fhir.begin("Goal",
             fhir.beside_others() ? reference.substr(reference.find('/') + 1) : aim.id.text());
  write_levels(fhir, aim);
  fhir.text("lifecycleStatus", aim.state == AimState::held ? "active" : "cancelled");
  std::vector<Code> categories{{std::string(pco_concepts), "person-centered"}};
  if (const auto horizon = aim.statement().horizon)
    categories.push_back(own_code("aim-horizon", code_of(*horizon)));
  fhir.concepts("category", categories);
  fhir.words("description", aim.words());
  fhir.subject();
  fhir.text("startDate", zone.day_of(aim.stated_at()).iso());
  fhir.refer("expressedBy", fhir.myself());
  fhir.notes(notes_of(all, aim));
  fhir.end();
}

/// A goal that came in stands there as it came, until the person says it anew here.
bool is_written_here(const FhirWriter& fhir, const Aim& aim) {
  return !fhir.beside_others() || aim.known_as.empty() || aim.restated() ||
         aim.known_as == "Goal/" + aim.id.text();
}

void write_readiness(FhirWriter& fhir, const Everything& all, const Aim& aim) {
  const auto how = [&](std::string_view code, const std::optional<std::int64_t>& value) {
    if (!value) return;
    fhir.observation(numbered(code, aim.number.value), "survey", aim.versions.back().stated_at);
    fhir.concept_of("code", {std::string(readiness), code});
    fhir.references("focus", {goal_reference(fhir, all, aim.number)});
    fhir.performed_by_person();
    fhir.json().key("valueInteger").integer(*value);
    fhir.end();
  };
  how("importance", aim.statement().importance);
  how("confidence", aim.statement().confidence);
}

void write_rating(FhirWriter& fhir, const Everything& all, const Aim& aim, const Rating& rating,
                  std::int64_t number) {
  const bool own = rating.side == Side::person;
  fhir.observation(numbered(numbered("judgement", aim.number.value), number), "survey",
                   rating.rated_at);
  fhir.concept_of("code", {std::string(loinc), own ? judged_by_person : judged_beside});
  fhir.references("focus", {goal_reference(fhir, all, aim.number)});
  if (own)
    fhir.performed_by_person();
  else
    fhir.performed_by(rating.by);
  fhir.concept_of("valueCodeableConcept", level_code(rating.level), rating.level_words.disclose());
  fhir.end();
}

void write_number(FhirWriter& fhir, const Everything& all, const AimNumber& number) {
  const NumberQuestion& question = number.question;
  const std::string words = question.words.disclose() + " (0: " + question.at_zero.disclose() +
                            ", 10: " + question.at_ten.disclose() + ")";
  const auto begin = [&](std::int64_t which, std::optional<Instant> at) {
    fhir.observation(numbered(numbered("number", number.number), which), "survey", at);
    fhir.words("code", words);
    fhir.references("focus", {goal_reference(fhir, all, {number.aim})});
    fhir.performed_by_person();
  };
  std::int64_t which = 0;
  for (const NumberAnswer& answer : number.answers) {
    begin(++which, answer.said_at);
    fhir.json().key("valueInteger").integer(answer.value);
    fhir.end();
  }
  if (which > 0) return;
  begin(which, fhir.beside_others() ? std::nullopt : std::optional(fhir.now()));
  fhir.concept_of("dataAbsentReason",
                  {"http://terminology.hl7.org/CodeSystem/data-absent-reason", "not-asked"});
  fhir.end();
}

void write_order(FhirWriter& fhir, const Everything& all) {
  const auto held = all.record.held_aims();
  const bool any_said_here =
      std::ranges::any_of(held, [&](const Aim* aim) { return is_written_here(fhir, *aim); });
  if (!any_said_here) return;
  fhir.begin("List", "order");
  fhir.text("status", "current");
  fhir.text("mode", "working");
  fhir.concept_of("code", {std::string(loinc), "81340-2"});
  fhir.subject();
  fhir.concept_of("orderedBy", {"http://terminology.hl7.org/CodeSystem/list-order", "priority"});
  fhir.json().key("entry").begin_array();
  for (const Aim* aim : held) {
    fhir.json().begin_object();
    fhir.refer("item", goal_reference(fhir, all, aim->number));
    fhir.json().end_object();
  }
  fhir.json().end_array();
  fhir.end();
}

}  // namespace

void write_aims(FhirWriter& fhir, const Everything& all) {
  for (const Aim& aim : all.record.aims) {
    if (is_written_here(fhir, aim)) write_goal(fhir, all, aim);
    write_readiness(fhir, all, aim);
    std::int64_t number = 0;
    for (const Rating& rating : all.record.ratings_of(aim)) {
      ++number;
      if (!fhir.beside_others() || !rating.from_elsewhere)
        write_rating(fhir, all, aim, rating, number);
    }
  }
  write_order(fhir, all);
  for (const AimNumber& number : all.record.numbers) write_number(fhir, all, number);
}

}  // namespace alongside::exchange
