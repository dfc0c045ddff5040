// SPDX-License-Identifier: Apache-2.0
// A set of options, from both sides.
#include "service/put_options_together.h"

#include <algorithm>

#include "record/aims.h"
#include "record/option_sets.h"
#include "record/visits.h"
#include "service/act.h"

namespace alongside::service {
namespace {

Outcome<AimNo> held_aim(const sql::Reading& reading, const PersonAccess& access,
                        const Id<Aim>& id) {
  for (const Aim& aim : record::aims(reading, access))
    if (aim.id == id && aim.state == AimState::held) return aim.number;
  return Refusal("permission.not_found");
}

}  // namespace

Outcome<std::string> put_options_together(const Service& service, const Caller& caller,
                                          const Id<Person>& person, const Id<Aim>& aim,
                                          const OptionSetDraft& draft, std::string_view once) {
  return change_record(
      service, caller, RecordOf::person(person), {"put_options_together", once},
      [&](sql::Writing& writing, const PersonAccess& access) -> Outcome<Change> {
        CHECK(only_a_professional(access));
        TRY(const AimNo number, held_aim(writing, access, aim));
        TRY(OptionSet set, option_set_from(draft, record::offers_for(writing, access)));
        set.aim = number;
        const std::int64_t made =
            record::add_option_set(writing, access, set, *caller.professional, service.now());
        return Change{std::to_string(made), "aim " + std::to_string(number.value)};
      });
}

Outcome<std::string> bring_to_visit(const Service& service, const Caller& caller,
                                    const Id<Aim>& aim, const TalkDraft& draft,
                                    std::string_view once) {
  return change_record(service, caller, RecordOf::own(), {"bring_to_visit", once},
                       [&](sql::Writing& writing, const PersonAccess& access) -> Outcome<Change> {
                         CHECK(only_the_person(access));
                         TRY(const AimNo number, held_aim(writing, access, aim));
                         const auto sets = record::option_sets(writing, access);
                         const OptionSet* holds = set_of(sets, number);
                         if (holds == nullptr) return Refusal("options.none_title");
                         TRY(const OptionSet set, with_talk(*holds, draft, service.now()));
                         record::set_talk(writing, access, set);
                         return Change{aim.text(), "aim " + std::to_string(number.value)};
                       });
}

}  // namespace alongside::service
