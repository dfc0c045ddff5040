// SPDX-License-Identifier: Apache-2.0
// The person's wish, their password again, one transaction; then the bytes.
#include "service/erase_record.h"

#include <map>

#include "record/erasure.h"
#include "service/act.h"
#include "service/sign_in.h"

namespace alongside::service {
namespace {

record::Actor program(HomeNo home) { return {home, {0}, "Alongside", "other"}; }

/// Somebody who helped others is no longer named in their records: each of those is told.
void account_elsewhere(const Service& service, sql::Writing& writing, HomeNo home,
                       const std::vector<record::NamedElsewhere>& named) {
  std::map<PersonNo, std::vector<record::Part>> parts;
  for (const record::NamedElsewhere& place : named) parts[place.person].push_back(place.part);
  for (auto& [person, touched] : parts)
    record::append_history(writing, program(home), record::About::parts(person, std::move(touched)),
                           {"helper_erased", ""}, service.now());
}

void erase(const Service& service, sql::Writing& writing, const PersonAccess& access,
           const record::Actor& actor) {
  const HomeNo home = access.person().home;
  account_elsewhere(service, writing, home, record::erase_person(writing, access, service.now()));
  record::append_history(writing, actor, record::About::record(access), {record::erase_act, ""},
                         service.now());
}

}  // namespace

Outcome<Done> erase_record(const Service& service, const Caller& caller,
                           const ErasureDraft& draft) {
  if (!caller.person) return Refusal("permission.not_found");
  if (!draft.understood) return Refusal("erase.not_ticked", "understood");
  CHECK(step_up(service, caller, draft.password));
  const auto erased = service.database().write([&](sql::Writing& writing) -> Outcome<Done> {
    record::hold_home(writing, caller.home);
    TRY(const PersonAccess access,
        Permission::to_record(writing, caller, RecordOf::own(), Doing::change, service.now()));
    CHECK(only_the_person(access));
    erase(service, writing, access, actor_of(caller));
    return Done{};
  });
  CHECK(erased);
  service.database().empty_journal();
  return Done{};
}

std::optional<PersonKey> person_named(const Service& service, std::string_view name) {
  return service.database().read([&](const sql::Reading& reading) -> std::optional<PersonKey> {
    if (const auto known = record::person_by_source(reading, name)) return known;
    const auto id = Id<Person>::parse(name);
    if (!id) return std::nullopt;
    for (const Site& at : record::sites(reading))
      if (const auto number = record::person_number(reading, at.home, *id))
        return PersonKey{at.home, *number};
    return std::nullopt;
  });
}

void erase_at_their_wish(const Service& service, PersonKey person) {
  service.database().write([&](sql::Writing& writing) {
    record::hold_home(writing, person.home);
    erase(service, writing, Permission::to_bring_in(person), program(person.home));
  });
  service.database().empty_journal();
}

}  // namespace alongside::service
