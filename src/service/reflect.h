// SPDX-License-Identifier: Apache-2.0
// A professional writes in their own journal; nobody else can read it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "reflection/eliciting.h"
#include "reflection/journal.h"
#include "service/caller.h"
#include "service/service.h"

namespace alongside::service {

constexpr std::int64_t entries_on_a_page = 20;
struct JournalView {
  std::string zone;
  std::int64_t count = 0;
  std::vector<JournalEntry> entries = {};
  std::vector<JournalEntry> waiting = {};  ///< whose two questions wait now, oldest first
  Noticed noticed = {};                    ///< of the last year
  Eliciting eliciting = {};                ///< of the last eliciting_days
};
Outcome<JournalView> read_journal(const Service& service, const Caller& caller, std::int64_t page);
/// One of one's own, taken out or not.
Outcome<JournalEntry> read_entry(const Service& service, const Caller& caller,
                                 std::string_view entry);

/// For an appraisal: what its writer chose to take along, of a span of days.
struct LogView {
  Day from, to;
  std::vector<JournalEntry> chosen = {};  ///< oldest first
  std::int64_t entries = 0;               ///< of that time, chosen or not
  Eliciting eliciting = {};
};
/// "journal.span" (from) where the days are none, or in the wrong order. Empty: the last year.
Outcome<LogView> read_log(const Service& service, const Caller& caller, std::string_view from,
                          std::string_view to);

/// Which entry a change is about, and the version that was seen.
struct EntrySeen {
  std::string_view entry, base;
};
/// Answers its number. "journal.too_many" (happened), beside the fields of entry_from.
Outcome<std::string> write_entry(const Service& service, const Caller& caller,
                                 const EntryDraft& draft, std::string_view once);
/// "journal.meanwhile" (happened) where it was changed elsewhere since.
Outcome<std::string> change_entry(const Service& service, const Caller& caller,
                                  const EntrySeen& seen, const EntryDraft& draft,
                                  std::string_view once);
Outcome<std::string> look_again(const Service& service, const Caller& caller,
                                std::string_view entry, const AgainDraft& draft,
                                std::string_view once);
enum class EntryMove { out, back };
Outcome<std::string> move_entry(const Service& service, const Caller& caller,
                                std::string_view entry, EntryMove move, std::string_view once);

}  // namespace alongside::service
