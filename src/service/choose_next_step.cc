// SPDX-License-Identifier: Apache-2.0
// Only the person chooses.
#include "service/choose_next_step.h"

#include "record/aims.h"
#include "record/barriers.h"
#include "service/act.h"

namespace alongside::service {

Outcome<std::string> choose_next_step(const Service& service, const Caller& caller,
                                      const Id<Aim>& id, std::string_view step,
                                      std::string_view once) {
  return change_record(service, caller, RecordOf::own(), {"choose_next_step", once},
                       [&](sql::Writing& writing, const PersonAccess& access) -> Outcome<Change> {
                         CHECK(only_the_person(access));
                         const auto chosen = next_step_from(step);
                         const auto aim = record::aim(writing, access, id);
                         if (!chosen || !aim || aim->state == AimState::let_go)
                           return Refusal("permission.not_found");
                         record::choose_step(writing, access, aim->number, *chosen, service.now());
                         return Change{id.text(), "aim " + std::to_string(aim->number.value)};
                       });
}

}  // namespace alongside::service
