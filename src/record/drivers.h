// SPDX-License-Identifier: Apache-2.0
// Driver diagrams: rows and values.
#pragma once

#include <vector>

#include "change/driver.h"
#include "foundation/sql/database.h"
#include "record/access.h"
#include "record/accounts.h"

namespace alongside::record {

/// Those that stand, in the order in which they came.
std::vector<Driver> drivers(const sql::Reading& reading, const ProjectAccess& access);
/// With number 0 a new one; else its next version. Answers its number.
std::int64_t put_driver(sql::Writing& writing, const ProjectAccess& access, const Driver& driver,
                        UserNo written_by, Instant now);
void take_driver_out(sql::Writing& writing, const ProjectAccess& access, std::int64_t driver,
                     Instant now);

}  // namespace alongside::record
