// SPDX-License-Identifier: Apache-2.0
// Understanding is shown by one side and judged by the other.
#include "service/understand_aim.h"

#include "foundation/base/text.h"
#include "record/aims.h"
#include "service/act.h"

namespace alongside::service {

Outcome<std::string> read_aim_back(const Service& service, const Caller& caller,
                                   const Id<Person>& person, const Id<Aim>& id,
                                   std::string_view as_understood, std::string_view once) {
  return change_record(service, caller, RecordOf::person(person), {"read_aim_back", once},
                       [&](sql::Writing& writing, const PersonAccess& access) -> Outcome<Change> {
                         CHECK(only_a_professional(access));
                         const auto aim = record::aim(writing, access, id);
                         if (!aim || aim->state == AimState::let_go)
                           return Refusal("permission.not_found");
                         TRY(const Private<std::string> words, read_back_words(as_understood));
                         record::add_read_back(writing, access, aim->number, *caller.professional,
                                               words, service.now());
                         return Change{id.text(), "aim " + std::to_string(aim->number.value)};
                       });
}

Outcome<std::string> answer_read_back(const Service& service, const Caller& caller,
                                      const Id<Aim>& id, const AnswerDraft& draft,
                                      std::string_view once) {
  return change_record(service, caller, RecordOf::own(), {"answer_read_back", once},
                       [&](sql::Writing& writing, const PersonAccess& access) -> Outcome<Change> {
                         CHECK(only_the_person(access));
                         TRY(const Understood answer, understood_from(draft.understood));
                         std::string correction = tidied(draft.correction);
                         if (characters(correction) > read_back_characters_max)
                           return Refusal("aim.read_back_too_long", "correction");
                         const auto aim = record::aim(writing, access, id);
                         if (!aim) return Refusal("permission.not_found");
                         const ReadBack* latest = aim->latest_read_back();
                         if (latest == nullptr || std::to_string(latest->number) != draft.number ||
                             latest->answer != Understood::not_answered)
                           return Refusal("aim.read_back_changed");
                         record::answer_read_back(writing, access, aim->number, latest->number,
                                                  answer, Private(std::move(correction)),
                                                  service.now());
                         return Change{id.text(), "aim " + std::to_string(aim->number.value)};
                       });
}

}  // namespace alongside::service
