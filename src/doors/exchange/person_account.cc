// SPDX-License-Identifier: Apache-2.0
// Who may, who looked, and what the person says is wrong.
#include "doors/exchange/person_parts.h"

namespace alongside::exchange {
namespace {

using service::Everything;

void write_supporter(FhirWriter& fhir, const Supporter& supporter) {
  const bool holds = supporter.accepted && supporter.holds(fhir.now());
  JsonWriter& json = fhir.json();
  fhir.begin("Consent", numbered("supporter", supporter.number));
  fhir.text("status", holds ? "active" : "inactive");
  fhir.concept_of("scope",
                  {"http://terminology.hl7.org/CodeSystem/consentscope", "patient-privacy"});
  fhir.concepts("category", {{std::string(loinc), "59284-0"}});
  fhir.refer("patient", fhir.myself());
  fhir.text("dateTime", iso_utc(supporter.asked_at));
  fhir.concept_of("policyRule", {"http://terminology.hl7.org/CodeSystem/v3-ActCode", "OPTIN"});
  json.key("provision").begin_object();
  fhir.text("type", "permit");
  json.key("period").begin_object();
  fhir.text("end", iso_utc(supporter.until));
  json.end_object().key("actor").begin_array().begin_object();
  fhir.words("role", code_of(supporter.scope));
  // Beside everybody's resources older versions stay: nobody's name is left in them.
  fhir.named("reference", fhir.beside_others()       ? "supporter"
                          : supporter.called.empty() ? "erased"
                                                     : supporter.called);
  json.end_object().end_array().end_object();
  fhir.end();
}

void write_correction(FhirWriter& fhir, const Correction& correction) {
  JsonWriter& json = fhir.json();
  fhir.begin("Communication", numbered("correction", correction.number));
  fhir.text("status", "completed");
  fhir.subject();
  fhir.words("topic", code_of(correction.about));
  fhir.text("sent", iso_utc(correction.said_at));
  fhir.refer("sender", fhir.myself());
  json.key("payload").begin_array().begin_object();
  fhir.text("contentString", correction.words.disclose());
  json.end_object().end_array();
  const std::string answered =
      correction.answered_at ? iso_utc(*correction.answered_at) : std::string();
  std::vector<Note> notes{
      {std::string(code_of(correction.answer)), answered, correction.answered_by}};
  if (!correction.reason.disclose().empty())
    notes.push_back({correction.reason.disclose(), answered, correction.answered_by});
  fhir.notes(notes);
  fhir.end();
}

void begin_event(FhirWriter& fhir, std::string_view id, std::string_view act, Instant at) {
  fhir.begin("AuditEvent", id);
  fhir.json().key("type");
  fhir.coding({"http://terminology.hl7.org/CodeSystem/audit-event-type", "rest"});
  fhir.json().key("subtype").begin_array();
  fhir.coding(own_code("act", act));
  fhir.json().end_array();
  fhir.text("recorded", iso_utc(at));
}

void write_who(FhirWriter& fhir, std::string_view name, std::string_view site) {
  JsonWriter& json = fhir.json();
  json.key("agent").begin_array().begin_object();
  if (!name.empty()) fhir.named("who", name);
  json.key("requestor").boolean(true).end_object().end_array();
  json.key("source").begin_object();
  fhir.named("observer", site);
  json.end_object();
}

void write_emergency(FhirWriter& fhir, const Everything& all, const service::Opening& opening) {
  JsonWriter& json = fhir.json();
  begin_event(fhir, numbered("emergency", opening.number), "break_glass", opening.opened_at);
  json.key("purposeOfEvent").begin_array().begin_object().key("coding").begin_array();
  fhir.coding({"http://terminology.hl7.org/CodeSystem/v3-ActReason", "BTG"});
  json.end_array();
  fhir.text("text", opening.reason.disclose());
  json.end_object().end_array();
  write_who(fhir, opening.by_name, all.record.site.name);
  fhir.end();
}

void write_entry(FhirWriter& fhir, const Everything& all, const service::HistoryEntry& entry) {
  begin_event(fhir, numbered("entry", entry.number), entry.act, entry.at);
  write_who(fhir, entry.actor_name, all.record.site.name);
  fhir.json().key("entity").begin_array().begin_object();
  fhir.refer("what", fhir.myself());
  if (!entry.what.empty()) fhir.text("name", entry.what);
  fhir.json().end_object().end_array();
  fhir.end();
}

}  // namespace

void write_account(FhirWriter& fhir, const Everything& all) {
  for (const Supporter& supporter : all.supporters) write_supporter(fhir, supporter);
  for (const Correction& correction : all.record.corrections) write_correction(fhir, correction);
  if (fhir.beside_others()) return;
  for (const service::Opening& opening : all.record.openings) write_emergency(fhir, all, opening);
  for (const service::HistoryEntry& entry : all.history) write_entry(fhir, all, entry);
}

}  // namespace alongside::exchange
