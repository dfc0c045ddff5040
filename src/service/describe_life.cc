// SPDX-License-Identifier: Apache-2.0
// A new version of a person's circumstances.
#include "service/describe_life.h"

#include "record/agreements.h"
#include "service/act.h"

namespace alongside::service {

Outcome<std::string> describe_life(const Service& service, const Caller& caller,
                                   const CircumstancesDraft& draft, std::string_view once) {
  return change_record(service, caller, RecordOf::own(), {"describe_life", once},
                       [&](sql::Writing& writing, const PersonAccess& access) -> Outcome<Change> {
                         CHECK(only_the_person(access));
                         TRY(const Circumstances stated, Circumstances::from(draft));
                         record::add_circumstances(writing, access, stated, service.now());
                         return Change{"", ""};
                       });
}

}  // namespace alongside::service
