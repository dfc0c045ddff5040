// SPDX-License-Identifier: Apache-2.0
// Who did what and who looked: append only, each entry chained to the one before; and the answers
// to acts that were sent before.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "foundation/sql/database.h"
#include "record/access.h"
#include "record/accounts.h"

namespace alongside::record {

struct Actor {
  HomeNo home;
  UserNo user;  ///< 0: the program itself
  std::string name;
  std::string side;  ///< person, professional or other
};

/// Words that are about nobody: "state_aim", "aim 2".
struct Deed {
  std::string_view act;
  std::string what;
};

/// In the act's own transaction. The hash covers all fields and the entry before it (SHA-256).
void append_history(sql::Writing& writing, const Actor& actor, std::optional<PersonNo> person,
                    const Deed& deed, Instant now);

struct HistoryEntry {
  std::int64_t number;
  Instant at;
  UserNo user;
  std::string actor_name;
  std::string actor_side;
  std::string act;
  std::string what;
};
constexpr std::int64_t history_on_a_page = 50;
enum class OwnEntries { hidden, shown };
/// Newest first. Own entries are those of the user who is this person.
std::vector<HistoryEntry> history_of(const sql::Reading& reading, const PersonAccess& access,
                                     OwnEntries own, std::int64_t page);
std::int64_t count_history_of(const sql::Reading& reading, const PersonAccess& access,
                              OwnEntries own);

/// The number of the first entry whose hash does not fit, or nothing when the chain is whole.
std::optional<std::int64_t> first_broken_entry(const sql::Reading& reading, HomeNo home);

/// What an act of a key answered, and about whose record it was.
struct AnswerBefore {
  std::string answer;
  PersonNo person;
};
/// If this user sent that key before.
std::optional<AnswerBefore> answer_before(const sql::Reading& reading, const Actor& actor,
                                          std::string_view once_key);
void keep_answer(sql::Writing& writing, const Actor& actor, std::string_view once_key,
                 const AnswerBefore& answer, Instant now);

}  // namespace alongside::record
