// SPDX-License-Identifier: Apache-2.0
// One visit, now, with this professional.
#include "service/hold_visit.h"

#include "record/people.h"
#include "service/act.h"

namespace alongside::service {

Outcome<std::string> hold_visit(const Service& service, const Caller& caller,
                                const Id<Person>& person, std::string_view once) {
  return change_record(service, caller, RecordOf::person(person), {"hold_visit", once},
                       [&](sql::Writing& writing, const PersonAccess& access) -> Outcome<Change> {
                         CHECK(only_a_professional(access));
                         record::hold_visit(writing, access, *caller.professional, service.now());
                         return Change{"", ""};
                       });
}

}  // namespace alongside::service
