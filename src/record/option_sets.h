// SPDX-License-Identifier: Apache-2.0
// Options put side by side for one aim, and what the person wants to talk about: rows and values.
#pragma once

#include <vector>

#include "coproduction/option_set.h"
#include "foundation/sql/database.h"
#include "record/access.h"

namespace alongside::record {

/// Newest first.
std::vector<OptionSet> option_sets(const sql::Reading& reading, const PersonAccess& access);
/// Answers its number.
std::int64_t add_option_set(sql::Writing& writing, const PersonAccess& access, const OptionSet& set,
                            ProfessionalNo by, Instant now);
void set_talk(sql::Writing& writing, const PersonAccess& access, const OptionSet& set);

}  // namespace alongside::record
