// SPDX-License-Identifier: Apache-2.0
// Findings of projects: rows and values.
#pragma once

#include <string_view>
#include <vector>

#include "change/finding.h"
#include "foundation/sql/database.h"
#include "record/access.h"
#include "record/accounts.h"

namespace alongside::record {

/// Those that stand, newest first.
std::vector<alongside::Finding> project_findings(const sql::Reading& reading,
                                                 const ProjectAccess& access);
std::int64_t add_finding(sql::Writing& writing, const ProjectAccess& access,
                         const alongside::Finding& finding, UserNo written_by);
void approve_finding(sql::Writing& writing, const ProjectAccess& access, std::int64_t finding,
                     UserNo approved_by, Instant now);
void end_finding(sql::Writing& writing, const ProjectAccess& access, std::int64_t finding,
                 Instant now);

/// Of the home, approved, about that option; for whoever may see the option. Newest first.
std::vector<alongside::Finding> findings_about(const sql::Reading& reading, HomeNo home,
                                               std::string_view action);

}  // namespace alongside::record
