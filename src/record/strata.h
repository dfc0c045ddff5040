// SPDX-License-Identifier: Apache-2.0
// A measure's months, split by age, by what was agreed last before each unit, or by how they met.
#pragma once

#include <map>
#include <string>

#include "improvement/stratum.h"
#include "record/measures.h"

namespace alongside::record {

struct Stratum {
  Tallies tallies;
  std::int64_t people = 0;  ///< in all its months together
};
/// By the strata's names; those without units are left out. Age is that of the unit's day.
std::map<std::string, Stratum> strata(const sql::Reading& reading, const TallyOf& of,
                                      const Measure& measure, SplitBy split, const Zone& zone,
                                      Instant now);

}  // namespace alongside::record
