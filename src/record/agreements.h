// SPDX-License-Identifier: Apache-2.0
// Circumstances, agreements with their actions, deeds and check-ins: rows and values.
#pragma once

#include <optional>
#include <vector>

#include "context/circumstances.h"
#include "coproduction/agreement.h"
#include "coproduction/person.h"
#include "foundation/sql/database.h"
#include "record/access.h"

namespace alongside::record {

std::optional<Circumstances> circumstances(const sql::Reading& reading, const PersonAccess& access);
/// Every version, oldest first.
std::vector<Circumstances> all_circumstances(const sql::Reading& reading,
                                             const PersonAccess& access);
void add_circumstances(sql::Writing& writing, const PersonAccess& access,
                       const Circumstances& circumstances, Instant now);

/// Newest first.
std::vector<Agreement> agreements(const sql::Reading& reading, const PersonAccess& access);
AgreementNo add_agreement(sql::Writing& writing, const PersonAccess& access,
                          const Agreement& agreement, ProfessionalNo recorded_by, Instant now);

/// They looked at it again: the same as before.
void keep_agreement(sql::Writing& writing, const PersonAccess& access, AgreementNo agreement,
                    ProfessionalNo with, Instant now);

struct ActionKey {
  AgreementNo agreement;
  std::int64_t action = 0;
  bool operator==(const ActionKey&) const = default;
};
/// On which side an action stands; nothing when there is none of that number.
std::optional<Side> side_of_action(const sql::Reading& reading, const PersonAccess& access,
                                   ActionKey key);
/// One side's part of an action, done on a day.
struct DoneOn {
  AgreementNo agreement;
  std::int64_t action = 0;
  Day day;
};
/// Oldest first.
std::vector<DoneOn> deeds(const sql::Reading& reading, const PersonAccess& access);
/// Once a day; a second tick of the same day changes nothing.
void add_deed(sql::Writing& writing, const PersonAccess& access, ActionKey key, Day day,
              Instant now);

struct CheckIn {
  Private<std::string> line;
  Instant made_at;
};
void add_check_in(sql::Writing& writing, const PersonAccess& access,
                  const Private<std::string>& line, Instant now);
/// Those with a written line, newest first, at most `count`.
std::vector<CheckIn> check_ins(const sql::Reading& reading, const PersonAccess& access,
                               std::int64_t count);

}  // namespace alongside::record
