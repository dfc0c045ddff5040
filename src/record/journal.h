// SPDX-License-Identifier: Apache-2.0
// What professionals write for themselves, joy as teams' answers, and what is counted for one.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "foundation/sql/database.h"
#include "record/access.h"
#include "record/accounts.h"
#include "reflection/eliciting.h"
#include "reflection/journal.h"

namespace alongside::record {

/// That stand, newest first: `count` of them after the first `from`.
struct EntriesAsked {
  std::int64_t from = 0, count = 0;
};
std::vector<JournalEntry> journal_entries(const sql::Reading& reading,
                                          const OwnJournalAccess& access,
                                          const EntriesAsked& asked);
std::int64_t count_entries(const sql::Reading& reading, const OwnJournalAccess& access);
/// Of days from `from` to `to`, oldest first.
std::vector<JournalEntry> entries_between(const sql::Reading& reading,
                                          const OwnJournalAccess& access, Day from, Day to);
/// One that was taken out, too.
std::optional<JournalEntry> journal_entry(const sql::Reading& reading,
                                          const OwnJournalAccess& access, std::int64_t number);
/// Numbered anew where its number is 0, else in the place of the one before.
std::int64_t put_entry(sql::Writing& writing, const OwnJournalAccess& access,
                       const JournalEntry& entry);

/// `key` is chance: nothing about the row says when it came, or from whom.
struct JoyAnswer {
  Month month;
  std::int64_t joy = 0;
  std::string_view key;
};
void add_joy(sql::Writing& writing, const TeamAccess& access, UserNo user, const JoyAnswer& answer);
bool said_joy(const sql::Reading& reading, const TeamAccess& access, UserNo user, Month month);

/// Of visits that the professional held from `from` to `to`, and of the aims of those whom they met
/// then.
Eliciting eliciting(const sql::Reading& reading, const OwnJournalAccess& access, Instant from,
                    Instant to);

}  // namespace alongside::record
