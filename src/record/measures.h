// SPDX-License-Identifier: Apache-2.0
// Counts behind a measure, month by month, by the query that its definition names.
#pragma once

#include <string_view>
#include <vector>

#include "foundation/sql/database.h"
#include "improvement/chart.h"
#include "improvement/measure.h"
#include "record/access.h"

namespace alongside::record {

/// Of a value, the rows' second column is in thousandths; a month's number is their median or mean.
/// Months from `first` on, `count` of them, in the zone's calendar. A query answers rows of (when,
/// counted 0 or 1, person, unit), or of (month, counted, out of); a unit counts once a month, with
/// its last row of that month. Months without rows have a denominator of 0: missing, not zero.
std::vector<MonthCount> counts_by_month(const sql::Reading& reading, const TeamAccess& access,
                                        const Measure& measure, const Zone& zone, Month first,
                                        std::int64_t count, Instant now);

/// The same for a project, where others than the team look: months about fewer than `shown_from`
/// people are left empty.
constexpr std::int64_t shown_from = 10;
std::vector<MonthCount> counts_by_month(const sql::Reading& reading, const ProjectAccess& access,
                                        const Measure& measure, const Zone& zone, Month first,
                                        std::int64_t count, Instant now);

/// The text of the query, to show beside the number.
std::string_view query_text(const Measure& measure);

}  // namespace alongside::record
