// SPDX-License-Identifier: Apache-2.0
// What stands in the way, and steps that were chosen: rows and values.
#pragma once

#include <map>
#include <vector>

#include "coproduction/barrier.h"
#include "foundation/sql/database.h"
#include "improvement/follow_up.h"
#include "record/access.h"

namespace alongside::record {

/// Those that still stand, newest first.
std::vector<Barrier> barriers(const sql::Reading& reading, const PersonAccess& access);
/// Those that are over among them, newest first.
std::vector<Barrier> all_barriers(const sql::Reading& reading, const PersonAccess& access);
std::int64_t add_barrier(sql::Writing& writing, const PersonAccess& access, const Barrier& barrier,
                         Instant now);
void end_barrier(sql::Writing& writing, const PersonAccess& access, std::int64_t barrier,
                 Instant now);

/// The latest for each aim.
std::map<AimNo, ChosenStep> chosen_steps(const sql::Reading& reading, const PersonAccess& access);
void choose_step(sql::Writing& writing, const PersonAccess& access, AimNo aim, NextStep step,
                 Instant now);

}  // namespace alongside::record
