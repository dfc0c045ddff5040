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
/// The person's own, said in a visit and written down by a professional whom they let do that.
void write_down_rating(sql::Writing& writing, const PersonAccess& access, AimNo aim, Level level,
                       ProfessionalNo written_by, Instant now);
void add_rating(sql::Writing& writing, const PersonAccess& access, AimNo aim, Side side,
                std::optional<ProfessionalNo> by, Level level, Instant now);

/// The person's own rating that another system holds; found again by its reference there. True when
/// it is new, or not as it was.
bool take_in_rating(sql::Writing& writing, const PersonAccess& access, AimNo aim,
                    std::string_view source, Level level, Instant rated);
/// What the other system says was an error is no rating. True when there was one.
bool take_back_rating(sql::Writing& writing, const PersonAccess& access, std::string_view source);

}  // namespace alongside::record
