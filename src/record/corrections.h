// SPDX-License-Identifier: Apache-2.0
// What a person says is wrong, and its answers; a name and a day of birth put right.
#pragma once

#include <vector>

#include "coproduction/correction.h"
#include "foundation/sql/database.h"
#include "record/access.h"

namespace alongside::record {

/// Newest first.
std::vector<Correction> corrections(const sql::Reading& reading, const PersonAccess& access);
/// Answers its number.
std::int64_t add_correction(sql::Writing& writing, const PersonAccess& access,
                            const Correction& correction, Instant now);
/// False when there is none of that number that waits.
bool answer_correction(sql::Writing& writing, const PersonAccess& access, std::int64_t number,
                       const CorrectionAnswered& answered, ProfessionalNo by, Instant now);

/// As they are called and born, here and on their sign-in. `family_name` is for sorting and is
/// taken where the name changes; without a day of birth the one that is there stays.
void put_identity_right(sql::Writing& writing, const PersonAccess& access, std::string_view name,
                        std::string_view family_name, std::optional<Day> born);

}  // namespace alongside::record
