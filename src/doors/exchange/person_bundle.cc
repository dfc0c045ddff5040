// SPDX-License-Identifier: Apache-2.0
// The person, then their record part by part, then what came in.
#include "doors/exchange/person_bundle.h"

#include "doors/exchange/person_parts.h"

namespace alongside::exchange {
namespace {

void write_patient(FhirWriter& fhir, const service::Everything& all) {
  const Person& person = all.record.person;
  fhir.begin("Patient", person.id.text());
  JsonWriter& json = fhir.json();
  json.key("name").begin_array().begin_object();
  fhir.text("text", person.name.disclose());
  json.end_object().end_array();
  if (person.born) fhir.text("birthDate", person.born->iso());
  if (!all.record.care_team.empty()) {
    json.key("generalPractitioner").begin_array();
    for (const Professional& professional : all.record.care_team) {
      json.begin_object();
      fhir.text("display", professional.name + ", " + professional.role);
      json.end_object();
    }
    json.end_array();
  }
  fhir.named("managingOrganization", all.record.site.name);
  // The resource under which they came in stands at the end of the Bundle.
  if (!all.resources.empty()) {
    json.key("link").begin_array().begin_object();
    fhir.refer("other", all.source);
    fhir.text("type", "seealso");
    json.end_object().end_array();
  }
  fhir.end();
}

}  // namespace

std::string goal_reference(const FhirWriter& fhir, const service::Everything& all, AimNo number) {
  for (const Aim& aim : all.record.aims) {
    if (aim.number != number) continue;
    return fhir.beside_others() && !aim.known_as.empty() ? aim.known_as : "Goal/" + aim.id.text();
  }
  return {};
}

std::string person_bundle(const service::Everything& all, Instant now) {
  FhirWriter fhir(all.record.person.id.text(), now);
  write_patient(fhir, all);
  write_aims(fhir, all);
  write_life(fhir, all);
  write_plans(fhir, all);
  write_visits(fhir, all);
  write_account(fhir, all);
  for (const auto& kept : all.resources) fhir.received(kept.type, kept.id, kept.content);
  return std::move(fhir).take();
}

}  // namespace alongside::exchange
