// SPDX-License-Identifier: Apache-2.0
// What a team's measures said when its last huddle ended.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "foundation/sql/database.h"
#include "improvement/chart.h"
#include "record/access.h"

namespace alongside::record {

struct KeptOf {
  std::int64_t home = 0, team = 0;
  std::string measure;  ///< its id
};
struct KeptCounts {
  Instant kept_at;
  std::vector<MonthCount> months;
};
std::optional<KeptCounts> kept_counts(const sql::Reading& reading, const KeptOf& of);

/// What the team's projects that go on count over records, whoever takes part in them.
std::vector<Measure> recorded_measures_of_projects(const sql::Reading& reading,
                                                   const HuddleAccess& access);
/// Takes out what was kept before, of all measures of the team.
void forget_kept_counts(sql::Writing& writing, const HuddleAccess& access);
void keep_counts(sql::Writing& writing, const HuddleAccess& access, std::string_view measure,
                 const std::vector<MonthCount>& months, Instant now);

}  // namespace alongside::record
