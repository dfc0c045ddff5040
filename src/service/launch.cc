// SPDX-License-Identifier: Apache-2.0
// The other system says who is open there; the policy here says what follows.
#include "service/launch.h"

#include <algorithm>

#include "foundation/base/secret.h"
#include "foundation/base/text.h"
#include "record/identifiers.h"
#include "record/people.h"
#include "service/act.h"
#include "service/show_own.h"
#include "service/sign_in.h"

namespace alongside::service {
namespace {

bool share_one(const std::vector<Identifier>& left, const std::vector<Identifier>& right) {
  return std::ranges::any_of(
      left, [&](const Identifier& one) { return std::ranges::find(right, one) != right.end(); });
}

bool is_the_same(const sql::Reading& reading, PersonKey key, const LaunchedPerson& there) {
  const std::size_t slash = there.reference.find('/');
  const auto known = record::identifiers_of(reading, there.reference.substr(0, slash),
                                            there.reference.substr(slash + 1));
  if (!known.empty() && !there.identifiers.empty()) return share_one(known, there.identifiers);
  const auto here = record::recognised_by(reading, key);
  return here.born && here.born == there.born &&
         folded(here.family_name) == folded(there.family_name);
}

/// Only where the caller is a professional and looks after nothing else.
bool may_be_linked(const Caller& caller) {
  return caller.professional && !caller.administrator && !caller.guest;
}

}  // namespace

WhereLaunched where_launched(const Service& service, const Caller& caller,
                             const LaunchedPerson& there) {
  return service.database().read([&](const sql::Reading& reading) -> WhereLaunched {
    const auto key = record::person_by_source(reading, there.reference);
    if (!key) return {HereAs::unknown};
    if (!is_the_same(reading, *key, there)) return {HereAs::somebody_else};
    if (key->home != caller.home) return {HereAs::elsewhere};
    // Kept a moment ago and not taken on: whoever opens them goes on.
    if (!record::is_served(reading, *key)) return {HereAs::unknown};
    const Id<Person> id = record::public_id(reading, *key);
    const auto access =
        Permission::to_record(reading, caller, RecordOf::person(id), Doing::look, service.now());
    if (!access || access.value().relation() != Relation::team_member) return {HereAs::elsewhere};
    return {HereAs::served, id};
  });
}

Outcome<Id<Person>> take_on_launched(const Service& service, const Caller& caller,
                                     const Id<Team>& team, const LaunchedPerson& there,
                                     const RecordSystem& from) {
  return service.database().write([&](sql::Writing& writing) -> Outcome<Id<Person>> {
    const Instant now = service.now();
    record::hold_home(writing, caller.home);
    TRY(const TeamAccess access, Permission::to_team(writing, caller, team, now));
    const auto key = record::person_by_source(writing, there.reference);
    if (!key) return Refusal("permission.not_found");
    if (key->home != caller.home) return Refusal("launch.other_site");
    const Id<Person> id = record::public_id(writing, *key);
    if (Permission::to_record(writing, caller, RecordOf::person(id), Doing::look, now)) return id;
    if (record::is_served(writing, *key)) return Refusal("permission.not_found");
    record::take_in_served(writing, caller.home, {access.number()}, key->person, from.address, now);
    record::append_history(writing, actor_of(caller), record::About::parts(key->person, {}),
                           {"take_on", from.name}, now);
    record::append_history(writing, actor_of(caller),
                           record::About::parts(std::nullopt, {{record::PartKind::teams}}),
                           {"take_on", ""}, now);
    return id;
  });
}

Outcome<Everything> what_to_send(const Service& service, const Caller& caller,
                                 const Id<Person>& person, const RecordSystem& to) {
  TRY(const PersonKey key,
      look_into_record(
          service, caller, RecordOf::person(person), {"send_to_record_system", to.name},
          [](const sql::Reading&, const PersonAccess& access) { return access.person(); }));
  auto all = everything_to_show(service, key);
  if (!all) return Refusal("permission.not_found");
  return *std::move(all);
}

Outcome<Done> link_outside_identity(const Service& service, const Caller& caller,
                                    std::string_view identity, std::string_view password) {
  if (identity.empty() || !may_be_linked(caller)) return Refusal("permission.not_found");
  CHECK(step_up(service, caller, password));
  return service.database().write([&](sql::Writing& writing) -> Outcome<Done> {
    record::hold_home(writing, caller.home);
    const auto known = record::user_known_as(writing, identity);
    if (known && (known->first != caller.home || known->second.value != caller.user_no))
      return Refusal("launch.linked_to_another");
    record::link_identity(writing, identity, caller.home, {caller.user_no}, service.now());
    record::append_history(writing, actor_of(caller), record::About::parts(std::nullopt, {}),
                           {"link_identity", ""}, service.now());
    return Done{};
  });
}

bool is_linked(const Service& service, const Caller& caller, std::string_view identity) {
  return service.database().read([&](const sql::Reading& reading) {
    const auto known = record::user_known_as(reading, identity);
    return known && known->first == caller.home && known->second.value == caller.user_no;
  });
}

std::optional<std::string> sign_in_from_outside(const Service& service, std::string_view identity) {
  if (identity.empty()) return std::nullopt;
  const auto known =
      service.database().read([&](const sql::Reading& reading) -> std::optional<record::User> {
        const auto found = record::user_known_as(reading, identity);
        return found ? record::user(reading, found->first, found->second) : std::nullopt;
      });
  // Whoever became an administrator since comes in by their password.
  if (!known || known->administrator || !known->professional) return std::nullopt;
  return begin_session(service, known->home, known->number);
}

}  // namespace alongside::service
