// SPDX-License-Identifier: Apache-2.0
// May this caller do this to that? The one policy, decided from the database at each request,
// before anything is read. What is not permitted answers exactly like what does not exist.
#pragma once

#include "change/project.h"
#include "foundation/base/outcome.h"
#include "record/access.h"
#include "record/people.h"
#include "service/caller.h"
#include "service/programs.h"

namespace alongside {

/// Whose record: the caller's own, that of a person whom they serve, or of one whom they support.
/// Each side has its own pages, so that nobody reaches more through one by being on another, too.
struct RecordOf {
  static RecordOf own() { return {}; }
  static RecordOf person(Id<Person> id) { return {std::move(id)}; }
  static RecordOf supported(Id<Person> id) { return {std::move(id), true}; }
  /// That of a guest with a code; only service/prepare asks for it.
  static RecordOf invited() { return {{}, false, true}; }
  std::optional<Id<Person>> id = {};
  bool as_supporter = false;
  bool as_guest = false;
};

enum class Doing { look, change };

/// The only maker of the accesses in record/access.h. Default is no.
class Permission {
 public:
  /// self: the caller is the person. supporter: the person asked the caller, it holds now, and its
  /// scope covers what they are doing; asked for only by RecordOf::supported. team_member: a team
  /// that the caller belongs to now serves the person now. break_glass: the caller, on some team of
  /// the site now, opened the record in an emergency, which has not lapsed, and only looks.
  /// invited: the caller holds a code for the person that holds now; asked for only by
  /// RecordOf::invited. Anything else is refused with "permission.not_found".
  static Outcome<PersonAccess> to_record(const sql::Reading& reading, const service::Caller& caller,
                                         const RecordOf& whose, Doing doing, Instant now);
  /// The program itself, while an import runs or whoever owns the data folder erases somebody at
  /// their wish; nobody who is signed in comes this way.
  static PersonAccess to_bring_in(PersonKey person);
  /// Members of the team.
  static Outcome<TeamAccess> to_team(const sql::Reading& reading, const service::Caller& caller,
                                     const Id<Team>& team, Instant now);
  /// Members of the project's team; and whoever the team asked and said yes, a patient partner
  /// among them. Nothing that it reaches is about one person.
  static Outcome<ProjectAccess> to_project(const sql::Reading& reading,
                                           const service::Caller& caller,
                                           const Id<Project>& project, Instant now);
  /// Members of the team, and those who work in one of its projects.
  static Outcome<HuddleAccess> to_huddle(const sql::Reading& reading, const service::Caller& caller,
                                         const Id<Team>& team, Instant now);
  /// Anybody who is signed in, to the projects that they take part in or are asked to join.
  static OwnProjectsAccess to_own_projects(const service::Caller& caller);
  /// Professionals, to the people whom their teams serve.
  static Outcome<OwnPeopleAccess> to_own_people(const service::Caller& caller);
  /// Professionals, each to what they wrote themself and what is counted of their own visits.
  static Outcome<OwnJournalAccess> to_own_journal(const service::Caller& caller);
  /// Anybody who is signed in, to those who asked them for support.
  static SupportingAccess to_supported(const service::Caller& caller);
  /// A program that holds a key, to everybody's resources or to those about one person; what is for
  /// the person alone only when it comes for them. Whoever owns the data folder, to all, so that
  /// nothing stays behind.
  static ResourceAccess to_resources(const sql::Reading& reading, const service::Program& program);
  static Outcome<AdministratorAccess> to_administer(const service::Caller& caller);
};

/// Only the person, not their professionals: "permission.only_the_person".
Outcome<Done> only_the_person(const PersonAccess& access);
/// Only somebody whom the person asked to tick for them: "permission.not_found".
Outcome<Done> only_a_supporter(const PersonAccess& access);
/// Only a professional who serves the person: "permission.only_a_professional".
Outcome<Done> only_a_professional(const PersonAccess& access);

}  // namespace alongside
