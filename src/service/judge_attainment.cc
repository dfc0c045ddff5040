// SPDX-License-Identifier: Apache-2.0
// Two ratings, two sides, one aim.
#include "service/judge_attainment.h"

#include <charconv>

#include "record/aims.h"
#include "record/ratings.h"
#include "service/act.h"

namespace alongside::service {

Outcome<std::string> judge_attainment(const Service& service, const Caller& caller,
                                      const RecordOf& whose, const Id<Aim>& id,
                                      std::string_view level_text, std::string_view once) {
  return change_record(
      service, caller, whose, once,
      [&](sql::Writing& writing, const PersonAccess& access) -> Outcome<Change> {
        std::int64_t number = 99;
        std::from_chars(level_text.data(), level_text.data() + level_text.size(), number);
        TRY(const Level level, Level::from(number));
        const auto aim = record::aim(writing, access, id);
        if (!aim) return Refusal("permission.not_found");
        const bool self = access.relation() == Relation::self;
        record::add_rating(writing, access, aim->number, self ? Side::person : Side::professional,
                           self ? std::nullopt : caller.professional, level, service.now());
        return Change{id.text(), {"judge_attainment", "aim " + std::to_string(aim->number.value)}};
      });
}

}  // namespace alongside::service
