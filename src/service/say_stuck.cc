// SPDX-License-Identifier: Apache-2.0
// Barriers, said and over.
#include "service/say_stuck.h"

#include "record/agreements.h"
#include "record/barriers.h"
#include "service/act.h"
#include "service/contribute.h"

namespace alongside::service {

Outcome<std::string> say_stuck(const Service& service, const Caller& caller,
                               std::string_view action, const BarrierDraft& draft,
                               std::string_view once) {
  return change_record(
      service, caller, RecordOf::own(), {"say_stuck", once},
      [&](sql::Writing& writing, const PersonAccess& access) -> Outcome<Change> {
        CHECK(only_the_person(access));
        TRY(const record::ActionKey key, action_on(writing, access, action, Side::person));
        TRY(Barrier barrier, barrier_from(draft));
        barrier.agreement = key.agreement.value;
        barrier.action = key.action;
        const auto number = record::add_barrier(writing, access, barrier, service.now());
        return Change{std::to_string(number), "barrier " + std::to_string(number)};
      });
}

Outcome<std::string> no_longer_stuck(const Service& service, const Caller& caller,
                                     std::string_view barrier, std::string_view once) {
  return change_record(service, caller, RecordOf::own(), {"no_longer_stuck", once},
                       [&](sql::Writing& writing, const PersonAccess& access) -> Outcome<Change> {
                         CHECK(only_the_person(access));
                         for (const Barrier& known : record::barriers(writing, access)) {
                           if (std::to_string(known.number) != barrier) continue;
                           record::end_barrier(writing, access, known.number, service.now());
                           return Change{"", "barrier " + std::to_string(known.number)};
                         }
                         return Refusal("permission.not_found");
                       });
}

}  // namespace alongside::service
