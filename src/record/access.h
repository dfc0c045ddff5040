// SPDX-License-Identifier: Apache-2.0
// The right to read or change one person's record. Only service/permission can make one.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "coproduction/person.h"
#include "coproduction/support.h"
#include "record/part.h"

namespace alongside {

class Permission;

/// By which relation somebody reaches a record; written into the history.
/// `client`: a program that was let in. `supporter`: somebody close whom the person asked, within a
/// scope. `break_glass`: opened in an emergency, to look and not to change. `invited`: the person
/// without a sign-in, by a code for one visit, to prepare it and nothing else. `source`: the
/// program, bringing in what another system holds about the person.
enum class Relation { self, team_member, supporter, break_glass, invited, source, client };

/// Every record function over a person asks for one. It cannot be copied or made elsewhere: a
/// program that goes around the policy does not compile
/// (tests/must_not_compile/access_out_of_thin_air.cc).
class PersonAccess {
 public:
  PersonAccess(PersonAccess&&) = default;
  PersonAccess& operator=(PersonAccess&&) = delete;
  PersonAccess(const PersonAccess&) = delete;
  PersonAccess& operator=(const PersonAccess&) = delete;

  PersonKey person() const { return person_; }
  std::int64_t home() const { return person_.home.value; }
  std::int64_t number() const { return person_.person.value; }
  Relation relation() const { return relation_; }
  /// A supporter's; what anybody else may see has no scope.
  std::optional<SupportScope> scope() const { return scope_; }
  /// False only for a supporter who may see the plan and no more.
  bool shows_check_ins() const { return !scope_ || holds_check_ins(*scope_); }

  /// Record functions that change something say here what; the account vouches for its content.
  void touch(const record::Part& part) const { touched_.insert(part); }
  const std::set<record::Part>& touched() const { return touched_; }

 private:
  friend class Permission;
  PersonAccess(PersonKey person, Relation relation) : person_(person), relation_(relation) {}
  PersonAccess(PersonKey person, SupportScope scope)
      : person_(person), relation_(Relation::supporter), scope_(scope) {}
  PersonKey person_;
  Relation relation_;
  std::optional<SupportScope> scope_;
  mutable std::set<record::Part> touched_;  // the act's own notes, not part of the right
};

std::string_view code_of(Relation relation);

/// The right of a program to resources of FHIR: to all, or to what is about one person and to what
/// is about nobody.
class ResourceAccess {
 public:
  ResourceAccess(ResourceAccess&&) = default;
  ResourceAccess& operator=(ResourceAccess&&) = delete;
  ResourceAccess(const ResourceAccess&) = delete;
  ResourceAccess& operator=(const ResourceAccess&) = delete;

  /// The references by which the one person is known, "Patient/57a5"; empty: everybody's.
  const std::vector<std::string>& whose() const { return whose_; }
  /// What is for the person alone: only when they come themselves.
  bool shows_restricted() const { return shows_restricted_; }

 private:
  friend class Permission;
  ResourceAccess(std::vector<std::string> whose, bool shows_restricted)
      : whose_(std::move(whose)), shows_restricted_(shows_restricted) {}
  std::vector<std::string> whose_;
  bool shows_restricted_;
};

/// The right to see one's own list of people and teams, as a professional.
class OwnPeopleAccess {
 public:
  OwnPeopleAccess(OwnPeopleAccess&&) = default;
  OwnPeopleAccess& operator=(OwnPeopleAccess&&) = delete;
  OwnPeopleAccess(const OwnPeopleAccess&) = delete;
  OwnPeopleAccess& operator=(const OwnPeopleAccess&) = delete;

  std::int64_t home() const { return home_.value; }
  std::int64_t professional() const { return professional_.value; }

 private:
  friend class Permission;
  OwnPeopleAccess(HomeNo home, ProfessionalNo professional)
      : home_(home), professional_(professional) {}
  HomeNo home_;
  ProfessionalNo professional_;
};

/// The right to see the list of those whom one supports.
class SupportingAccess {
 public:
  SupportingAccess(SupportingAccess&&) = default;
  SupportingAccess& operator=(SupportingAccess&&) = delete;
  SupportingAccess(const SupportingAccess&) = delete;
  SupportingAccess& operator=(const SupportingAccess&) = delete;

  std::int64_t home() const { return home_.value; }
  std::int64_t user() const { return user_; }

 private:
  friend class Permission;
  SupportingAccess(HomeNo home, std::int64_t user) : home_(home), user_(user) {}
  HomeNo home_;
  std::int64_t user_;
};

/// The right to see a team's counts and the list of the people it serves.
class TeamAccess {
 public:
  TeamAccess(TeamAccess&&) = default;
  TeamAccess& operator=(TeamAccess&&) = delete;
  TeamAccess(const TeamAccess&) = delete;
  TeamAccess& operator=(const TeamAccess&) = delete;

