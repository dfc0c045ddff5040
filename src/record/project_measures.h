// SPDX-License-Identifier: Apache-2.0
// Which measures a project has, as they were defined, and the numbers of its own.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "change/measure_numbers.h"
#include "foundation/sql/database.h"
#include "improvement/measure.h"
#include "record/access.h"
#include "record/accounts.h"

namespace alongside::record {

struct ProjectMeasure {
  std::int64_t number = 0;  ///< from 1, of the project
  Measure measure;
};
/// Those that stand, in the order in which they came. A standard one is as this program defines it.
std::vector<ProjectMeasure> project_measures(const sql::Reading& reading,
                                             const ProjectAccess& access);
/// With number 0 a new one; else its next version. Answers its number. Ids of own measures are
/// made of project and number: "p3m2".
std::int64_t put_measure(sql::Writing& writing, const ProjectAccess& access, std::int64_t number,
                         const Measure& measure, UserNo written_by, Instant now);
void end_measure(sql::Writing& writing, const ProjectAccess& access, std::int64_t measure,
                 Instant now);

/// Every entry, in the order in which they came.
std::vector<MeasureNumber> measure_numbers(const sql::Reading& reading, const ProjectAccess& access,
                                           std::int64_t measure);
void add_numbers(sql::Writing& writing, const ProjectAccess& access, std::int64_t measure,
                 const std::vector<MeasureNumber>& numbers, UserNo entered_by, Instant now);

}  // namespace alongside::record
