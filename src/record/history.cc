// SPDX-License-Identifier: Apache-2.0
// The account. No statement here changes or removes a row.
#include "record/history.h"

#include "foundation/base/secret.h"

namespace alongside::record {
namespace {

using sql::Reading;
using sql::Row;
using sql::Writing;

/// Each field with its length before it, so that no two different entries give the same bytes.
std::string canonical(std::initializer_list<std::string_view> fields) {
  std::string bytes;
  for (const std::string_view field : fields) {
    bytes += std::to_string(field.size());
    bytes += ':';
    bytes += field;
  }
  return bytes;
}

std::string hash_of(std::string_view previous, std::int64_t number, std::int64_t at_ms,
                    std::int64_t user, std::string_view name, std::string_view side,
                    std::int64_t person, std::string_view act, std::string_view what) {
  return sha256(canonical({previous, std::to_string(number), std::to_string(at_ms),
                           std::to_string(user), name, side, std::to_string(person), act, what}));
}

struct Link {
  std::int64_t number;
  std::string hash;
};

constexpr std::string_view person_filter =
    " FROM history h WHERE h.home_id = ?1 AND h.person_no = ?2 AND (?3 = 1 OR h.actor_side <> "
    "'person' OR h.user_no NOT IN "
    "(SELECT u.user_no FROM users u WHERE u.home_id = ?1 AND u.person_no = ?2))";

}  // namespace

void append_history(Writing& writing, const Actor& actor, std::optional<PersonNo> person,
                    const Deed& deed, Instant now) {
  const auto last = writing.first(
      "SELECT entry_no, hash FROM history WHERE home_id = ?1 "
      "ORDER BY entry_no DESC LIMIT 1",
      {actor.home.value}, [](const Row& row) {
        return Link{row.integer(0), std::string(row.text(1))};
      });
  const std::int64_t number = last ? last->number + 1 : 1;
  const std::string previous = last ? last->hash : std::string();
  const std::int64_t person_no = person ? person->value : 0;
  const std::string hash = hash_of(previous, number, now.utc_ms, actor.user.value, actor.name,
                                   actor.side, person_no, deed.act, deed.what);
  writing.execute(
      "INSERT INTO history (home_id, entry_no, at_ms, user_no, actor_name, actor_side, "
      "person_no, act, what, previous_hash, hash) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
      {actor.home.value, number, now.utc_ms, actor.user.value, actor.name, actor.side,
       sql::optional(person ? std::optional(person_no) : std::nullopt), deed.act, deed.what,
       previous, hash});
}

std::vector<HistoryEntry> history_of(const Reading& reading, const PersonAccess& access,
                                     OwnEntries own, std::int64_t page) {
  const std::string statement =
      "SELECT h.entry_no, h.at_ms, h.user_no, h.actor_name, h.actor_side, h.act, h.what" +
      std::string(person_filter) + " ORDER BY h.entry_no DESC LIMIT ?4 OFFSET ?5";
  return reading.all(statement,
                     {access.home(), access.number(), own == OwnEntries::shown ? 1 : 0,
                      history_on_a_page, page * history_on_a_page},
                     [](const Row& row) {
                       return HistoryEntry{row.integer(0),           {row.integer(1)},
                                           {row.integer(2)},         std::string(row.text(3)),
                                           std::string(row.text(4)), std::string(row.text(5)),
                                           std::string(row.text(6))};
                     });
}

std::int64_t count_history_of(const Reading& reading, const PersonAccess& access, OwnEntries own) {
  return reading.integer("SELECT count(*)" + std::string(person_filter),
                         {access.home(), access.number(), own == OwnEntries::shown ? 1 : 0});
}

std::optional<std::int64_t> first_broken_entry(const Reading& reading, HomeNo home) {
  std::optional<std::int64_t> broken;
  std::string previous;
  std::int64_t expected = 1;
  reading.each(
      "SELECT entry_no, at_ms, user_no, actor_name, actor_side, coalesce(person_no, 0), act, "
      "what, previous_hash, hash FROM history WHERE home_id = ?1 ORDER BY entry_no",
      {home.value}, [&](const Row& row) {
        if (broken) return;
        const std::string hash =
            hash_of(previous, row.integer(0), row.integer(1), row.integer(2), row.text(3),
                    row.text(4), row.integer(5), row.text(6), row.text(7));
        if (row.integer(0) != expected || row.text(8) != previous || row.text(9) != hash)
          broken = row.integer(0);
        previous = hash;
        ++expected;
      });
  return broken;
}

std::optional<AnswerBefore> answer_before(const Reading& reading, const Actor& actor,
                                          std::string_view once_key) {
  return reading.first(
      "SELECT answer, person_no FROM answered WHERE home_id = ?1 AND user_no = ?2 AND once_key = "
      "?3",
      {actor.home.value, actor.user.value, once_key}, [](const Row& row) {
        return AnswerBefore{std::string(row.text(0)), {row.integer(1)}};
      });
}

void keep_answer(Writing& writing, const Actor& actor, std::string_view once_key,
                 const AnswerBefore& answer, Instant now) {
  writing.execute(
      "INSERT INTO answered (home_id, once_key, user_no, person_no, answer, answered_ms) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
      {actor.home.value, once_key, actor.user.value, answer.person.value, answer.answer,
       now.utc_ms});
}

}  // namespace alongside::record
