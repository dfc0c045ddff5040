// SPDX-License-Identifier: Apache-2.0
// The same writers as a person's own Bundle, without the person and without who looked.
#include "doors/exchange/own_resources.h"

#include "doors/exchange/person_parts.h"
#include "doors/exchange/resource.h"
#include "foundation/base/secret.h"
#include "foundation/fhir/content.h"

namespace alongside::exchange {
namespace {

constexpr std::string_view patient = "Patient/";
constexpr std::size_t letters_of_a_suffix = 16;

}  // namespace

std::vector<std::string> own_resources_of(const service::Everything& all, Instant now) {
  std::vector<std::string> resources;
  if (!all.source.starts_with(patient)) return resources;
  FhirWriter fhir(all.source.substr(patient.size()), now,
                  sha256(all.source).substr(0, letters_of_a_suffix));
  write_aims(fhir, all);
  write_life(fhir, all);
  write_plans(fhir, all);
  write_visits(fhir, all);
  write_account(fhir, all);
  const std::string bundle = std::move(fhir).take();
  for (const std::string_view one : fhir::members_of_each(bundle, "entry", "resource"))
    resources.emplace_back(one);
  return resources;
}

void OwnResources::show(PersonKey person) {
  const auto all = service::everything_to_show(service_, person);
  if (!all) return;
  ResourceReader reader;
  std::vector<service::IncomingResource> resources;
  for (std::string& content : own_resources_of(*all, service_.now())) {
    if (!reader.read_again(content)) continue;
    resources.push_back({reader.type(), reader.id(), reader.content_hash(), std::nullopt,
                         std::move(content), reader.identifiers(), reader.restricted(),
                         reader.codes()});
  }
  service::show_own(service_, person, resources);
}

void OwnResources::bring_up_to_date() {
  const std::lock_guard lock(mutex_);
  if (service::nothing_happened(service_, heads_)) return;
  const service::Changed changed = service::due_to_be_shown(service_);
  for (const PersonKey person : changed.people) show(person);
  if (!changed.heads.empty()) service::shown_until(service_, changed);
}

}  // namespace alongside::exchange
