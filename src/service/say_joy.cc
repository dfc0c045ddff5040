// SPDX-License-Identifier: Apache-2.0
// An answer without a name.
#include "service/say_joy.h"

#include "foundation/base/secret.h"
#include "record/journal.h"
#include "record/people.h"
#include "reflection/joy.h"
#include "service/act.h"
#include "service/my_people.h"

namespace alongside::service {
namespace {

Month this_month(const sql::Reading& reading, const Service& service, const Caller& caller) {
  const Zone zone = Zone::named(record::site(reading, caller.home)->zone).value();
  return Month::of(zone.day_of(service.now()));
}

}  // namespace

std::vector<Team> joy_waits_for(const Service& service, const Caller& caller) {
  auto teams = my_teams(service, caller);
  if (!teams) return {};
  std::vector<Team> waiting = std::move(teams).value();
  service.database().read([&](const sql::Reading& reading) {
    const Month month = this_month(reading, service, caller);
    std::erase_if(waiting, [&](const Team& team) {
      const auto access = Permission::to_team(reading, caller, team.id, service.now());
      return !access || record::said_joy(reading, access.value(), {caller.user_no}, month);
    });
    return 0;
  });
  return waiting;
}

Outcome<std::string> say_joy(const Service& service, const Caller& caller, const Id<Team>& team,
                             std::string_view joy, std::string_view once) {
  return change_part(
      service, caller, {record::PartKind::journal, caller.user_no}, {"say_joy", once},
      [&](const sql::Reading& reading) {
        return Permission::to_team(reading, caller, team, service.now());
      },
      [&](sql::Writing& writing, const TeamAccess& access) -> Outcome<Change> {
        const auto said = joy_from(joy);
        if (!said) return Refusal("joy.missing", "joy");
        const Month month = this_month(writing, service, caller);
        if (record::said_joy(writing, access, {caller.user_no}, month))
          return Refusal("permission.not_found");
        record::add_joy(writing, access, {caller.user_no},
                        {month, *said, fresh_token(service.randomness)});
        return Change{"", "joy"};
      });
}

}  // namespace alongside::service