  std::int64_t home() const { return home_.value; }
  std::int64_t number() const { return team_.value; }

 private:
  friend class Permission;
  TeamAccess(HomeNo home, TeamNo team) : home_(home), team_(team) {}
  HomeNo home_;
  TeamNo team_;
};

/// The right to see one's own list of projects.
class OwnProjectsAccess {
 public:
  OwnProjectsAccess(OwnProjectsAccess&&) = default;
  OwnProjectsAccess& operator=(OwnProjectsAccess&&) = delete;
  OwnProjectsAccess(const OwnProjectsAccess&) = delete;
  OwnProjectsAccess& operator=(const OwnProjectsAccess&) = delete;

  std::int64_t home() const { return home_.value; }
  std::int64_t user() const { return user_; }
  /// 0 for whoever is none.
  std::int64_t professional() const { return professional_.value; }

 private:
  friend class Permission;
  OwnProjectsAccess(HomeNo home, std::int64_t user, ProfessionalNo professional)
      : home_(home), user_(user), professional_(professional) {}
  HomeNo home_;
  std::int64_t user_;
  ProfessionalNo professional_;
};

/// The right to one's own journal, as a professional; nobody else has it.
class OwnJournalAccess {
 public:
  OwnJournalAccess(OwnJournalAccess&&) = default;
  OwnJournalAccess& operator=(OwnJournalAccess&&) = delete;
  OwnJournalAccess(const OwnJournalAccess&) = delete;
  OwnJournalAccess& operator=(const OwnJournalAccess&) = delete;

  std::int64_t home() const { return home_.value; }
  std::int64_t user() const { return user_; }
  std::int64_t professional() const { return professional_.value; }

 private:
  friend class Permission;
  OwnJournalAccess(HomeNo home, std::int64_t user, ProfessionalNo professional)
      : home_(home), user_(user), professional_(professional) {}
  HomeNo home_;
  std::int64_t user_;
  ProfessionalNo professional_;
};

/// The right to take part in a team's huddle: of the team, and of whoever works in one of its
/// projects. It reaches counts and no names.
class HuddleAccess {
 public:
  HuddleAccess(HuddleAccess&&) = default;
  HuddleAccess& operator=(HuddleAccess&&) = delete;
  HuddleAccess(const HuddleAccess&) = delete;
  HuddleAccess& operator=(const HuddleAccess&) = delete;

  std::int64_t home() const { return home_.value; }
  std::int64_t team() const { return team_.value; }
  bool of_the_team() const { return of_the_team_; }

 private:
  friend class Permission;
  HuddleAccess(HomeNo home, TeamNo team, bool of_the_team)
      : home_(home), team_(team), of_the_team_(of_the_team) {}
  HomeNo home_;
  TeamNo team_;
  bool of_the_team_;
};

/// The right to see a project and to work in it: of its team, and of whoever the team asked and
/// said yes. It reaches counts of the team's and nobody's record.
class ProjectAccess {
 public:
  ProjectAccess(ProjectAccess&&) = default;
  ProjectAccess& operator=(ProjectAccess&&) = delete;
  ProjectAccess(const ProjectAccess&) = delete;
  ProjectAccess& operator=(const ProjectAccess&) = delete;

  std::int64_t home() const { return home_.value; }
  std::int64_t number() const { return project_; }
  std::int64_t team() const { return team_.value; }
  /// Of the team itself: may ask others to join, describe the place, and end the project.
  bool of_the_team() const { return of_the_team_; }

  void touch(const record::Part& part) const { touched_.insert(part); }
  const std::set<record::Part>& touched() const { return touched_; }

 private:
  friend class Permission;
  ProjectAccess(HomeNo home, std::int64_t project, TeamNo team, bool of_the_team)
      : home_(home), project_(project), team_(team), of_the_team_(of_the_team) {}
  HomeNo home_;
  std::int64_t project_;
  TeamNo team_;
  bool of_the_team_;
  mutable std::set<record::Part> touched_;  // the act's own notes, not part of the right
};

/// The right to make and end sign-ins. It opens no person's record.
class AdministratorAccess {
 public:
  AdministratorAccess(AdministratorAccess&&) = default;
  AdministratorAccess& operator=(AdministratorAccess&&) = delete;
  AdministratorAccess(const AdministratorAccess&) = delete;
  AdministratorAccess& operator=(const AdministratorAccess&) = delete;

 private:
  friend class Permission;
  AdministratorAccess() = default;
};

}  // namespace alongside
