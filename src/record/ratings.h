// SPDX-License-Identifier: Apache-2.0
// Ratings of aims from both sides: rows and values.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "aim/aim.h"
#include "foundation/sql/database.h"
#include "improvement/attainment.h"
#include "record/access.h"

namespace alongside::record {

/// Oldest first, by aim.
std::map<AimNo, std::vector<Rating>> ratings(const sql::Reading& reading,
                                             const PersonAccess& access);
/// `by` is given on the professional side only.
void add_rating(sql::Writing& writing, const PersonAccess& access, AimNo aim, Side side,
                std::optional<ProfessionalNo> by, Level level, Instant now);

}  // namespace alongside::record
