// SPDX-License-Identifier: Apache-2.0
// Entries of one's own, and what goes along to an appraisal.
#include "service/reflect.h"

#include <algorithm>

#include "foundation/base/text.h"
#include "record/journal.h"
#include "record/people.h"
#include "service/act.h"

namespace alongside::service {
namespace {

constexpr std::int64_t days_a_year = 365;

Zone zone_here(const sql::Reading& reading, const Caller& caller) {
  return Zone::named(record::site(reading, caller.home)->zone).value();
}

Eliciting eliciting_between(const sql::Reading& reading, const OwnJournalAccess& access,
                            const Zone& zone, Day from, Day to) {
  return record::eliciting(reading, access, zone.start_of(from), zone.start_of(to.plus(1)));
}

/// One that stands; else "permission.not_found".
Outcome<JournalEntry> entry_asked(const sql::Reading& reading, const OwnJournalAccess& access,
                                  std::string_view number) {
  auto entry = record::journal_entry(reading, access, whole_number(number).value_or(0));
  if (!entry) return Refusal("permission.not_found");
  return std::move(*entry);
}

template <class Body>
Outcome<std::string> change_journal(const Service& service, const Caller& caller, const Once& once,
                                    Body body) {
  return change_part(
      service, caller, {record::PartKind::journal, caller.user_no}, once,
      [&](const sql::Reading&) { return Permission::to_own_journal(caller); },
      [&](sql::Writing& writing, const OwnJournalAccess& access) -> Outcome<Change> {
        TRY(JournalEntry entry, body(writing, access));
        entry.version += 1;
        return Change{std::to_string(record::put_entry(writing, access, entry)), "journal"};
      });
}

}  // namespace

Outcome<JournalView> read_journal(const Service& service, const Caller& caller, std::int64_t page) {
  return service.database().read([&](const sql::Reading& reading) -> Outcome<JournalView> {
    TRY(const OwnJournalAccess access, Permission::to_own_journal(caller));
    const Zone zone = zone_here(reading, caller);
    const Day today = zone.day_of(service.now());
    JournalView view;
    view.zone = record::site(reading, caller.home)->zone;
    view.count = record::count_entries(reading, access);
    view.entries =
        record::journal_entries(reading, access, {page * entries_on_a_page, entries_on_a_page});
    auto of_the_year = record::entries_between(reading, access, today.plus(-days_a_year), today);
    view.noticed = noticed_by(of_the_year);
    for (JournalEntry& entry : of_the_year)
      if (asks_again(entry, today)) view.waiting.push_back(std::move(entry));
    view.eliciting =
        eliciting_between(reading, access, zone, today.plus(1 - eliciting_days), today);
    return view;
  });
}

Outcome<JournalEntry> read_entry(const Service& service, const Caller& caller,
                                 std::string_view entry) {
  return service.database().read([&](const sql::Reading& reading) -> Outcome<JournalEntry> {
    TRY(const OwnJournalAccess access, Permission::to_own_journal(caller));
    return entry_asked(reading, access, entry);
  });
}

Outcome<LogView> read_log(const Service& service, const Caller& caller, std::string_view from,
                          std::string_view to) {
  return service.database().read([&](const sql::Reading& reading) -> Outcome<LogView> {
    TRY(const OwnJournalAccess access, Permission::to_own_journal(caller));
    const Zone zone = zone_here(reading, caller);
    const Day today = zone.day_of(service.now());
    const bool unsaid = from.empty() && to.empty();
    const auto first = unsaid ? std::optional(today.plus(1 - days_a_year)) : Day::from_iso(from);
    const auto last = unsaid ? std::optional(today) : Day::from_iso(to);
    if (!first || !last || *last < *first) return Refusal("journal.span", "from");
    LogView view{*first, *last};
    auto entries = record::entries_between(reading, access, *first, *last);
    view.entries = static_cast<std::int64_t>(entries.size());
    std::erase_if(entries, [](const JournalEntry& entry) { return !entry.in_log; });
    view.chosen = std::move(entries);
    view.eliciting = eliciting_between(reading, access, zone, *first, *last);
    return view;
  });
}

Outcome<std::string> write_entry(const Service& service, const Caller& caller,
                                 const EntryDraft& draft, std::string_view once) {
  return change_journal(
      service, caller, {"write_entry", once},
      [&](sql::Writing& writing, const OwnJournalAccess& access) -> Outcome<JournalEntry> {
        if (record::count_entries(writing, access) >= entries_max)
          return Refusal("journal.too_many", "happened");
        TRY(JournalEntry entry,
            entry_from(draft, zone_here(writing, caller).day_of(service.now())));
        entry.written_at = service.now();
        return entry;
      });
}

Outcome<std::string> change_entry(const Service& service, const Caller& caller,
                                  const EntrySeen& seen, const EntryDraft& draft,
                                  std::string_view once) {
  return change_journal(
      service, caller, {"change_entry", once},
      [&](sql::Writing& writing, const OwnJournalAccess& access) -> Outcome<JournalEntry> {
        TRY(const JournalEntry before, entry_asked(writing, access, seen.entry));
        TRY(JournalEntry entry,
            entry_from(draft, zone_here(writing, caller).day_of(service.now())));
        if (whole_number(seen.base) != before.version)
          return Refusal("journal.meanwhile", "happened");
        entry.number = before.number;
        entry.version = before.version;
        entry.written_at = before.written_at;
        entry.again = before.again;
        return entry;
      });
}

Outcome<std::string> look_again(const Service& service, const Caller& caller,
                                std::string_view entry, const AgainDraft& draft,
                                std::string_view once) {
  return change_journal(
      service, caller, {"look_again", once},
      [&](sql::Writing& writing, const OwnJournalAccess& access) -> Outcome<JournalEntry> {
        TRY(JournalEntry looked, entry_asked(writing, access, entry));
        if (looked.again) return Refusal("journal.again_done", "came_of_it");
        TRY(LookedAgain again, looked_again_from(draft));
        again.at = service.now();
        looked.again = std::move(again);
        return looked;
      });
}

Outcome<std::string> move_entry(const Service& service, const Caller& caller,
                                std::string_view entry, EntryMove move, std::string_view once) {
  return change_journal(
      service, caller, {"move_entry", once},
      [&](sql::Writing& writing, const OwnJournalAccess& access) -> Outcome<JournalEntry> {
        TRY(JournalEntry moved, entry_asked(writing, access, entry));
        moved.out_at = move == EntryMove::out ? std::optional(service.now()) : std::nullopt;
        return moved;
      });
}

}  // namespace alongside::service
