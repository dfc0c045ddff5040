// SPDX-License-Identifier: Apache-2.0
// Lists the people of one professional.
#include "service/my_people.h"

#include "service/act.h"

namespace alongside::service {

Outcome<PeopleView> my_people(const Service& service, const Caller& caller,
                              std::string_view name_part, std::int64_t page) {
  if (!caller.professional) return Refusal("permission.not_found");
  auto view = service.database().read([&](const sql::Reading& reading) {
    return PeopleView{
        record::people_of(reading, caller.home, *caller.professional, name_part, page),
        record::count_people_of(reading, caller.home, *caller.professional, name_part),
        *record::site(reading, caller.home)};
  });
  // Each person in the list shows their first aim, so each of them can see that it was looked at.
  service.database().write([&](sql::Writing& writing) {
    for (const PersonInList& entry : view.people)
      record::append_history(writing, actor_of(caller), entry.person.key.person, {"look", "list"},
                             service.now());
  });
  return view;
}

Outcome<std::vector<Team>> my_teams(const Service& service, const Caller& caller) {
  if (!caller.professional) return Refusal("permission.not_found");
  return service.database().read([&](const sql::Reading& reading) {
    return record::teams_of(reading, caller.home, *caller.professional, service.now());
  });
}

}  // namespace alongside::service
