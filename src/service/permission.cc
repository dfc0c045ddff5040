// SPDX-License-Identifier: Apache-2.0
// The one policy: who reaches which record, team or duty.
#include "service/permission.h"

#include "record/break_glass.h"
#include "record/identifiers.h"
#include "record/people.h"
#include "record/projects.h"
#include "record/supporters.h"
#include "record/visit_invitations.h"

namespace alongside {
namespace {

Refusal not_found() { return Refusal("permission.not_found"); }

}  // namespace

Outcome<PersonAccess> Permission::to_record(const sql::Reading& reading,
                                            const service::Caller& caller, const RecordOf& whose,
                                            Doing doing, Instant now) {
  if (whose.as_guest) {
    if (!caller.guest ||
        !record::is_invited(reading, caller.guest->person, caller.guest->code_hash, now))
      return not_found();
    return PersonAccess(caller.guest->person, Relation::invited);
  }
  std::optional<PersonNo> person = caller.person;
  if (whose.id) person = record::person_number(reading, caller.home, *whose.id);
  if (!person) return not_found();
  const PersonKey key{caller.home, *person};
  if (whose.as_supporter) {
    const auto scope = record::support_scope(reading, key, {caller.user_no}, now);
    if (!scope || (doing == Doing::change && !holds_changes(*scope))) return not_found();
    return PersonAccess(key, *scope);
  }
  if (caller.person == person) {
    if (!record::is_there(reading, key)) return not_found();  // Erased a moment ago.
    return PersonAccess(key, Relation::self);
  }
  if (caller.professional &&
      record::serves(reading, caller.home, *caller.professional, *person, now))
    return PersonAccess(key, Relation::team_member);
  if (doing == Doing::look && caller.professional &&
      record::is_on_a_team(reading, caller.home, *caller.professional, now) &&
      record::has_open(reading, caller.home, *caller.professional, *person, now))
    return PersonAccess(key, Relation::break_glass);
  return not_found();
}

PersonAccess Permission::to_bring_in(PersonKey person) {
  return PersonAccess(person, Relation::source);
}

Outcome<TeamAccess> Permission::to_team(const sql::Reading& reading, const service::Caller& caller,
                                        const Id<Team>& id, Instant now) {
  const auto team = record::team_number(reading, caller.home, id);
  if (!team || !caller.professional) return not_found();
  if (!record::is_member(reading, caller.home, *caller.professional, *team, now))
    return not_found();
  return TeamAccess(caller.home, *team);
}

Outcome<ProjectAccess> Permission::to_project(const sql::Reading& reading,
                                              const service::Caller& caller, const Id<Project>& id,
                                              Instant now) {
  const auto project = record::project_keys(reading, caller.home, id);
  if (!project) return not_found();
  if (caller.professional &&
      record::is_member(reading, caller.home, *caller.professional, project->team, now))
    return ProjectAccess(caller.home, project->project.value, project->team, true);
  if (record::takes_part(reading, caller.home, project->project, {caller.user_no}))
    return ProjectAccess(caller.home, project->project.value, project->team, false);
  return not_found();
}

Outcome<HuddleAccess> Permission::to_huddle(const sql::Reading& reading,
                                            const service::Caller& caller, const Id<Team>& id,
                                            Instant now) {
  const auto team = record::team_number(reading, caller.home, id);
  if (!team) return not_found();
  if (caller.professional &&
      record::is_member(reading, caller.home, *caller.professional, *team, now))
    return HuddleAccess(caller.home, *team, true);
  if (record::works_with_team(reading, caller.home, *team, {caller.user_no}))
    return HuddleAccess(caller.home, *team, false);
  return not_found();
}

OwnProjectsAccess Permission::to_own_projects(const service::Caller& caller) {
  return OwnProjectsAccess(caller.home, caller.user_no,
                           caller.professional.value_or(ProfessionalNo{0}));
}

Outcome<OwnPeopleAccess> Permission::to_own_people(const service::Caller& caller) {
  if (!caller.professional) return not_found();
  return OwnPeopleAccess(caller.home, *caller.professional);
}

Outcome<OwnJournalAccess> Permission::to_own_journal(const service::Caller& caller) {
  if (!caller.professional) return not_found();
  return OwnJournalAccess(caller.home, caller.user_no, *caller.professional);
}

SupportingAccess Permission::to_supported(const service::Caller& caller) {
  return SupportingAccess(caller.home, caller.user_no);
}

ResourceAccess Permission::to_resources(const sql::Reading& reading,
                                        const service::Program& program) {
  if (program.patient.empty()) return ResourceAccess({}, program.owner);
  return ResourceAccess(record::references_of(reading, program.patient), program.is_the_person());
}

Outcome<AdministratorAccess> Permission::to_administer(const service::Caller& caller) {
  if (!caller.administrator) return not_found();
  return AdministratorAccess();
}

Outcome<Done> only_the_person(const PersonAccess& access) {
  if (access.relation() != Relation::self) return Refusal("permission.only_the_person");
  return Done{};
}

Outcome<Done> only_a_supporter(const PersonAccess& access) {
  if (access.relation() != Relation::supporter) return not_found();
  return Done{};
}

Outcome<Done> only_a_professional(const PersonAccess& access) {
  if (access.relation() != Relation::team_member) return Refusal("permission.only_a_professional");
  return Done{};
}

}  // namespace alongside
