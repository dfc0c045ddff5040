// SPDX-License-Identifier: Apache-2.0
// Entries, checked; when their two questions come again.
#include "reflection/journal.h"

#include <algorithm>

#include "foundation/base/text.h"

namespace alongside {
namespace {

template <class Code, std::size_t count>
std::optional<Code> code_in(const std::array<Code, count>& all, const std::string& typed) {
  for (const Code code : all)
    if (code_of(code) == typed) return code;
  return std::nullopt;
}

class Check {
 public:
  std::string words(const std::string& typed, const char* field) {
    std::string said = tidied(typed);
    if (characters(said) > entry_characters_max) fault("journal.long", field);
    return said;
  }
  void fault(const char* key, const char* field) { faults_.push_back({key, field}); }
  std::int64_t whole(const std::string& typed, std::int64_t max, const char* key,
                     const char* field) {
    const auto number = whole_number(one_line(typed));
    if (!number || *number < 0 || *number > max) fault(key, field);
    return number.value_or(0);
  }
  std::vector<Fault> take_faults() { return std::move(faults_); }
  bool good() const { return faults_.empty(); }

 private:
  std::vector<Fault> faults_;
};

}  // namespace

std::string_view code_of(EntryKind kind) {
  return kind == EntryKind::reflection ? "reflection" : "noticing";
}

std::string_view code_of(Thinking thinking) {
  return thinking == Thinking::product ? "product" : "service";
}

std::string_view code_of(NoticedIn where) {
  switch (where) {
    case NoticedIn::organising:
      return "organising";
    case NoticedIn::assessing:
      return "assessing";
    case NoticedIn::improving:
      return "improving";
    case NoticedIn::educating:
      return "educating";
  }
  return {};
}

Outcome<JournalEntry> entry_from(const EntryDraft& draft, Day today) {
  Check check;
  JournalEntry entry;
  const auto kind = code_in(entry_kinds, draft.kind);
  if (!kind) check.fault("journal.kind", "kind");
  entry.kind = kind.value_or(EntryKind::reflection);
  const auto day = Day::from_iso(one_line(draft.day));
  if (!day || *day > today) check.fault("journal.day", "day");
  entry.day = day.value_or(today);
  entry.happened = check.words(draft.happened, "happened");
  if (entry.happened.empty()) check.fault("journal.words_missing", "happened");
  entry.learnt = check.words(draft.learnt, "learnt");
  if (kind == EntryKind::noticing) {
    entry.thinking = code_in(ways_of_thinking, draft.thinking);
    entry.where = code_in(noticed_in, draft.where);
    if (!entry.thinking) check.fault("journal.thinking", "thinking");
    if (!entry.where) check.fault("journal.where", "where");
  }
  if (!one_line(draft.minutes).empty())
    entry.minutes = check.whole(draft.minutes, entry_minutes_max, "journal.minutes", "minutes");
  entry.in_log = draft.in_log == "yes";
  if (!draft.again.empty()) {
    entry.again_after_days = whole_number(draft.again).value_or(0);
    if (std::ranges::find(again_after_days, entry.again_after_days) == again_after_days.end())
      check.fault("journal.again", "again");
  }
  if (!check.good()) return Refusal(check.take_faults());
  return entry;
}

Noticed noticed_by(const std::vector<JournalEntry>& entries) {
  Noticed noticed{};
  for (const JournalEntry& entry : entries)
    if (entry.thinking && entry.where)
      ++noticed[static_cast<std::size_t>(*entry.thinking)][static_cast<std::size_t>(*entry.where)];
  return noticed;
}

bool asks_again(const JournalEntry& entry, Day today) {
  return entry.again_after_days > 0 && !entry.again && !entry.out_at &&
         today >= entry.day.plus(entry.again_after_days);
}

Outcome<LookedAgain> looked_again_from(const AgainDraft& draft) {
  Check check;
  const LookedAgain again{check.words(draft.came_of_it, "came_of_it"),
                          check.words(draft.differently, "differently"),
                          {}};
  if (again.came_of_it.empty() && again.differently.empty())
    check.fault("journal.again_missing", "came_of_it");
  if (!check.good()) return Refusal(check.take_faults());
  return again;
}

}  // namespace alongside
