// SPDX-License-Identifier: Apache-2.0
// Counts of effort: rows and values.
#pragma once

#include <vector>

#include "context/effort.h"
#include "foundation/base/id.h"
#include "foundation/sql/database.h"

namespace alongside::record {

void count_effort(sql::Writing& writing, HomeNo home, Day week, const Effort& effort);
/// From `since` on.
std::vector<EffortCount> effort_counts(const sql::Reading& reading, HomeNo home, Day since);

}  // namespace alongside::record
