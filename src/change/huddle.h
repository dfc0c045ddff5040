// SPDX-License-Identifier: Apache-2.0
// A team's short meeting: what is new, what was decided before, what is in the way, what went well.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "coproduction/barrier.h"
#include "foundation/base/clock.h"
#include "foundation/base/outcome.h"

namespace alongside {

/// decision: somebody does something by a day. friction: what is in the way of the work. good: one
/// thing that went well.
enum class HuddleNoteKind { decision, friction, good };
inline constexpr std::array huddle_note_kinds = {HuddleNoteKind::decision, HuddleNoteKind::friction,
                                                 HuddleNoteKind::good};
std::string_view code_of(HuddleNoteKind kind);

struct HuddleNote {
  std::int64_t number = 0;
  HuddleNoteKind kind = HuddleNoteKind::decision;
  std::string words = {};
  std::string owner = {};       ///< of a decision
  std::optional<Day> due = {};  ///< of a decision
  std::string written_by = {};  ///< empty: somebody who left
  Instant written_at = {};
  std::optional<Instant> ended_at = {};
};
constexpr std::size_t huddle_words_characters_max = 200;
constexpr std::size_t huddle_notes_open_max = 60;

struct HuddleNoteDraft {
  std::string kind = {}, words = {}, owner = {}, due = {};
};
/// Refused beside the fields: "huddle.kind" (kind), "huddle.words_missing", "huddle.long" (words,
/// owner), and of a decision "huddle.owner_missing" (owner), "huddle.day" (due).
Outcome<HuddleNote> huddle_note_from(const HuddleNoteDraft& draft);

struct Huddle {
  std::int64_t number = 0;
  Instant begun_at = {};
  std::optional<Instant> closed_at = {};
  std::int64_t colleagues = 0, partners = 0;  ///< how many were there
};
constexpr std::int64_t at_a_huddle_max = 200;
struct AttendanceDraft {
  std::string colleagues = {}, partners = {};
};
struct Attendance {
  std::int64_t colleagues = 0, partners = 0;
};
/// "huddle.how_many" beside the fields: whole numbers from 0 to at_a_huddle_max.
Outcome<Attendance> attendance_from(const AttendanceDraft& draft);

/// What a board counts by itself, of people whom the team serves. No names.
struct HuddleCounts {
  std::int64_t not_asked = 0;  ///< people with a visit within 7 days whom nobody asked what matters
  std::int64_t overdue_people = 0;  ///< whom those are for
  std::int64_t overdue = 0;         ///< things of our side whose day is past and that are not done
  std::vector<std::pair<BarrierKind, std::int64_t>> barriers = {};  ///< people, the most first
};
/// Whoever is not on the team is told no number about fewer than so many people.
constexpr std::int64_t told_to_partners_from = 5;
HuddleCounts for_partners(const HuddleCounts& counts);

}  // namespace alongside
