// SPDX-License-Identifier: Apache-2.0
// The right to read or change one person's record. Only service/permission can make one.
#pragma once

#include <set>

#include "coproduction/person.h"
#include "record/part.h"

namespace alongside {

class Permission;

/// By which relation somebody reaches a record; written into the history.
/// `break_glass`: opened in an emergency, to look and not to change. `source`: the program,
/// bringing in what another system holds about the person.
enum class Relation { self, team_member, break_glass, source };

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

  /// Record functions that change something say here what; the account vouches for its content.
  void touch(const record::Part& part) const { touched_.insert(part); }
  const std::set<record::Part>& touched() const { return touched_; }

 private:
  friend class Permission;
  PersonAccess(PersonKey person, Relation relation) : person_(person), relation_(relation) {}
  PersonKey person_;
  Relation relation_;
  mutable std::set<record::Part> touched_;  // the act's own notes, not part of the right
};

std::string_view code_of(Relation relation);

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
