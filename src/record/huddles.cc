// SPDX-License-Identifier: Apache-2.0
// Rows of huddles, and the counts of a board.
#include "record/huddles.h"

#include <algorithm>

#include "record/people.h"

namespace alongside::record {

using sql::Reading;
using sql::Row;
using sql::Writing;

namespace {

constexpr std::int64_t days_ahead = 7;
constexpr std::int64_t days_of_barriers = 90;
constexpr std::int64_t days_asked_before = 14;

HuddleNote note_in(const Row& row) {
  HuddleNote note;
  note.number = row.integer(0);
  for (const HuddleNoteKind kind : huddle_note_kinds)
    if (code_of(kind) == row.text(1)) note.kind = kind;
  note.words = row.text(2);
  note.owner = row.text(3);
  if (!row.null(4)) note.due = Day{row.integer(4)};
  note.written_by = row.text(5);
  note.written_at = {row.integer(6)};
  if (!row.null(7)) note.ended_at = Instant{row.integer(7)};
  return note;
}

}  // namespace

Team team(const Reading& reading, const HuddleAccess& access) {
  return reading
      .first("SELECT public_id, name FROM teams WHERE home_id = ?1 AND team_no = ?2",
             {access.home(), access.team()},
             [&](const Row& row) {
               return Team{{access.home()},
                           {access.team()},
                           Id<Team>::parse(row.text(0)).value(),
                           std::string(row.text(1))};
             })
      .value();
}

HuddleCounts huddle_counts(const Reading& reading, const HuddleAccess& access, Day today,
                           Instant now) {
  HuddleCounts counts;
  counts.not_asked = reading.integer(
      "SELECT count(DISTINCT n.person_no) FROM planned_visits n JOIN team_serves s "
      "ON s.home_id = n.home_id AND s.person_no = n.person_no WHERE n.home_id = ?1 "
      "AND s.team_no = ?2 AND s.until_ms IS NULL AND n.ended_ms IS NULL "
      "AND n.visit_day BETWEEN ?3 AND ?4 AND NOT EXISTS (SELECT 1 FROM preparations q "
      "WHERE q.home_id = n.home_id AND q.person_no = n.person_no AND q.sent_ms > ?5) "
      "AND NOT EXISTS (SELECT 1 FROM aim_versions w WHERE w.home_id = n.home_id "
      "AND w.person_no = n.person_no AND w.stated_ms > ?5)",
      {access.home(), access.team(), today.number, today.number + days_ahead,
       now.utc_ms - days_asked_before * ms_a_day});
  reading.each(
      "SELECT count(*), count(DISTINCT a.person_no) FROM actions a JOIN team_serves s "
      "ON s.home_id = a.home_id AND s.person_no = a.person_no WHERE a.home_id = ?1 "
      "AND s.team_no = ?2 AND s.until_ms IS NULL AND a.side = 'professional' "
      "AND a.due_day < ?3 AND a.due_day >= ?4 AND NOT EXISTS (SELECT 1 FROM contributions c "
      "WHERE c.home_id = a.home_id AND c.person_no = a.person_no "
      "AND c.agreement_no = a.agreement_no AND c.action_no = a.action_no)",
      {access.home(), access.team(), today.number, today.number - days_of_barriers},
      [&](const Row& row) {
        counts.overdue = row.integer(0);
        counts.overdue_people = row.integer(1);
      });
  reading.each(
      "SELECT b.kind, count(DISTINCT b.person_no) FROM barriers b JOIN team_serves s "
      "ON s.home_id = b.home_id AND s.person_no = b.person_no WHERE b.home_id = ?1 "
      "AND s.team_no = ?2 AND s.until_ms IS NULL AND b.over_ms IS NULL AND b.said_ms > ?3 "
      "GROUP BY b.kind ORDER BY b.kind",
      {access.home(), access.team(), now.utc_ms - days_of_barriers * ms_a_day},
      [&](const Row& row) {
        if (const auto kind = barrier_kind_from(row.text(0)))
          counts.barriers.emplace_back(*kind, row.integer(1));
      });
  std::ranges::stable_sort(counts.barriers,
                           [](const auto& a, const auto& b) { return a.second > b.second; });
  return counts;
}

std::string huddle_mark(const Reading& reading, const HuddleAccess& access) {
  std::string mark;
  for (const std::string_view statement :
       {"SELECT count(*) + count(n.ended_ms) FROM huddle_notes n WHERE n.home_id = ?1 "
        "AND n.team_no = ?2",
        "SELECT count(*) + count(u.closed_ms) FROM huddles u WHERE u.home_id = ?1 "
        "AND u.team_no = ?2",
        "SELECT count(*) + count(t.studied_ms) + count(t.decided_ms) FROM tests_of_change t "
        "JOIN projects p ON p.home_id = t.home_id AND p.project_no = t.project_no "
        "WHERE t.home_id = ?1 AND p.team_no = ?2",
        "SELECT count(*) FROM test_locks l JOIN projects p ON p.home_id = l.home_id "
        "AND p.project_no = l.project_no WHERE l.home_id = ?1 AND p.team_no = ?2",
        "SELECT count(*) + count(p.ended_ms) FROM projects p WHERE p.home_id = ?1 "
        "AND p.team_no = ?2",
        "SELECT count(*) + count(d.taken_back_ms) FROM test_data d "
        "JOIN projects p ON p.home_id = d.home_id AND p.project_no = d.project_no "
        "WHERE d.home_id = ?1 AND p.team_no = ?2",
        "SELECT count(*) FROM measure_numbers m "
        "JOIN projects p ON p.home_id = m.home_id AND p.project_no = m.project_no "
        "WHERE m.home_id = ?1 AND p.team_no = ?2"})
    mark += (mark.empty() ? "" : ".") +
            std::to_string(reading.integer(statement, {access.home(), access.team()}));
  return mark;
}

std::vector<HuddleNote> huddle_notes(const Reading& reading, const HuddleAccess& access,
                                     Instant since) {
  return reading.all(
      "SELECT n.note_no, n.kind, n.words, n.owner, n.due_day, coalesce((SELECT u.name FROM users u "
      "WHERE u.home_id = ?1 AND u.user_no = n.written_by), ''), n.written_ms, n.ended_ms "
      "FROM huddle_notes n WHERE n.home_id = ?1 AND n.team_no = ?2 "
      "AND (n.ended_ms IS NULL OR n.ended_ms >= ?3) ORDER BY n.note_no DESC",
      {access.home(), access.team(), since.utc_ms}, note_in);
}

std::int64_t add_huddle_note(Writing& writing, const HuddleAccess& access, const HuddleNote& note,
                             UserNo written_by) {
  const std::int64_t number = writing.integer(
      "SELECT coalesce(max(note_no), 0) + 1 FROM huddle_notes WHERE home_id = ?1 AND team_no = ?2",
      {access.home(), access.team()});
  writing.execute(
      "INSERT INTO huddle_notes (home_id, team_no, note_no, kind, words, owner, due_day, "
      "written_by, written_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
      {access.home(), access.team(), number, code_of(note.kind), note.words, note.owner,
       note.due ? sql::Parameter(note.due->number) : sql::Parameter(std::monostate{}),
       written_by.value, note.written_at.utc_ms});
  return number;
}

bool end_huddle_note(Writing& writing, const HuddleAccess& access, std::int64_t note, Instant now) {
  const auto stands = writing.integer(
      "SELECT count(*) FROM huddle_notes WHERE home_id = ?1 AND team_no = ?2 AND note_no = ?3 "
      "AND ended_ms IS NULL",
      {access.home(), access.team(), note});
  if (stands == 0) return false;
  writing.execute(
      "UPDATE huddle_notes SET ended_ms = ?4 WHERE home_id = ?1 AND team_no = ?2 AND note_no = ?3",
      {access.home(), access.team(), note, now.utc_ms});
  return true;
}

std::optional<Huddle> latest_huddle(const Reading& reading, const HuddleAccess& access) {
  return reading.first(
      "SELECT huddle_no, begun_ms, closed_ms, colleagues, partners FROM huddles "
      "WHERE home_id = ?1 AND team_no = ?2 ORDER BY huddle_no DESC LIMIT 1",
      {access.home(), access.team()}, [](const Row& row) {
        Huddle huddle;
        huddle.number = row.integer(0);
        huddle.begun_at = {row.integer(1)};
        if (!row.null(2)) huddle.closed_at = Instant{row.integer(2)};
        huddle.colleagues = row.integer(3);
        huddle.partners = row.integer(4);
        return huddle;
      });
}

std::optional<Instant> last_huddle_closed(const Reading& reading, const HuddleAccess& access) {
  return reading.first(
      "SELECT closed_ms FROM huddles WHERE home_id = ?1 AND team_no = ?2 "
      "AND closed_ms IS NOT NULL ORDER BY huddle_no DESC LIMIT 1",
      {access.home(), access.team()}, [](const Row& row) { return Instant{row.integer(0)}; });
}

std::int64_t begin_huddle(Writing& writing, const HuddleAccess& access, UserNo begun_by,
                          Instant now) {
  const std::int64_t number = writing.integer(
      "SELECT coalesce(max(huddle_no), 0) + 1 FROM huddles WHERE home_id = ?1 AND team_no = ?2",
      {access.home(), access.team()});
  writing.execute(
      "INSERT INTO huddles (home_id, team_no, huddle_no, begun_by, begun_ms, colleagues, "
      "partners) VALUES (?1, ?2, ?3, ?4, ?5, 0, 0)",
      {access.home(), access.team(), number, begun_by.value, now.utc_ms});
  return number;
}

void close_huddle(Writing& writing, const HuddleAccess& access, std::int64_t huddle,
                  const Attendance& attendance, Instant now) {
  writing.execute(
      "UPDATE huddles SET closed_ms = ?4, colleagues = ?5, partners = ?6 WHERE home_id = ?1 "
      "AND team_no = ?2 AND huddle_no = ?3 AND closed_ms IS NULL",
      {access.home(), access.team(), huddle, now.utc_ms, attendance.colleagues,
       attendance.partners});
}

}  // namespace alongside::record
