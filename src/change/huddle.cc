// SPDX-License-Identifier: Apache-2.0
// Notes of a huddle, checked.
#include "change/huddle.h"

#include "foundation/base/text.h"

namespace alongside {

std::string_view code_of(HuddleNoteKind kind) {
  switch (kind) {
    case HuddleNoteKind::decision:
      return "decision";
    case HuddleNoteKind::friction:
      return "friction";
    case HuddleNoteKind::good:
      return "good";
  }
  return {};
}

Outcome<HuddleNote> huddle_note_from(const HuddleNoteDraft& draft) {
  HuddleNote note;
  std::vector<Fault> faults;
  bool known = false;
  for (const HuddleNoteKind kind : huddle_note_kinds)
    if (code_of(kind) == draft.kind) {
      note.kind = kind;
      known = true;
    }
  if (!known) faults.push_back({"huddle.kind", "kind"});
  note.words = tidied(draft.words);
  if (note.words.empty()) faults.push_back({"huddle.words_missing", "words"});
  if (characters(note.words) > huddle_words_characters_max)
    faults.push_back({"huddle.long", "words"});
  if (known && note.kind == HuddleNoteKind::decision) {
    note.owner = one_line(draft.owner);
    note.due = Day::from_iso(one_line(draft.due));
    if (note.owner.empty()) faults.push_back({"huddle.owner_missing", "owner"});
    if (characters(note.owner) > huddle_words_characters_max)
      faults.push_back({"huddle.long", "owner"});
    if (!note.due) faults.push_back({"huddle.day", "due"});
  }
  if (!faults.empty()) return Refusal(std::move(faults));
  return note;
}

Outcome<Attendance> attendance_from(const AttendanceDraft& draft) {
  std::vector<Fault> faults;
  const auto read = [&](const std::string& typed, const char* field) {
    const auto number = whole_number(one_line(typed));
    if (!number || *number < 0 || *number > at_a_huddle_max)
      faults.push_back({"huddle.how_many", field});
    return number.value_or(0);
  };
  const Attendance attendance{read(draft.colleagues, "colleagues"),
                              read(draft.partners, "partners")};
  if (!faults.empty()) return Refusal(std::move(faults));
  return attendance;
}

HuddleCounts for_partners(const HuddleCounts& counts) {
  const auto told = [](std::int64_t number) { return number < told_to_partners_from ? 0 : number; };
  HuddleCounts fewer;
  fewer.not_asked = told(counts.not_asked);
  fewer.overdue_people = told(counts.overdue_people);
  fewer.overdue = fewer.overdue_people > 0 ? counts.overdue : 0;
  for (const auto& [kind, number] : counts.barriers)
    if (told(number) > 0) fewer.barriers.emplace_back(kind, number);
  return fewer;
}

}  // namespace alongside
