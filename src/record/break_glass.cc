// SPDX-License-Identifier: Apache-2.0
// Who opened what, why, until when, and who looked into it.
#include "record/break_glass.h"

#include "foundation/base/text.h"

namespace alongside::record {

using sql::Reading;
using sql::Row;
using sql::Writing;

std::vector<Opening> openings(const Reading& reading, const PersonAccess& access) {
  return reading.all(
      "SELECT b.opening_no, b.professional_no, p.name, b.reason, b.opened_ms, b.until_ms, "
      "coalesce(r.name, '') FROM break_glass b JOIN professionals p ON p.home_id = b.home_id "
      "AND p.professional_no = b.professional_no LEFT JOIN professionals r "
      "ON r.home_id = b.home_id AND r.professional_no = b.reviewed_by "
      "WHERE b.home_id = ?1 AND b.person_no = ?2 ORDER BY b.opening_no DESC",
      {access.home(), access.number()}, [](const Row& row) {
        return Opening{row.integer(0),           {row.integer(1)},
                       std::string(row.text(2)), Private(std::string(row.text(3))),
                       {row.integer(4)},         {row.integer(5)},
                       std::string(row.text(6))};
      });
}

bool has_open(const Reading& reading, HomeNo home, ProfessionalNo by, PersonNo person, Instant at) {
  return reading.integer(
             "SELECT count(*) FROM break_glass WHERE home_id = ?1 AND person_no = ?2 "
             "AND professional_no = ?3 AND until_ms > ?4",
             {home.value, person.value, by.value, at.utc_ms}) > 0;
}

std::optional<PersonNo> person_named(const Reading& reading, HomeNo home, std::string_view name,
                                     Day born) {
  // Cases are folded here: each engine's own lower() has its own idea of letters.
  const std::string wanted = lower_ascii(one_line(name));
  std::vector<PersonNo> found;
  reading.each("SELECT person_no, name FROM persons WHERE home_id = ?1 AND born_day = ?2",
               {home.value, born.number}, [&](const Row& row) {
                 if (lower_ascii(row.text(1)) == wanted) found.push_back({row.integer(0)});
               });
  return found.size() == 1 ? std::optional(found.front()) : std::nullopt;
}

std::int64_t add_opening(Writing& writing, PersonKey person, ProfessionalNo by,
                         const Private<std::string>& reason, Instant now, Instant until) {
  const std::int64_t number = writing.integer(
      "SELECT coalesce(max(opening_no), 0) + 1 FROM break_glass "
      "WHERE home_id = ?1 AND person_no = ?2",
      {person.home.value, person.person.value});
  writing.execute(
      "INSERT INTO break_glass (home_id, person_no, opening_no, professional_no, reason, "
      "opened_ms, until_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
      {person.home.value, person.person.value, number, by.value, reason.disclose(), now.utc_ms,
       until.utc_ms});
  return number;
}

void review_opening(Writing& writing, const PersonAccess& access, std::int64_t opening,
                    ProfessionalNo by, Instant now) {
  access.touch({PartKind::opening, opening});
  writing.execute(
      "UPDATE break_glass SET reviewed_by = ?4, reviewed_ms = ?5 "
      "WHERE home_id = ?1 AND person_no = ?2 AND opening_no = ?3 AND reviewed_by IS NULL",
      {access.home(), access.number(), opening, by.value, now.utc_ms});
}

}  // namespace alongside::record
