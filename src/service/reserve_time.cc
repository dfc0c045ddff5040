// SPDX-License-Identifier: Apache-2.0
// Times kept free, and given.
#include "service/reserve_time.h"

#include <charconv>

#include "record/people.h"
#include "record/reserved_times.h"
#include "record/visits.h"
#include "service/act.h"

namespace alongside::service {
namespace {

std::int64_t number_in(std::string_view text) {
  std::int64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

}  // namespace

Outcome<std::string> keep_time_free(const Service& service, const Caller& caller,
                                    const ReservedTimeDraft& draft, std::string_view once) {
  return change_part(
      service, caller, {record::PartKind::reserved_times}, {"keep_time_free", once},
      [&](const sql::Reading&) { return Permission::to_own_people(caller); },
      [&](sql::Writing& writing, const OwnPeopleAccess& access) -> Outcome<Change> {
        const Zone zone = Zone::named(record::site(writing, caller.home)->zone).value();
        TRY(const ReservedTime time, reserved_time_from(draft, zone.day_of(service.now())));
        const auto number = record::add_reserved_time(writing, access, time, service.now());
        return Change{std::to_string(number), ""};
      });
}

Outcome<std::string> drop_time(const Service& service, const Caller& caller, std::string_view time,
                               std::string_view once) {
  return change_part(
      service, caller, {record::PartKind::reserved_times}, {"drop_time", once},
      [&](const sql::Reading&) { return Permission::to_own_people(caller); },
      [&](sql::Writing& writing, const OwnPeopleAccess& access) -> Outcome<Change> {
        if (!record::drop_reserved_time(writing, access, number_in(time), service.now()))
          return Refusal("permission.not_found");
        return Change{"", ""};
      });
}

Outcome<std::string> give_time(const Service& service, const Caller& caller,
                               const Id<Person>& person, std::string_view time,
                               std::string_view once) {
  return change_record(
      service, caller, RecordOf::person(person), {"plan_visit", once},
      [&](sql::Writing& writing, const PersonAccess& access) -> Outcome<Change> {
        CHECK(only_a_professional(access));
        const ProfessionalNo with = *caller.professional;
        const Zone zone = Zone::named(record::site(writing, access.person().home)->zone).value();
        const Day today = zone.day_of(service.now());
        record::free_times(writing, access, with, today);
        const auto day = record::give_time(writing, access, with, number_in(time), today);
        if (!day) return Refusal("reserve.not_free", "time");
        record::plan_visit(writing, access, with, *day, service.now());
        return Change{"", ""};
      });
}

}  // namespace alongside::service
