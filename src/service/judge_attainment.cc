// SPDX-License-Identifier: Apache-2.0
// Two ratings, two sides, one aim.
#include "service/judge_attainment.h"

#include "record/aims.h"
#include "record/ratings.h"
#include "service/act.h"

namespace alongside::service {

Outcome<Aim> aim_to_rate(const sql::Reading& reading, const PersonAccess& access,
                         const Id<Aim>& id) {
  auto aim = record::aim(reading, access, id);
  if (!aim) return Refusal("permission.not_found");
  if (aim->state == AimState::let_go) return Refusal("aim.let_go_already", "level");
  if (!aim->scale) return Refusal("aim.no_levels_yet", "level");
  return std::move(*aim);
}

Outcome<std::string> judge_attainment(const Service& service, const Caller& caller,
                                      const RecordOf& whose, const Id<Aim>& id,
                                      std::string_view level_text, std::string_view once) {
  return change_record(service, caller, whose, {"judge_attainment", once},
                       [&](sql::Writing& writing, const PersonAccess& access) -> Outcome<Change> {
                         TRY(const Level level, Level::parse(level_text));
                         TRY(const Aim aim, aim_to_rate(writing, access, id));
                         const bool self = access.relation() == Relation::self;
                         record::add_rating(
                             writing, access, aim.number, self ? Side::person : Side::professional,
                             self ? std::nullopt : caller.professional, level, service.now());
                         return Change{id.text(), "aim " + std::to_string(aim.number.value)};
                       });
}

}  // namespace alongside::service
