// SPDX-License-Identifier: Apache-2.0
// What people wrote for a project's report: rows and values.
#pragma once

#include <cstdint>

#include "change/report.h"
#include "foundation/sql/database.h"
#include "record/access.h"
#include "record/accounts.h"

namespace alongside::record {

/// The newest, or that version; version 0 and no words where there is none.
Report report(const sql::Reading& reading, const ProjectAccess& access, std::int64_t version = 0);
/// As the version that it says.
void add_report(sql::Writing& writing, const ProjectAccess& access, const Report& report,
                UserNo written_by);

}  // namespace alongside::record
