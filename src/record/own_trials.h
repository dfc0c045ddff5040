// SPDX-License-Identifier: Apache-2.0
// Trials of a person's own: rows and values.
#pragma once

#include <vector>

#include "coproduction/own_trial.h"
#include "foundation/sql/database.h"
#include "record/access.h"

namespace alongside::record {

/// Newest first.
std::vector<TrialPlan> own_trials(const sql::Reading& reading, const PersonAccess& access);
/// Answers its number.
std::int64_t add_own_trial(sql::Writing& writing, const PersonAccess& access, const TrialPlan& plan,
                           ProfessionalNo with, Instant now);
void stop_own_trial(sql::Writing& writing, const PersonAccess& access, std::int64_t trial,
                    const Private<std::string>& why, Instant now);

}  // namespace alongside::record
