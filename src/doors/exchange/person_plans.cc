// SPDX-License-Identifier: Apache-2.0
// What both sides agreed: a CarePlan whose activities are requests, each done on its days.
#include "doors/exchange/person_parts.h"

namespace alongside::exchange {
namespace {

using service::Everything;

constexpr std::string_view pertains_to_goal =
    "http://hl7.org/fhir/StructureDefinition/resource-pertainsToGoal";

std::string action_id(const Agreement& agreement, const Action& action) {
  return numbered(numbered("action", agreement.number.value), action.number);
}

std::string own_extension(std::string_view name) {
  return std::string(fhir_base) + "StructureDefinition/" + std::string(name);
}

/// The aims that a request is for, and the minutes a week that it asks.
void write_what_for(FhirWriter& fhir, const Everything& all, const Agreement& agreement,
                    const std::optional<MinutesAWeek>& minutes) {
  if (agreement.aims.empty() && !minutes) return;
  JsonWriter& json = fhir.json();
  json.key("extension").begin_array();
  for (const AimNo aim : agreement.aims) {
    json.begin_object();
    fhir.text("url", pertains_to_goal);
    fhir.refer("valueReference", goal_reference(fhir, all, aim));
    json.end_object();
  }
  if (minutes) {
    json.begin_object();
    fhir.text("url", own_extension("asks-time"));
    fhir.minutes_a_week("valueQuantity", minutes->value);
    json.end_object();
  }
  json.end_array();
}

void write_action(FhirWriter& fhir, const Everything& all, const Agreement& agreement,
                  const Action& action) {
  fhir.begin("ServiceRequest", action_id(agreement, action));
  write_what_for(fhir, all, agreement, action.minutes);
  fhir.text("status", "active");
  fhir.text("intent", "plan");
  fhir.words("code", action.words.disclose());
  fhir.subject();
  if (action.due) fhir.text("occurrenceDateTime", action.due->iso());
  fhir.text("authoredOn", iso_utc(agreement.agreed_at));
  if (action.side == Side::person)
    fhir.performed_by_person();
  else
    fhir.performed_by(action.owner);
  fhir.end();
}

void write_option(FhirWriter& fhir, const Everything& all, const Agreement& agreement,
                  const Option& option, std::int64_t number) {
  fhir.begin("ServiceRequest", numbered(numbered("option", agreement.number.value), number));
  write_what_for(fhir, all, agreement, std::nullopt);
  fhir.text("status", option.standing == OptionStanding::refused ? "revoked" : "active");
  fhir.text("intent", "proposal");
  const std::string& words = option.words.disclose();
  const std::string version = option.version.empty() ? "" : ", version " + option.version;
  fhir.words("code", words.empty() ? std::string(code_of(option.source)) : words + version);
  fhir.subject();
  const std::string agreed = iso_utc(agreement.agreed_at);
  fhir.text("authoredOn", agreed);
  std::vector<Note> notes{{std::string(code_of(option.standing)), agreed}};
  if (!option.persons_reason.disclose().empty())
    notes.push_back({option.persons_reason.disclose(), agreed});
  if (!option.professionals_reason.disclose().empty())
    notes.push_back({option.professionals_reason.disclose(), agreed, agreement.recorded_by});
  fhir.notes(notes);
  fhir.end();
}

void write_activity(FhirWriter& fhir, const Everything& all, const Agreement& agreement,
                    const Action& action) {
  JsonWriter& json = fhir.json();
  json.begin_object();
  fhir.refer("reference", "ServiceRequest/" + fhir.id_of(action_id(agreement, action)));
  bool first = true;
  for (const service::DoneOn& deed : all.deeds) {
    if (deed.agreement != agreement.number || deed.action != action.number) continue;
    if (first) json.key("progress").begin_array();
    first = false;
    json.begin_object();
    fhir.text("time", deed.day.iso());
    fhir.text("text", "done");
    json.end_object();
  }
  if (!first) json.end_array();
  json.end_object();
}

std::vector<Note> notes_of(const Agreement& agreement) {
  std::vector<Note> notes;
  const auto note = [&](const std::string& words, const std::string& author = {}) {
    if (!words.empty()) notes.push_back({words, iso_utc(agreement.agreed_at), author});
  };
  note(agreement.note.disclose());
  note(agreement.standard);
  note(agreement.disturbs_how.disclose());
  note(agreement.persons_view.disclose());
  note(agreement.professionals_view.disclose(), agreement.recorded_by);
  return notes;
}

void write_agreement(FhirWriter& fhir, const Everything& all, const Agreement& agreement) {
  const Zone zone = Zone::named(all.record.site.zone).value();
  JsonWriter& json = fhir.json();
  fhir.begin("CarePlan", numbered("agreement", agreement.number.value));
  json.key("extension").begin_array();
  const auto extension = [&](std::string_view name, std::string_view code) {
    json.begin_object();
    fhir.text("url", own_extension(name));
    fhir.text("valueCode", code);
    json.end_object();
  };
  extension("shared-work-degree", code_of(agreement.shared_work));
  extension("response-kind", code_of(agreement.response_kind));
  json.end_array();
  fhir.text("status", "active");
  fhir.text("intent", "plan");
  fhir.subject();
  json.key("period").begin_object();
  fhir.text("start", zone.day_of(agreement.agreed_at).iso());
  if (agreement.look_again) fhir.text("end", agreement.look_again->iso());
  json.end_object();
  fhir.text("created", iso_utc(agreement.agreed_at));
  fhir.refer("author", fhir.myself());
  json.key("contributor").begin_array().begin_object();
  fhir.text("reference", fhir.myself());
  json.end_object().begin_object();
  fhir.text("display", agreement.recorded_by);
  json.end_object().end_array();
  std::vector<std::string> goals;
  for (const AimNo aim : agreement.aims) goals.push_back(goal_reference(fhir, all, aim));
  fhir.references("goal", goals);
  json.key("activity").begin_array();
  for (const Action& action : agreement.actions) write_activity(fhir, all, agreement, action);
  json.end_array();
  fhir.notes(notes_of(agreement));
  fhir.end();
}

}  // namespace

void write_plans(FhirWriter& fhir, const Everything& all) {
  for (const Agreement& agreement : all.record.agreements) {
    for (const Action& action : agreement.actions) write_action(fhir, all, agreement, action);
    std::int64_t number = 0;
    for (const Option& option : agreement.options)
      write_option(fhir, all, agreement, option, ++number);
    write_agreement(fhir, all, agreement);
  }
}

}  // namespace alongside::exchange
