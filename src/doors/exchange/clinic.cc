// SPDX-License-Identifier: Apache-2.0
// The one place where FHIR's words for people and places become ours.
#include "doors/exchange/clinic.h"

#include "doors/exchange/spoken_aim.h"
#include "foundation/base/text.h"

namespace alongside::exchange {
namespace {

std::string text_at(const ResourceReader& resource, const std::string& pointer) {
  return one_line(resource.at(pointer).value_or(""));
}

struct HumanName {
  std::string whole;
  std::string family;
};

/// The official name, or else the first: prefix apart, given names then family; or its text.
HumanName name_of(const ResourceReader& resource) {
  std::string chosen = "/name/0";
  for (int i = 0; resource.has("/name/" + std::to_string(i)); ++i)
    if (resource.at("/name/" + std::to_string(i) + "/use") == "official") {
      chosen = "/name/" + std::to_string(i);
      break;
    }
  HumanName name;
  name.family = text_at(resource, chosen + "/family");
  for (int i = 0; i < 8; ++i) {
    const std::string given = text_at(resource, chosen + "/given/" + std::to_string(i));
    if (given.empty()) break;
    name.whole += given + " ";
  }
  name.whole = one_line(name.whole + name.family);
  if (name.whole.empty()) name.whole = text_at(resource, chosen + "/text");
  if (name.whole.empty()) name.whole = resource.id();
  if (name.family.empty()) name.family = name.whole;
  return name;
}

}  // namespace

void ClinicCollector::take_person(const ResourceReader& resource) {
  const HumanName name = name_of(resource);
  service::IncomingPerson person;
  person.reference = "Patient/" + resource.id();
  person.name = name.whole;
  person.family_name = name.family;
  const auto born = resource.at("/birthDate");
  if (born) person.born = Day::from_iso(*born);
  person.gone = resource.at("/active") == "false" || resource.has("/deceasedDateTime") ||
                resource.at("/deceasedBoolean") == "true";
  person.organisation = text_at(resource, "/managingOrganization/reference");
  clinic_.people.push_back(std::move(person));
}

namespace {

/// v3-ActCode of Encounter.class; whatever says nothing about the place is left unsaid.
std::optional<VisitMode> mode_of(std::string_view code) {
  if (code == "AMB") return VisitMode::in_the_room;
  if (code == "HH") return VisitMode::at_home;
  if (code == "VR") return VisitMode::at_a_distance;
  if (code == "EMER") return VisitMode::emergency;
  if (code == "IMP" || code == "ACUTE" || code == "NONAC" || code == "OBSENC" || code == "SS")
    return VisitMode::in_hospital;
  return std::nullopt;
}

}  // namespace

void ClinicCollector::take_visit(const ResourceReader& resource) {
  if (resource.at("/status") != "finished") return;
  const auto held = instant_from_fhir(text_at(resource, "/period/start"));
  if (!held) return;
  clinic_.visits.push_back({"Encounter/" + resource.id(), text_at(resource, "/subject/reference"),
                            text_at(resource, "/participant/0/individual/reference"),
                            text_at(resource, "/serviceProvider/reference"), *held,
                            mode_of(text_at(resource, "/class/code"))});
}

void ClinicCollector::take_team(const ResourceReader& resource) {
  service::IncomingTeam team;
  team.reference = "CareTeam/" + resource.id();
  team.name = text_at(resource, "/name");
  const auto status = resource.at("/status");
  team.active = !status || *status == "active";
  team.person = text_at(resource, "/subject/reference");
  team.organisation = text_at(resource, "/managingOrganization/0/reference");
  for (int i = 0; resource.has("/participant/" + std::to_string(i)); ++i)
    team.members.push_back(
        text_at(resource, "/participant/" + std::to_string(i) + "/member/reference"));
  clinic_.teams.push_back(std::move(team));
}

bool ClinicCollector::links(const ResourceReader& resource) {
  return resource.type() == "Observation" ? is_own_score(resource) : may_link(resource.type());
}

bool ClinicCollector::may_link(std::string_view type) {
  return type == "Goal" || type == "Observation" || type == "Patient" || type == "Practitioner" ||
         type == "PractitionerRole" || type == "Organization" || type == "Location" ||
         type == "Encounter" || type == "CareTeam";
}

void ClinicCollector::take(const ResourceReader& resource, bool as_before) {
  const std::string& type = resource.type();
  if (is_goal(resource)) clinic_.aims.push_back(aim_from(resource));
  if (is_own_score(resource)) clinic_.ratings.push_back(rating_from(resource));
  if (type != "CareTeam" && resource.at("/status") == "entered-in-error") return;
  if (type == "Patient") {
    take_person(resource);
    clinic_.people.back().as_before = as_before;
  } else if (type == "Practitioner") {
    clinic_.professionals.push_back({"Practitioner/" + resource.id(), name_of(resource).whole});
  } else if (type == "PractitionerRole") {
    const std::string practitioner = text_at(resource, "/practitioner/reference");
    professional_of_role_["PractitionerRole/" + resource.id()] = practitioner;
    std::string role = text_at(resource, "/code/0/text");
    if (role.empty()) role = text_at(resource, "/code/0/coding/0/display");
    clinic_.roles.push_back({practitioner, text_at(resource, "/organization/reference"), role});
  } else if (type == "Organization") {
    organisations_["Organization/" + resource.id()] = text_at(resource, "/name");
  } else if (type == "Location") {
    places_.emplace(text_at(resource, "/managingOrganization/reference"),
                    text_at(resource, "/name"));
  } else if (type == "Encounter") {
    take_visit(resource);
  } else if (type == "CareTeam") {
    take_team(resource);
  }
}

void ClinicCollector::take_out(const ResourceReader& resource) {
  if (is_goal(resource)) {
    clinic_.aims.push_back(aim_from(resource));
    clinic_.aims.back().standing = service::Standing::error;
    clinic_.aims.back().content_hash = "deleted";  // The same content again is an aim again.
  } else if (is_own_score(resource)) {
    clinic_.ratings.push_back(rating_from(resource));
    clinic_.ratings.back().standing = service::Standing::error;
  } else if (resource.type() == "Patient") {
    take_person(resource);
    clinic_.people.back().gone = true;
  } else if (resource.type() == "CareTeam") {
    take_team(resource);
    clinic_.teams.back().active = false;
  }
}

void ClinicCollector::resolve(const std::map<std::string, std::string>& resolved,
                              const std::string& base) {
  const auto put = [&](std::string& reference) {
    if (!base.empty() && reference.starts_with(base + "/")) reference.erase(0, base.size() + 1);
    const auto found = resolved.find(reference);
    if (found != resolved.end()) reference = found->second;
  };
  for (service::IncomingPerson& person : clinic_.people) put(person.organisation);
  for (service::IncomingVisit& visit : clinic_.visits)
    for (std::string* one : {&visit.person, &visit.professional, &visit.organisation}) put(*one);
  for (service::IncomingRole& role : clinic_.roles)
    for (std::string* one : {&role.professional, &role.organisation}) put(*one);
  for (service::IncomingTeam& team : clinic_.teams) {
    for (std::string* one : {&team.person, &team.organisation}) put(*one);
    for (std::string& member : team.members) put(member);
  }
  for (service::IncomingAim& aim : clinic_.aims) put(aim.person);
  for (service::IncomingRating& rating : clinic_.ratings)
    for (std::string* one : {&rating.person, &rating.aim}) put(*one);
  for (auto& [role, professional] : professional_of_role_) put(professional);
  std::map<std::string, std::string> places;
  for (const auto& [organisation, name] : places_) {
    std::string known = organisation;
    put(known);
    places.emplace(known, name);
  }
  places_ = std::move(places);
}

service::IncomingClinic ClinicCollector::collected(
    const std::map<std::string, std::string>& resolved, const std::string& base) && {
  resolve(resolved, base);
  for (const auto& [organisation, place] : places_) {
    const auto known = organisations_.find(organisation);
    if (known == organisations_.end()) continue;
    clinic_.sites.push_back({organisation, place.empty() ? known->second : place});
  }
  for (service::IncomingTeam& team : clinic_.teams)
    for (std::string& member : team.members) {
      const auto role = professional_of_role_.find(member);
      if (role != professional_of_role_.end()) member = role->second;
    }
  return std::move(clinic_);
}

}  // namespace alongside::exchange
