// SPDX-License-Identifier: Apache-2.0
// Numbers of one's own aims.
#include "service/ask_number.h"

#include <algorithm>

#include "record/aims.h"
#include "record/numbers.h"
#include "service/act.h"

namespace alongside::service {

Outcome<std::string> ask_number(const Service& service, const Caller& caller, const Id<Aim>& id,
                                const NumberDraft& draft, std::string_view once) {
  return change_record(service, caller, RecordOf::own(), {"ask_number", once},
                       [&](sql::Writing& writing, const PersonAccess& access) -> Outcome<Change> {
                         CHECK(only_the_person(access));
                         const auto aim = record::aim(writing, access, id);
                         if (!aim || aim->state == AimState::let_go)
                           return Refusal("permission.not_found");
                         TRY(const NumberQuestion question, NumberQuestion::from(draft));
                         const auto known = record::numbers(writing, access);
                         if (std::ranges::count_if(known, [&](const AimNumber& number) {
                               return number.aim == aim->number.value && number.asked;
                             }) >= static_cast<std::ptrdiff_t>(numbers_of_an_aim_max))
                           return Refusal("number.too_many", "number_words");
                         const std::int64_t number = record::add_number(
                             writing, access, aim->number.value, question, service.now());
                         return Change{id.text(), "number " + std::to_string(number)};
                       });
}

Outcome<std::string> stop_number(const Service& service, const Caller& caller, const Id<Aim>& id,
                                 std::string_view number, std::string_view once) {
  return change_record(
      service, caller, RecordOf::own(), {"stop_number", once},
      [&](sql::Writing& writing, const PersonAccess& access) -> Outcome<Change> {
        CHECK(only_the_person(access));
        const auto aim = record::aim(writing, access, id);
        if (!aim) return Refusal("permission.not_found");
        for (const AimNumber& known : record::numbers(writing, access)) {
          if (std::to_string(known.number) != number || known.aim != aim->number.value) continue;
          record::stop_number(writing, access, known.number, service.now());
          return Change{id.text(), "number " + std::to_string(known.number)};
        }
        return Refusal("permission.not_found");
      });
}

}  // namespace alongside::service
