// SPDX-License-Identifier: Apache-2.0
// Reserved times, to rows and back.
#include "record/reserved_times.h"

namespace alongside::record {

using sql::Reading;
using sql::Row;
using sql::Writing;

std::vector<ReservedTime> reserved_times(const Reading& reading, const OwnPeopleAccess& access,
                                         Day from) {
  return reading.all(
      "SELECT r.time_no, r.reserved_day, r.minute, r.minutes, r.way, p.person_no, p.public_id, "
      "p.name FROM reserved_times r LEFT JOIN persons p ON p.home_id = r.home_id "
      "AND p.person_no = r.person_no WHERE r.home_id = ?1 AND r.professional_no = ?2 "
      "AND r.reserved_day >= ?3 AND r.ended_ms IS NULL AND (r.person_no IS NULL OR EXISTS "
      "(SELECT 1 FROM team_members m JOIN team_serves s ON s.home_id = m.home_id "
      "AND s.team_no = m.team_no AND s.until_ms IS NULL WHERE m.home_id = ?1 "
      "AND m.professional_no = ?2 AND m.until_ms IS NULL AND s.person_no = r.person_no)) "
      "ORDER BY r.reserved_day, r.minute, r.time_no",
      {access.home(), access.professional(), from.number}, [&](const Row& row) {
        ReservedTime time{row.integer(0), Day{row.integer(1)}, row.integer(2), row.integer(3),
                          meet_by_from(row.text(4)).value_or(MeetBy::visit)};
        if (!row.null(5))
          time.for_whom = Person{{{access.home()}, {row.integer(5)}},
                                 Id<Person>::parse(row.text(6)).value(),
                                 Private(std::string(row.text(7))),
                                 std::nullopt};
        return time;
      });
}

std::int64_t add_reserved_time(Writing& writing, const OwnPeopleAccess& access,
                               const ReservedTime& time, Instant now) {
  const std::int64_t number = writing.integer(
      "SELECT coalesce(max(time_no), 0) + 1 FROM reserved_times WHERE home_id = ?1 "
      "AND professional_no = ?2",
      {access.home(), access.professional()});
  writing.execute(
      "INSERT INTO reserved_times (home_id, professional_no, time_no, reserved_day, minute, "
      "minutes, way, set_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
      {access.home(), access.professional(), number, time.day.number, time.minute, time.minutes,
       code_of(time.way), now.utc_ms});
  return number;
}

bool drop_reserved_time(Writing& writing, const OwnPeopleAccess& access, std::int64_t number,
                        Instant now) {
  return writing.execute(
             "UPDATE reserved_times SET ended_ms = ?4 WHERE home_id = ?1 "
             "AND professional_no = ?2 AND time_no = ?3 AND person_no IS NULL AND ended_ms IS NULL",
             {access.home(), access.professional(), number, now.utc_ms}) > 0;
}

std::optional<Day> give_time(Writing& writing, const PersonAccess& access,
                             ProfessionalNo professional, std::int64_t number, Day today) {
  const auto day = writing.first(
      "SELECT reserved_day FROM reserved_times WHERE home_id = ?1 AND professional_no = ?2 "
      "AND time_no = ?3 AND person_no IS NULL AND ended_ms IS NULL AND reserved_day >= ?4",
      {access.home(), professional.value, number, today.number},
      [](const Row& row) { return Day{row.integer(0)}; });
  if (!day) return std::nullopt;
  access.touch({PartKind::reserved_times});
  writing.execute(
      "UPDATE reserved_times SET person_no = ?4 WHERE home_id = ?1 AND professional_no = ?2 "
      "AND time_no = ?3",
      {access.home(), professional.value, number, access.number()});
  return day;
}

void free_times(Writing& writing, const PersonAccess& access, ProfessionalNo professional,
                Day from) {
  access.touch({PartKind::reserved_times});
  writing.execute(
      "UPDATE reserved_times SET person_no = NULL WHERE home_id = ?1 AND professional_no = ?2 "
      "AND person_no = ?3 AND reserved_day >= ?4",
      {access.home(), professional.value, access.number(), from.number});
}

}  // namespace alongside::record
