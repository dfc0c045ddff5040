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
  /// Empty for a person and for whoever supports one: theirs is read from their sign-in, so that
  /// nothing of it is left once they are erased.
  std::string name;
  std::string side;  ///< person, professional or other
  std::string role = {};
};

/// Words that are about nobody: "state_aim", "aim 2".
struct Deed {
  std::string_view act;
  std::string what;
};

/// The act after which nothing of a person's record is there any more.
constexpr std::string_view erase_act = "erase_record";

/// About whom an entry is, how their record was reached, and what of it changed.
struct About {
  /// An act through an access: all that it touched.
  static About record(const PersonAccess& access);
  /// A look.
  static About look(PersonNo person, Relation relation);
  /// What an administrator or the program did about somebody, or about the home.
  static About parts(std::optional<PersonNo> person, std::vector<Part> parts);

  std::optional<PersonNo> person;
  std::optional<Relation> relation;
  std::vector<Part> touched;
};

/// An entry as the chain sees it: every field as text.
struct ChainedEntry {
  std::string number, at_ms, user, name, side, role, relation, person, act, what, content;
};
/// SHA-256 over the entry before and each field with its length before it.
std::string chained(std::string_view previous, const ChainedEntry& entry);

/// In the act's own transaction, after its changes. The hash covers all fields and the entry before
/// it (SHA-256); among the fields is the content that each changed part has from now on.
void append_history(sql::Writing& writing, const Actor& actor, const About& about, const Deed& deed,
                    Instant now);

struct HistoryEntry {
  std::int64_t number;
  Instant at;
  UserNo user;
  std::string actor_name;  ///< empty when they were erased
  std::string actor_side;
  std::string actor_role;
  std::string relation;
  std::string act;
  std::string what;
};
constexpr std::int64_t history_on_a_page = 50;
enum class OwnEntries { hidden, shown };
/// Newest first. Own entries are those of the user who is this person.
std::vector<HistoryEntry> history_of(const sql::Reading& reading, const PersonAccess& access,
                                     OwnEntries own, std::int64_t page);
/// All of it, own entries among them, newest first.
std::vector<HistoryEntry> whole_history_of(const sql::Reading& reading, const PersonAccess& access);
std::int64_t count_history_of(const sql::Reading& reading, const PersonAccess& access,
                              OwnEntries own);

/// First in an act: from here to the end of its transaction no other act changes that home. One
/// writer at a time is SQLite's way anyhow; on other engines the rules need it.
void hold_home(sql::Writing& writing, HomeNo home);

/// The end of a home's chain. Kept outside, it shows later that nothing before it was cut off.
struct Head {
  HomeNo home;
  std::int64_t number = 0;
  std::string hash;
};
std::vector<Head> history_heads(const sql::Reading& reading);

/// What an act of a key answered, about whose record it was, and which act.
struct AnswerBefore {
  std::string answer;
  PersonNo person;
  std::string act;
};
/// If this user sent that key before.
std::optional<AnswerBefore> answer_before(const sql::Reading& reading, const Actor& actor,
                                          std::string_view once_key);
void keep_answer(sql::Writing& writing, const Actor& actor, std::string_view once_key,
                 const AnswerBefore& answer, Instant now);

}  // namespace alongside::record
