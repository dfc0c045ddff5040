// SPDX-License-Identifier: Apache-2.0
// Passports of a team, added one after the other.
#include "service/take_value_passport.h"

#include <algorithm>

#include "foundation/base/text.h"
#include "record/huddles.h"
#include "record/passports.h"
#include "record/people.h"
#include "service/act.h"

namespace alongside::service {

Outcome<PassportsView> read_passports(const Service& service, const Caller& caller,
                                      const Id<Team>& team) {
  return service.database().read([&](const sql::Reading& reading) -> Outcome<PassportsView> {
    TRY(const HuddleAccess access, Permission::to_huddle(reading, caller, team, service.now()));
    return PassportsView{record::team(reading, access), record::site(reading, caller.home)->zone,
                         record::passports(reading, access)};
  });
}

Outcome<std::string> take_value_passport(const Service& service, const Caller& caller,
                                         const Id<Team>& team, const PassportDraft& draft,
                                         std::string_view base, std::string_view once) {
  return change_part(
      service, caller, {record::PartKind::passports}, {"take_value_passport", once},
      [&](const sql::Reading& reading) {
        return Permission::to_huddle(reading, caller, team, service.now());
      },
      [&](sql::Writing& writing, const HuddleAccess& access) -> Outcome<Change> {
        const Zone zone = Zone::named(record::site(writing, caller.home)->zone).value();
        TRY(ValuePassport passport, passport_from(draft, zone.day_of(service.now())));
        const auto before = record::passports(writing, access);
        if (before.size() >= passports_max) return Refusal("value.too_many", "as_of");
        std::int64_t newest = 0;
        for (const ValuePassport& one : before) newest = std::max(newest, one.number);
        if (whole_number(base) != newest) return Refusal("value.meanwhile", "as_of");
        passport.written_at = service.now();
        return Change{
            std::to_string(record::add_passport(writing, access, passport, {caller.user_no})),
            "passport"};
      });
}

}  // namespace alongside::service
