// SPDX-License-Identifier: Apache-2.0
// Sums behind charts, kept by counting again only those people whose record changed, or for whom
// time alone changed something. Equal to counting everything anew, to the last bit.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "foundation/sql/database.h"
#include "record/measures.h"

namespace alongside::record {

/// In the act's transaction: what this person adds is to be counted again. Nothing for somebody who
/// is not there, or no longer.
void mark_stale(sql::Writing& writing, HomeNo home, PersonNo person);
/// Takes out what the person added, and every trace of it.
void forget_in_rollups(sql::Writing& writing, HomeNo home, PersonNo person);

struct RollupsAt {
  HomeNo home;
  const Zone& zone;
  Instant now;
};
/// Sums were begun with the queries of this program and in this time zone.
bool rollups_begun(const sql::Reading& reading, const RollupsAt& at);
/// Nobody waits to be counted again, and the sums were made by the queries of this program.
bool rollups_stand(const sql::Reading& reading, const RollupsAt& at);
/// Counts at most `people_max` people again; answers how many still wait.
std::int64_t refresh_rollups(sql::Writing& writing, const RollupsAt& at, std::int64_t people_max);

/// Of sums that stand.
Tallies rolled_up(const sql::Reading& reading, const TallyOf& of, const Measure& measure);

/// From sums where they stand, else from the rows: the same either way.
std::vector<MonthCount> counts_by_month(const sql::Reading& reading, const TallyOf& of,
                                        const Measure& measure, const RollupsAt& at,
                                        std::int64_t people_from);

/// Measures whose sums differ from counting anew, as "team 1 A6": none, unless something is broken.
/// Those who wait to be counted again are left out.
std::vector<std::string> differing_rollups(const sql::Reading& reading, const RollupsAt& at);

}  // namespace alongside::record
