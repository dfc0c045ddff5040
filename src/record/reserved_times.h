// SPDX-License-Identifier: Apache-2.0
// A professional's times that are kept free, and for whom.
#pragma once

#include <vector>

#include "coproduction/reserved_time.h"
#include "foundation/sql/database.h"
#include "record/access.h"

namespace alongside::record {

/// From that day on, by time. Somebody whom the professional no longer serves is not named: the
/// time is left out.
std::vector<ReservedTime> reserved_times(const sql::Reading& reading, const OwnPeopleAccess& access,
                                         Day from);
/// Answers its number.
std::int64_t add_reserved_time(sql::Writing& writing, const OwnPeopleAccess& access,
                               const ReservedTime& time, Instant now);
/// False when there is none of that number that is free.
bool drop_reserved_time(sql::Writing& writing, const OwnPeopleAccess& access, std::int64_t number,
                        Instant now);

/// Gives a free time of that professional to the person; nothing when it is not free. A time that
/// the person had with them before is free again.
std::optional<Day> give_time(sql::Writing& writing, const PersonAccess& access,
                             ProfessionalNo professional, std::int64_t number, Day today);
/// What the person has with that professional from that day on is free again.
void free_times(sql::Writing& writing, const PersonAccess& access, ProfessionalNo professional,
                Day from);

}  // namespace alongside::record
