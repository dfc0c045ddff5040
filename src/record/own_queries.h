// SPDX-License-Identifier: Apache-2.0
// The SQL of a definition of one's own over what is recorded.
#pragma once

#include <string>

#include "improvement/over_records.h"

namespace alongside::record {

/// As a shipped query answers: rows of (when, value, person, unit, when it may be counted) for ?1
/// home, ?2 team, from ?3 to ?4. The days stand in it as numbers: it runs as it is shown.
std::string query_over(const OverRecords& definition);

}  // namespace alongside::record
