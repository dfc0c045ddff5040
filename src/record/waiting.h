// SPDX-License-Identifier: Apache-2.0
// Who waits for a professional, and for what.
#pragma once

#include <vector>

#include "coproduction/waiting.h"
#include "foundation/sql/database.h"
#include "record/access.h"

namespace alongside::record {

/// One for each person and reason, by reason and family name; at most `waiting_max` for
/// each reason.
constexpr std::size_t waiting_max = 100;
std::vector<Waiting> who_waits(const sql::Reading& reading, const OwnPeopleAccess& access,
                               Instant now, Day today);

}  // namespace alongside::record
