// SPDX-License-Identifier: Apache-2.0
// Opened from another record system (SMART App Launch 2.2): the right person, no search, no second
// password. How it is spoken with, the door of exchange knows; what may come of it stands here.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/base/clock.h"
#include "foundation/base/id.h"
#include "service/caller.h"
#include "service/take_along.h"
#include "service/record_systems.h"
#include "service/take_in.h"

namespace alongside::service {

/// Whom the other system has open, in its own words.
struct LaunchedPerson {
  std::string reference;  ///< "Patient/57a5", of that system
  std::string name;
  std::string family_name;
  std::optional<Day> born;
  std::vector<Identifier> identifiers;
};
/// What it shows about them, one type of resource.
struct ShownThere {
  std::string type;
  std::vector<std::string> lines;  ///< the first few
  std::int64_t count = 0;
  bool read = true;  ///< false where it does not let us read that
};
struct Launched {
  RecordSystem system;
  LaunchedPerson person;
  std::vector<ShownThere> shown;
  std::string identity;  ///< a digest of who is signed in there; empty where it was not said
  bool takes_plan = false;
};
struct SentThere {
  std::int64_t resources = 0;  ///< as Goal, ServiceRequest and CarePlan
  bool document = false;       ///< as a text in the record
};

struct LaunchAsked {
  std::string address;  ///< "iss"
  std::string launch;   ///< the system's word for what is open there; empty: begun here
  std::string back;     ///< where the browser comes back to
};
struct LaunchReturn {
  std::string_view browser;
  std::string_view state;
  std::string_view code;
  std::string_view error;
};
struct LaunchStep {
  std::string go_to;     ///< where the browser goes next; empty: it stays
  std::string browser;   ///< a secret for this browser alone
  std::string identity;  ///< see Launched
};

/// The other record systems as the doors reach them. Each call may take seconds. Safe from several
/// threads. Refused: "launch.unknown" (nobody named it), "launch.not_reached", "launch.refused" (by
/// the other system), "launch.over" (of another browser, too long ago, or used before).
class OtherRecords {
 public:
  virtual ~OtherRecords() = default;
  virtual Outcome<LaunchStep> begin(const LaunchAsked& asked) = 0;
  virtual Outcome<LaunchStep> come_back(const LaunchReturn& back) = 0;
  /// Belongs from then on to that caller; to another it is over.
  virtual Outcome<Launched> look(std::string_view browser, const Caller& caller) = 0;
  /// Brings what was shown in, as an import does, every resource checked. Answers how many were
  /// kept; refused where none was ("launch.nothing_kept").
  virtual Outcome<std::int64_t> keep(std::string_view browser) = 0;
  /// `document`: the plan in plain words.
  virtual Outcome<SentThere> send(std::string_view browser, const Everything& all,
                                  std::string_view document) = 0;
  virtual void end(std::string_view browser) = 0;
  /// The keys with which others check what we sign (JWK Set).
  virtual std::string public_keys() = 0;
};

enum class HereAs {
  served,         ///< here, and the caller's teams serve them
  elsewhere,      ///< here, with others
  somebody_else,  ///< another person came in under that name
  unknown,        ///< nobody came in under it
};
struct WhereLaunched {
  HereAs here = HereAs::unknown;
  std::optional<Id<Person>> person = {};  ///< of those served
};
/// Two are the same person when they share an identifier; where one of them has none, when birth
/// day and family name agree.
WhereLaunched where_launched(const Service& service, const Caller& caller,
                             const LaunchedPerson& person);

/// The team takes on whom it just kept from another record system: nobody serves them yet. Refused:
/// somebody who is not on the team, somebody whom others serve, another site ("launch.other_site").
Outcome<Id<Person>> take_on_launched(const Service& service, const Caller& caller,
                                     const Id<Team>& team, const LaunchedPerson& person,
                                     const RecordSystem& from);
/// What was agreed, for the other system; accounted for in the person's history.
Outcome<Everything> what_to_send(const Service& service, const Caller& caller,
                                 const Id<Person>& person, const RecordSystem& to);

/// From now on whoever is signed in there as that identity is signed in here as the caller. Refused
/// for administrators and for whoever is no professional ("permission.not_found"), for an identity
/// of another user ("launch.linked_to_another"), and without their password, like a sign-in. A
/// change of password ends it, and so does removing the record system.
Outcome<Done> link_outside_identity(const Service& service, const Caller& caller,
                                    std::string_view identity, std::string_view password);
/// A session's cookie; nothing where nobody linked it.
std::optional<std::string> sign_in_from_outside(const Service& service, std::string_view identity);
bool is_linked(const Service& service, const Caller& caller, std::string_view identity);

}  // namespace alongside::service
