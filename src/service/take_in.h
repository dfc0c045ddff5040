// SPDX-License-Identifier: Apache-2.0
// People, professionals, teams, sites and visits come in from other systems. The door reads and
// checks; this keeps. Twice the same changes nothing.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "foundation/base/clock.h"
#include "context/site.h"
#include "record/resources.h"
#include "service/service.h"
#include "service/take_in_aims.h"

namespace alongside::service {

using record::Arrival;
using record::Identifier;

struct IncomingResource {
  std::string type;
  std::string id;
  std::string content_hash;
  std::optional<Instant> last_updated;
  std::string content;
  std::vector<Identifier> identifiers = {};
  bool restricted = false;                            ///< for the person alone
  std::string codes = std::string(record::any_code);  ///< of its `code`, as record/resources has it
};
/// Of each whether these very bytes are here already.
struct ComingBytes {
  std::string_view type;
  std::string_view id;
  std::string_view bytes;
};
std::vector<bool> are_here(const Service& service, std::span<const ComingBytes> coming);
/// One transaction for all. Answers in the same order. References to people who had their record
/// erased are taken out of `content`.
/// `as_of`: since when they are as they are, where they do not say; not later than now.
std::vector<Arrival> take_in_resources(const Service& service,
                                       std::span<IncomingResource> resources, Instant as_of);

/// What "Organization?identifier=system|value" means here: "Organization/7" where exactly one has
/// it.
std::map<std::string, std::string> resolved_references(const Service& service,
                                                       const std::set<std::string>& conditional);

/// References are FHIR's, such as "Practitioner/160"; empty where there is none.
struct IncomingSite {
  std::string reference;
  std::string name;
};
struct IncomingPerson {
  std::string reference;
  std::string name;
  std::string family_name;
  std::optional<Day> born;
  bool gone = false;
  std::string organisation;
  bool as_before = false;  ///< the resource is the one that came in last
};
struct IncomingProfessional {
  std::string reference;
  std::string name;
};
struct IncomingRole {
  std::string professional;
  std::string organisation;
  std::string role;
};
struct IncomingTeam {
  std::string reference;
  std::string name;
  std::string person;  ///< whom it serves, when it is one person's team
  std::string organisation;
  std::vector<std::string> members;  ///< professionals, or other teams
  bool active = true;                ///< proposed, suspended and inactive teams give nobody access
};
struct IncomingVisit {
  std::string reference;
  std::string person;
  std::string professional;
  std::string organisation;
  Instant held;
  std::optional<VisitMode> mode = {};
};
struct IncomingClinic {
  std::vector<IncomingSite> sites;  ///< organisations that have a place people come to
  std::vector<IncomingPerson> people;
  std::vector<IncomingProfessional> professionals;
  std::vector<IncomingRole> roles;
  std::vector<IncomingTeam> teams;
  std::vector<IncomingVisit> visits;
  std::vector<IncomingAim> aims;
  std::vector<IncomingRating> ratings;
};

struct TakenIn {
  std::int64_t sites = 0;
  std::int64_t people = 0;
  std::int64_t professionals = 0;
  std::int64_t teams = 0;
  std::int64_t visits = 0;
  TakenAims aims;
  /// Who or what has not come in yet though others speak of it: "Patient/57a5", in order.
  std::vector<std::string> waiting;
  bool one_team_for_all = false;  ///< no team was named, so one team a site serves everybody there
};
struct TakeInDefaults {
  std::string clinic_name;  ///< of the site for everybody, when the files name none
  std::string zone;
};
/// What came in before and spoke of somebody who was not there yet; to be linked again with what
/// comes now.
std::vector<std::string> resources_that_wait(const Service& service);

/// A person lives at their organisation's site, or their care team's, or where their latest visit
/// was, or at the first site.
std::vector<Site> sites_known(const Service& service);
TakenIn take_in_clinic(const Service& service, const IncomingClinic& clinic,
                       const TakeInDefaults& defaults);
/// Inside a transaction of the caller's.
TakenIn take_in_clinic(const Service& service, sql::Writing& writing, const IncomingClinic& clinic,
                       const TakeInDefaults& defaults);

/// A resource that another system says is no longer there.
struct GoneResource {
  std::string type;
  std::string id;
};
/// What it said last, of each that was here; nothing of those that were not.
std::vector<std::string> take_out_resources(const Service& service,
                                            std::span<const GoneResource> gone);

}  // namespace alongside::service
