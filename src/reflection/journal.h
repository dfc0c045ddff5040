// SPDX-License-Identifier: Apache-2.0
// What a professional writes for themself: about a real case, or about the way of thinking that
// they noticed in the work (Schoen 1983; Batalden 2018). Private to its writer.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/base/clock.h"
#include "foundation/base/outcome.h"

namespace alongside {

enum class EntryKind { reflection, noticing };
inline constexpr std::array entry_kinds = {EntryKind::reflection, EntryKind::noticing};
std::string_view code_of(EntryKind kind);

/// Care seen as something that is made and handed over, or as something that two sides do together.
enum class Thinking { product, service };
inline constexpr std::array ways_of_thinking = {Thinking::product, Thinking::service};
std::string_view code_of(Thinking thinking);

/// In what it was noticed: the essay's four.
enum class NoticedIn { organising, assessing, improving, educating };
inline constexpr std::array noticed_in = {NoticedIn::organising, NoticedIn::assessing,
                                          NoticedIn::improving, NoticedIn::educating};
std::string_view code_of(NoticedIn where);

/// Two questions that come again after a while.
struct LookedAgain {
  std::string came_of_it = {}, differently = {};
  Instant at = {};
};

struct JournalEntry {
  std::int64_t number = 0;
  std::int64_t version = 0;  ///< from 1; counts up with each change
  EntryKind kind = EntryKind::reflection;
  Day day = {};  ///< when it happened
  std::string happened = {};
  std::string learnt = {};
  std::optional<Thinking> thinking = {};  ///< of a noticing
  std::optional<NoticedIn> where = {};    ///< of a noticing
  std::int64_t minutes = 0;               ///< spent on learning from it, for the log; 0: not said
  bool in_log = false;                    ///< goes along to an appraisal
  std::int64_t again_after_days = 0;      ///< 0: not to be asked again
  std::optional<LookedAgain> again = {};
  Instant written_at = {};
  std::optional<Instant> out_at = {};  ///< taken out by its writer
};

constexpr std::size_t entry_characters_max = 2000;
constexpr std::int64_t entry_minutes_max = 600;
constexpr std::int64_t entries_max = 5000;  ///< of one writer
inline constexpr std::array<std::int64_t, 3> again_after_days = {14, 28, 91};

struct EntryDraft {
  std::string kind = {}, day = {}, happened = {}, learnt = {}, thinking = {}, where = {},
              minutes = {}, in_log = {}, again = {};
};
/// `again` may be empty: never. Refused beside the fields: "journal.kind", "journal.day" (no day,
/// or one after `today`), "journal.words_missing" (happened), "journal.long", "journal.minutes",
/// "journal.again", and of a noticing "journal.thinking" and "journal.where".
Outcome<JournalEntry> entry_from(const EntryDraft& draft, Day today);

/// How often each way of thinking was noticed in each of the four.
using Noticed = std::array<std::array<std::int64_t, noticed_in.size()>, ways_of_thinking.size()>;
Noticed noticed_by(const std::vector<JournalEntry>& entries);

/// Whether the two questions wait now.
bool asks_again(const JournalEntry& entry, Day today);
struct AgainDraft {
  std::string came_of_it = {}, differently = {};
};
/// "journal.again_missing" (came_of_it) where both are empty; "journal.long".
Outcome<LookedAgain> looked_again_from(const AgainDraft& draft);

}  // namespace alongside
