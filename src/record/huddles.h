// SPDX-License-Identifier: Apache-2.0
// Huddles and their notes; and what a board counts from records, without names.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "change/huddle.h"
#include "coproduction/person.h"
#include "foundation/sql/database.h"
#include "record/access.h"
#include "record/accounts.h"

namespace alongside::record {

Team team(const sql::Reading& reading, const HuddleAccess& access);
/// Of people whom the team serves now; barriers that stand and were said in the last 90 days.
HuddleCounts huddle_counts(const sql::Reading& reading, const HuddleAccess& access, Day today,
                           Instant now);

/// One word for how things stand on the board: another as soon as somebody writes, ends or begins
/// something, in the huddle or in a test of the team's projects.
std::string huddle_mark(const sql::Reading& reading, const HuddleAccess& access);

/// Newest first, those that ended since `since` among them.
std::vector<HuddleNote> huddle_notes(const sql::Reading& reading, const HuddleAccess& access,
                                     Instant since);
std::int64_t add_huddle_note(sql::Writing& writing, const HuddleAccess& access,
                             const HuddleNote& note, UserNo written_by);
/// False where there is no such note that stands.
bool end_huddle_note(sql::Writing& writing, const HuddleAccess& access, std::int64_t note,
                     Instant now);

/// The one that is on, or was last.
std::optional<Huddle> latest_huddle(const sql::Reading& reading, const HuddleAccess& access);
/// When the last one ended that is over.
std::optional<Instant> last_huddle_closed(const sql::Reading& reading, const HuddleAccess& access);
std::int64_t begin_huddle(sql::Writing& writing, const HuddleAccess& access, UserNo begun_by,
                          Instant now);
void close_huddle(sql::Writing& writing, const HuddleAccess& access, std::int64_t huddle,
                  const Attendance& attendance, Instant now);

}  // namespace alongside::record
