// SPDX-License-Identifier: Apache-2.0
// Value passports of teams: rows and values.
#pragma once

#include <vector>

#include "foundation/sql/database.h"
#include "record/access.h"
#include "record/accounts.h"
#include "reflection/value_passport.h"

namespace alongside::record {

/// Newest first.
std::vector<ValuePassport> passports(const sql::Reading& reading, const HuddleAccess& access);
/// Answers its number.
std::int64_t add_passport(sql::Writing& writing, const HuddleAccess& access,
                          const ValuePassport& passport, UserNo written_by);

}  // namespace alongside::record
