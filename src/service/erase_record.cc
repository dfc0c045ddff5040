// SPDX-License-Identifier: Apache-2.0
// The person's wish, their password again, one transaction; then the bytes.
#include "service/erase_record.h"

#include <map>

#include "record/erasure.h"
#include "service/act.h"
#include "service/sign_in.h"

namespace alongside::service {
namespace {

/// Somebody who helped others is no longer named in their records: each of those is told.
void account_elsewhere(const Service& service, sql::Writing& writing, HomeNo home,
                       const std::vector<record::NamedElsewhere>& named) {
  std::map<PersonNo, std::vector<record::Part>> parts;
  for (const record::NamedElsewhere& place : named) parts[place.person].push_back(place.part);
  for (auto& [person, touched] : parts)
    record::append_history(writing, {home, {0}, "Alongside", "other"},
                           record::About::parts(person, std::move(touched)), {"helper_erased", ""},
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
    TRY(const PersonAccess access, Permission::to_record(writing, caller, RecordOf::own(),
                                                         Doing::change, service.now()));
    CHECK(only_the_person(access));
    const auto named = record::erase_person(writing, access, service.now());
    account_elsewhere(service, writing, caller.home, named);
    record::append_history(writing, actor_of(caller), record::About::record(access),
                           {record::erase_act, ""}, service.now());
    return Done{};
  });
  CHECK(erased);
  service.database().empty_journal();
  return Done{};
}

}  // namespace alongside::service
