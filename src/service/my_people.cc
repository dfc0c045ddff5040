// SPDX-License-Identifier: Apache-2.0
// Lists the people of one professional.
#include "service/my_people.h"

#include <set>

#include "service/act.h"

namespace alongside::service {

Outcome<PeopleView> my_people(const Service& service, const Caller& caller,
                              std::string_view name_part, std::int64_t page) {
  auto view = service.database().read([&](const sql::Reading& reading) -> Outcome<PeopleView> {
    TRY(const OwnPeopleAccess access, Permission::to_own_people(caller));
    PeopleView seen{record::people_of(reading, access, name_part, page),
                    record::count_people_of(reading, access, name_part),
                    *record::site(reading, caller.home)};
    if (name_part.empty() && page == 0) {
      const Day today = Zone::named(seen.site.zone).value().day_of(service.now());
      seen.waiting = record::who_waits(reading, access, service.now(), today);
      seen.times = record::reserved_times(reading, access, today);
    }
    return seen;
  });
  if (!view) return view;
  // Each person in the list shows their first aim, so each of them can see that it was looked at.
  service.database().write(
      [&](sql::Writing& writing) {
        std::set<PersonNo> listed;
        for (const PersonInList& entry : view.value().people)
          listed.insert(entry.person.key.person);
        for (const Waiting& waiting : view.value().waiting)
          listed.insert(waiting.person.key.person);
        for (const ReservedTime& time : view.value().times)
          if (time.for_whom) listed.insert(time.for_whom->key.person);
        for (const PersonNo person : listed)
          record::append_history(writing, actor_of(caller),
                                 record::About::look(person, Relation::team_member),
                                 {"look", "list"}, service.now());
      },
      sql::Urgency::account);
  return view;
}

Outcome<std::vector<Team>> my_teams(const Service& service, const Caller& caller) {
  return service.database().read([&](const sql::Reading& reading) -> Outcome<std::vector<Team>> {
    TRY(const OwnPeopleAccess access, Permission::to_own_people(caller));
    return record::teams_of(reading, access, service.now());
  });
}

}  // namespace alongside::service
