// SPDX-License-Identifier: Apache-2.0
// Rows of journals; answers about joy go in and come out as a team's months.
#include "record/journal.h"

#include "record/store.h"

namespace alongside::record {

using sql::Parameter;
using sql::Reading;
using sql::Row;
using sql::Writing;

namespace {

constexpr std::string_view columns =
    "SELECT entry_no, version_no, kind, day_no, happened, learnt, thinking, noticed_in, minutes, "
    "in_log, again_days, came_of_it, differently, again_ms, written_ms, out_ms "
    "FROM journal_entries WHERE home_id = ?1 AND user_no = ?2 ";

JournalEntry entry_in(const Row& row) {
  JournalEntry entry;
  entry.number = row.integer(0);
  entry.version = row.integer(1);
  for (const EntryKind kind : entry_kinds)
    if (code_of(kind) == row.text(2)) entry.kind = kind;
  entry.day = {row.integer(3)};
  entry.happened = row.text(4);
  entry.learnt = row.text(5);
  for (const Thinking thinking : ways_of_thinking)
    if (code_of(thinking) == row.text(6)) entry.thinking = thinking;
  for (const NoticedIn where : noticed_in)
    if (code_of(where) == row.text(7)) entry.where = where;
  entry.minutes = row.integer(8);
  entry.in_log = row.integer(9) == 1;
  entry.again_after_days = row.integer(10);
  if (!row.null(13))
    entry.again =
        LookedAgain{std::string(row.text(11)), std::string(row.text(12)), {row.integer(13)}};
  entry.written_at = {row.integer(14)};
  if (!row.null(15)) entry.out_at = Instant{row.integer(15)};
  return entry;
}

Parameter maybe(const std::optional<Instant>& instant) {
  return instant ? Parameter(instant->utc_ms) : Parameter(std::monostate{});
}

}  // namespace

std::vector<JournalEntry> journal_entries(const Reading& reading, const OwnJournalAccess& access,
                                          const EntriesAsked& asked) {
  return reading.all(
      std::string(columns) +
          "AND out_ms IS NULL ORDER BY day_no DESC, entry_no DESC LIMIT ?3 OFFSET ?4",
      {access.home(), access.user(), asked.count, asked.from}, entry_in);
}

std::int64_t count_entries(const Reading& reading, const OwnJournalAccess& access) {
  return reading.integer(
      "SELECT count(*) FROM journal_entries WHERE home_id = ?1 AND user_no = ?2 AND out_ms IS NULL",
      {access.home(), access.user()});
}

std::vector<JournalEntry> entries_between(const Reading& reading, const OwnJournalAccess& access,
                                          Day from, Day to) {
  return reading.all(
      std::string(columns) +
          "AND out_ms IS NULL AND day_no BETWEEN ?3 AND ?4 ORDER BY day_no, entry_no",
      {access.home(), access.user(), from.number, to.number}, entry_in);
}

std::optional<JournalEntry> journal_entry(const Reading& reading, const OwnJournalAccess& access,
                                          std::int64_t number) {
  return reading.first(std::string(columns) + "AND entry_no = ?3",
                       {access.home(), access.user(), number}, entry_in);
}

std::int64_t put_entry(Writing& writing, const OwnJournalAccess& access,
                       const JournalEntry& entry) {
  std::int64_t number = entry.number;
  if (number == 0)
    number = writing.integer(
        "SELECT coalesce(max(entry_no), 0) + 1 FROM journal_entries WHERE home_id = ?1 "
        "AND user_no = ?2",
        {access.home(), access.user()});
  else
    writing.execute(
        "DELETE FROM journal_entries WHERE home_id = ?1 AND user_no = ?2 AND entry_no = ?3",
        {access.home(), access.user(), number});
  const LookedAgain again = entry.again.value_or(LookedAgain());
  writing.execute(
      "INSERT INTO journal_entries (home_id, user_no, entry_no, version_no, kind, day_no, "
      "happened, learnt, thinking, noticed_in, minutes, in_log, again_days, came_of_it, "
      "differently, again_ms, written_ms, out_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, "
      "?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)",
      {access.home(), access.user(), number, entry.version, code_of(entry.kind), entry.day.number,
       entry.happened, entry.learnt, entry.thinking ? code_of(*entry.thinking) : "",
       entry.where ? code_of(*entry.where) : "", entry.minutes, std::int64_t{entry.in_log},
       entry.again_after_days, again.came_of_it, again.differently,
       entry.again ? Parameter(again.at.utc_ms) : Parameter(std::monostate{}),
       entry.written_at.utc_ms, maybe(entry.out_at)});
  return number;
}

void add_joy(Writing& writing, const TeamAccess& access, UserNo user, const JoyAnswer& answer) {
  writing.execute(
      "INSERT INTO joy_asked (home_id, user_no, team_no, month_no) VALUES (?1, ?2, ?3, ?4)",
      {access.home(), user.value, access.number(), answer.month.number});
  writing.execute(
      "INSERT INTO joy_answers (home_id, team_no, month_no, answer_key, joy) "
      "VALUES (?1, ?2, ?3, ?4, ?5)",
      {access.home(), access.number(), answer.month.number, answer.key, answer.joy});
}

bool said_joy(const Reading& reading, const TeamAccess& access, UserNo user, Month month) {
  return reading.integer(
             "SELECT count(*) FROM joy_asked WHERE home_id = ?1 AND user_no = ?2 AND team_no = ?3 "
             "AND month_no = ?4",
             {access.home(), user.value, access.number(), month.number}) > 0;
}

Eliciting eliciting(const Reading& reading, const OwnJournalAccess& access, Instant from,
                    Instant to) {
  Eliciting found;
  const sql::Parameters asked = {access.home(), access.professional(), from.utc_ms, to.utc_ms};
  reading.each(query("eliciting_visits.sql"), asked, [&](const Row& row) {
    found.visits = row.integer(0);
    found.asked = row.integer(1);
  });
  reading.each(
      "SELECT count(*), coalesce(sum(CASE WHEN r.answer = 'yes' THEN 1 ELSE 0 END), 0) "
      "FROM read_backs r WHERE r.home_id = ?1 AND r.person_no > 0 AND r.professional_no = ?2 "
      "AND r.answered_ms >= ?3 AND r.answered_ms < ?4",
      asked, [&](const Row& row) {
        found.read_back = row.integer(0);
        found.understood = row.integer(1);
      });
  reading.each(query("eliciting_aims.sql"), asked, [&](const Row& row) {
    found.soon = row.integer(0);
    found.long_term = row.integer(1);
    found.in_their_writing = row.integer(2);
    found.written_down = row.integer(3);
  });
  return found;
}

}  // namespace alongside::record
