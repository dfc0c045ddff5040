// SPDX-License-Identifier: Apache-2.0
// What changed on a chart since the team's last huddle ended: signs that are new, and months that
// late records made say something else.
#pragma once

#include <optional>
#include <vector>

#include "improvement/late_data.h"
#include "record/kept_counts.h"
#include "service/caller.h"
#include "service/service.h"

namespace alongside::service {

struct Signs {
  Verdict verdict = Verdict::nothing_yet;
  std::vector<Day> outside = {};  ///< points beyond their limits
};
Signs signs_of(const ChartReading& reading);
/// Another verdict, or a point beyond its limits that was not.
bool is_new_since(const Signs& then, const Signs& now);

struct SinceHuddle {
  Instant kept_at;
  std::vector<MonthChange> changed;
  Signs then = {};  ///< what the chart said
};
/// Nothing before a first huddle. `asked`: how the chart is read now.
std::optional<SinceHuddle> since_huddle(const sql::Reading& reading, const record::KeptOf& of,
                                        const std::vector<MonthCount>& months,
                                        const ChartAsked& asked, const Zone& zone);

/// As a huddle ends: of the team's shipped measures, and of those that its projects count over
/// records.
void keep_what_measures_say(sql::Writing& writing, const HuddleAccess& access, Instant now);

}  // namespace alongside::service
