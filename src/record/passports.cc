// SPDX-License-Identifier: Apache-2.0
// Passports are added and never rewritten.
#include "record/passports.h"

namespace alongside::record {

using sql::Parameter;
using sql::Reading;
using sql::Row;
using sql::Writing;

namespace {

std::optional<std::int64_t> level_in(const Row& row, int column) {
  return row.null(column) ? std::nullopt : std::optional(row.integer(column));
}

Parameter maybe(const std::optional<std::int64_t>& level) {
  return level ? Parameter(*level) : Parameter(std::monostate{});
}

}  // namespace

std::vector<ValuePassport> passports(const Reading& reading, const HuddleAccess& access) {
  auto all = reading.all(
      "SELECT p.passport_no, p.as_of_day, coalesce((SELECT u.name FROM users u "
      "WHERE u.home_id = ?1 AND u.user_no = p.written_by), ''), p.written_ms "
      "FROM passports p WHERE p.home_id = ?1 AND p.team_no = ?2 "
      "ORDER BY p.as_of_day DESC, p.passport_no DESC",
      {access.home(), access.team()}, [](const Row& row) {
        ValuePassport passport;
        passport.number = row.integer(0);
        passport.as_of = {row.integer(1)};
        passport.written_by = row.text(2);
        passport.written_at = {row.integer(3)};
        return passport;
      });
  reading.each(
      "SELECT passport_no, line, professionals, partners, seen, next_step FROM passport_lines "
      "WHERE home_id = ?1 AND team_no = ?2",
      {access.home(), access.team()}, [&](const Row& row) {
        for (ValuePassport& passport : all)
          for (std::size_t i = 0; i < passport_lines.size(); ++i)
            if (passport.number == row.integer(0) && code_of(passport_lines[i]) == row.text(1))
              passport.lines[i] = {level_in(row, 2), level_in(row, 3), std::string(row.text(4)),
                                   std::string(row.text(5))};
      });
  return all;
}

std::int64_t add_passport(Writing& writing, const HuddleAccess& access,
                          const ValuePassport& passport, UserNo written_by) {
  const std::int64_t number = writing.integer(
      "SELECT coalesce(max(passport_no), 0) + 1 FROM passports WHERE home_id = ?1 AND team_no = ?2",
      {access.home(), access.team()});
  writing.execute(
      "INSERT INTO passports (home_id, team_no, passport_no, as_of_day, written_by, written_ms) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
      {access.home(), access.team(), number, passport.as_of.number, written_by.value,
       passport.written_at.utc_ms});
  for (const PassportLine line : passport_lines) {
    const PassportView& view = passport.at(line);
    if (view == PassportView()) continue;
    writing.execute(
        "INSERT INTO passport_lines (home_id, team_no, passport_no, line, professionals, partners, "
        "seen, next_step) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        {access.home(), access.team(), number, code_of(line), maybe(view.professionals),
         maybe(view.partners), view.seen, view.next_step});
  }
  return number;
}

}  // namespace alongside::record
