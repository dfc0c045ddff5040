// SPDX-License-Identifier: Apache-2.0
// When they met, and what was said before and between.
#include "doors/exchange/person_parts.h"

namespace alongside::exchange {
namespace {

using service::Everything;

/// R4 asks for a class; of a visit of which nobody said how, it is not known.
Code class_of(std::optional<VisitMode> mode) {
  constexpr const char* acts = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
  if (!mode) return {"http://terminology.hl7.org/CodeSystem/v3-NullFlavor", "UNK"};
  switch (*mode) {
    case VisitMode::in_the_room:
      return {acts, "AMB"};
    case VisitMode::at_home:
      return {acts, "HH"};
    case VisitMode::at_a_distance:
      return {acts, "VR"};
    case VisitMode::in_hospital:
      return {acts, "IMP"};
    case VisitMode::emergency:
      return {acts, "EMER"};
  }
  return {acts, "AMB"};
}

void write_visit(FhirWriter& fhir, std::string_view id, std::string_view status,
                 std::string_view start, std::string_view with,
                 std::optional<VisitMode> mode = {}) {
  JsonWriter& json = fhir.json();
  fhir.begin("Encounter", id);
  fhir.text("status", status);
  json.key("class");
  fhir.coding(class_of(mode));
  fhir.subject();
  if (!with.empty()) {
    json.key("participant").begin_array().begin_object();
    fhir.named("individual", with);
    json.end_object().end_array();
  }
  json.key("period").begin_object();
  fhir.text("start", start);
  json.end_object();
  fhir.end();
}

/// An answer to one question; asked and without an answer, where it is empty.
struct Item {
  std::string link;
  std::optional<std::string> text = {};
  std::optional<std::int64_t> number = {};
};

struct Response {
  std::string id;
  std::string_view questionnaire;
  Instant at;
  bool finished = true;
  std::string author = {};  ///< who wrote for the person; empty: the person
};

void write_response(FhirWriter& fhir, const Response& response, const std::vector<Item>& items) {
  JsonWriter& json = fhir.json();
  fhir.begin("QuestionnaireResponse", response.id);
  fhir.text("questionnaire",
            std::string(fhir_base) + "Questionnaire/" + std::string(response.questionnaire));
  fhir.text("status", response.finished ? "completed" : "in-progress");
  fhir.subject();
  fhir.text("authored", iso_utc(response.at));
  if (response.author.empty())
    fhir.refer("author", fhir.myself());
  else
    fhir.named("author", response.author);
  if (!items.empty()) json.key("item").begin_array();
  for (const Item& item : items) {
    json.begin_object();
    fhir.text("linkId", item.link);
    if (item.text || item.number) {
      json.key("answer").begin_array().begin_object();
      if (item.text) fhir.text("valueString", *item.text);
      if (item.number) json.key("valueInteger").integer(*item.number);
      json.end_object().end_array();
    }
    json.end_object();
  }
  if (!items.empty()) json.end_array();
  fhir.end();
}

void write_preparation(FhirWriter& fhir, const Preparation& made) {
  std::vector<Item> items;
  for (const PrepLine& line : made.lines)
    items.push_back({field_of(line.asked),
                     line.answer ? std::optional(line.answer->disclose()) : std::nullopt});
  write_response(
      fhir,
      {numbered("preparation", made.number), "before-a-visit", made.sent_at.value_or(made.begun_at),
       made.sent_at.has_value(),
       fhir.beside_others() && !made.writer_name.empty() ? "supporter" : made.writer_name},
      items);
}

void write_questionnaire(FhirWriter& fhir, const service::InstrumentAnswered& answered,
                         std::int64_t number) {
  std::vector<Item> items;
  for (std::size_t i = 0; i < answered.answers.size(); ++i)
    items.push_back({std::to_string(i + 1), std::nullopt, answered.answers[i]});
  const std::string id = numbered("questions", number);
  write_response(fhir, {id, answered.instrument, answered.answered_at}, items);
  if (!answered.score) return;
  fhir.observation(id + "-sum", "survey", answered.answered_at);
  fhir.words("code", answered.instrument);
  fhir.references("derivedFrom", {"QuestionnaireResponse/" + fhir.id_of(id)});
  fhir.json().key("valueQuantity").begin_object().key("value").number(*answered.score);
  fhir.json().end_object();
  fhir.end();
}

}  // namespace

void write_visits(FhirWriter& fhir, const Everything& all) {
  std::int64_t number = 0;
  for (const service::HeldVisit& visit : all.visits)
    write_visit(fhir, numbered("visit", ++number), "finished", iso_utc(visit.held_at),
                visit.professional, visit.mode);
  if (all.record.planned)
    write_visit(fhir, "visit-planned", "planned", all.record.planned->day.iso(),
                all.record.planned->professional);
  for (const Preparation& made : all.preparations) write_preparation(fhir, made);
  auto last = static_cast<std::int64_t>(all.check_ins.size());
  for (const service::CheckIn& check_in : all.check_ins)
    write_response(fhir, {numbered("check-in", last--), "check-in", check_in.made_at},
                   {{"line", check_in.line.disclose()}});
  last = static_cast<std::int64_t>(all.record.answered.size());
  for (const service::InstrumentAnswered& answered : all.record.answered)
    write_questionnaire(fhir, answered, last--);
}

}  // namespace alongside::exchange
