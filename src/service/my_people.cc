// SPDX-License-Identifier: Apache-2.0
// Lists the people of one professional.
#include "service/my_people.h"

#include "service/act.h"

namespace alongside::service {

Outcome<PeopleView> my_people(const Service& service, const Caller& caller,
                              std::string_view name_part, std::int64_t page) {
  auto view = service.database().read([&](const sql::Reading& reading) -> Outcome<PeopleView> {
    TRY(const OwnPeopleAccess access, Permission::to_own_people(caller));
    return PeopleView{record::people_of(reading, access, name_part, page),
                      record::count_people_of(reading, access, name_part),
                      *record::site(reading, caller.home)};
  });
  if (!view) return view;
  // Each person in the list shows their first aim, so each of them can see that it was looked at.
  service.database().write(
      [&](sql::Writing& writing) {
        for (const PersonInList& entry : view.value().people)
          record::append_history(
              writing, actor_of(caller),
              record::About::look(entry.person.key.person, Relation::team_member), {"look", "list"},
              service.now());
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
