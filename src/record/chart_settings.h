// SPDX-License-Identifier: Apache-2.0
// A team's decisions about its charts: rows and values.
#pragma once

#include <string_view>
#include <vector>

#include "foundation/sql/database.h"
#include "improvement/chart_settings.h"
#include "record/access.h"

namespace alongside::record {

/// Oldest first, the withdrawn ones among them.
std::vector<ChartSetting> chart_settings(const sql::Reading& reading, const TeamAccess& access,
                                         std::string_view measure);
/// Of the team's measures, and of the project's own by their ids.
std::vector<ChartSetting> chart_settings(const sql::Reading& reading, const ProjectAccess& access,
                                         std::string_view measure);
/// Answers its number.
std::int64_t add_chart_setting(sql::Writing& writing, const TeamAccess& access,
                               std::string_view measure, const ChartSetting& setting);
std::int64_t add_chart_setting(sql::Writing& writing, const ProjectAccess& access,
                               std::string_view measure, const ChartSetting& setting);
void withdraw_chart_setting(sql::Writing& writing, const TeamAccess& access,
                            std::string_view measure, std::int64_t setting, Instant now);
void withdraw_chart_setting(sql::Writing& writing, const ProjectAccess& access,
                            std::string_view measure, std::int64_t setting, Instant now);

}  // namespace alongside::record
