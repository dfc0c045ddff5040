// SPDX-License-Identifier: Apache-2.0
// The account. No statement here changes or removes a row.
#include "record/history.h"

#include "record/rollups.h"

#include "foundation/base/secret.h"
#include "record/content.h"

namespace alongside::record {
namespace {

using sql::Reading;
using sql::Row;
using sql::Writing;

struct Link {
  std::int64_t number;
  std::string hash;
};

/// Counts on the end of the home's chain; the row is this transaction's from here on.
Link take_head(Writing& writing, HomeNo home) {
  writing.execute(
      "INSERT INTO history_heads (home_id, entry_no, hash) VALUES (?1, 0, '') "
      "ON CONFLICT (home_id) DO NOTHING",
      {home.value});
  return writing
      .first(
          "UPDATE history_heads SET entry_no = entry_no + 1 WHERE home_id = ?1 "
          "RETURNING entry_no, hash",
          {home.value},
          [](const Row& row) {
            return Link{row.integer(0), std::string(row.text(1))};
          })
      .value();
}

/// "aim 2 <fingerprint>", a line for each part.
std::string content_of(const Reading& reading, HomeNo home, const About& about) {
  std::string lines;
  for (const Part& part : about.touched) {
    const bool of_a_home = part.kind >= PartKind::site;
    const PartAt at{of_a_home ? std::nullopt : about.person, part};
    lines += text_of(part) + " " + content_hash(reading, home, at) + "\n";
  }
  return lines;
}

constexpr std::string_view person_filter =
    " FROM history h WHERE h.home_id = ?1 AND h.person_no = ?2 AND (?3 = 1 OR h.actor_side <> "
    "'person' OR h.user_no NOT IN "
    "(SELECT u.user_no FROM users u WHERE u.home_id = ?1 AND u.person_no = ?2))";

/// A name that is not in the chain is read from its sign-in, while there is one.
constexpr std::string_view entry_columns =
    "SELECT h.entry_no, h.at_ms, h.user_no, CASE WHEN h.actor_name <> '' THEN h.actor_name "
    "ELSE coalesce((SELECT n.name FROM users n WHERE n.home_id = ?1 AND n.user_no = h.user_no), "
    "'') END, h.actor_side, h.actor_role, h.relation, h.act, h.what";

HistoryEntry history_entry_from(const Row& row) {
  return {row.integer(0),           {row.integer(1)},         {row.integer(2)},
          std::string(row.text(3)), std::string(row.text(4)), std::string(row.text(5)),
          std::string(row.text(6)), std::string(row.text(7)), std::string(row.text(8))};
}

}  // namespace

About About::record(const PersonAccess& access) {
  return {access.person().person,
          access.relation(),
          {access.touched().begin(), access.touched().end()}};
}

About About::look(PersonNo person, Relation relation) { return {person, relation, {}}; }

About About::parts(std::optional<PersonNo> person, std::vector<Part> parts) {
  return {person, std::nullopt, std::move(parts)};
}

std::string chained(std::string_view previous, const ChainedEntry& entry) {
  std::string bytes;
  for (const std::string_view field :
       {previous, std::string_view(entry.number), std::string_view(entry.at_ms),
        std::string_view(entry.user), std::string_view(entry.name), std::string_view(entry.side),
        std::string_view(entry.role), std::string_view(entry.relation),
        std::string_view(entry.person), std::string_view(entry.act), std::string_view(entry.what),
        std::string_view(entry.content)}) {
    // Each field with its length before it: no two different entries give the same bytes.
    bytes += std::to_string(field.size());
    bytes += ':';
    bytes += field;
  }
  return sha256(bytes);
}

void append_history(Writing& writing, const Actor& actor, const About& about, const Deed& deed,
                    Instant now) {
  const Link last = take_head(writing, actor.home);
  // After the head: what others committed meanwhile is seen from here on.
  const std::string content = content_of(writing, actor.home, about);
  const std::string relation(about.relation ? code_of(*about.relation) : std::string_view());
  const std::int64_t person = about.person ? about.person->value : 0;
  const std::string hash = chained(
      last.hash, {std::to_string(last.number), std::to_string(now.utc_ms),
                  std::to_string(actor.user.value), actor.name, actor.side, actor.role, relation,
                  std::to_string(person), std::string(deed.act), deed.what, content});
  writing.execute(
      "INSERT INTO history (home_id, entry_no, at_ms, user_no, actor_name, actor_side, "
      "actor_role, relation, person_no, act, what, content, hash) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
      {actor.home.value, last.number, now.utc_ms, actor.user.value, actor.name, actor.side,
       actor.role, relation,
       about.person ? sql::Parameter(person) : sql::Parameter(std::monostate{}), deed.act,
       deed.what, content, hash});
  writing.execute("UPDATE history_heads SET hash = ?2 WHERE home_id = ?1",
                  {actor.home.value, hash});
  if (about.person && !about.touched.empty()) mark_stale(writing, actor.home, *about.person);
}

std::vector<HistoryEntry> history_of(const Reading& reading, const PersonAccess& access,
                                     OwnEntries own, std::int64_t page) {
  return reading.all(std::string(entry_columns) + std::string(person_filter) +
                         " ORDER BY h.entry_no DESC LIMIT ?4 OFFSET ?5",
                     {access.home(), access.number(), own == OwnEntries::shown ? 1 : 0,
                      history_on_a_page, page * history_on_a_page},
                     history_entry_from);
}

std::vector<HistoryEntry> whole_history_of(const Reading& reading, const PersonAccess& access) {
  return reading.all(
      std::string(entry_columns) + std::string(person_filter) + " ORDER BY h.entry_no DESC",
      {access.home(), access.number(), 1}, history_entry_from);
}

std::int64_t count_history_of(const Reading& reading, const PersonAccess& access, OwnEntries own) {
  return reading.integer("SELECT count(*)" + std::string(person_filter),
                         {access.home(), access.number(), own == OwnEntries::shown ? 1 : 0});
}

void hold_home(Writing& writing, HomeNo home) {
  writing.execute("UPDATE history_heads SET entry_no = entry_no WHERE home_id = ?1", {home.value});
}

std::vector<Head> history_heads(const Reading& reading) {
  return reading.all("SELECT home_id, entry_no, hash FROM history_heads ORDER BY home_id", {},
                     [](const Row& row) {
                       return Head{{row.integer(0)}, row.integer(1), std::string(row.text(2))};
                     });
}

std::optional<AnswerBefore> answer_before(const Reading& reading, const Actor& actor,
                                          std::string_view once_key) {
  return reading.first(
      "SELECT answer, person_no, act FROM answered WHERE home_id = ?1 AND user_no = ?2 AND "
      "once_key = "
      "?3",
      {actor.home.value, actor.user.value, once_key}, [](const Row& row) {
        return AnswerBefore{std::string(row.text(0)), {row.integer(1)}, std::string(row.text(2))};
      });
}

void keep_answer(Writing& writing, const Actor& actor, std::string_view once_key,
                 const AnswerBefore& answer, Instant now) {
  writing.execute(
      "INSERT INTO answered (home_id, once_key, user_no, person_no, act, answer, answered_ms) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
      {actor.home.value, once_key, actor.user.value, answer.person.value, answer.act, answer.answer,
       now.utc_ms});
}

}  // namespace alongside::record
