// SPDX-License-Identifier: Apache-2.0
// A measure's parts: by age, by what was agreed, by how people met. Few people are not told.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "change/project.h"
#include "improvement/stratum.h"
#include "service/caller.h"
#include "service/read_chart.h"
#include "service/service.h"

namespace alongside::service {

/// A part of a measure's units; no chart where it is about fewer than stratum_people_min people.
struct SplitChart {
  std::string stratum;  ///< its code (stratum.h)
  std::int64_t people = 0;
  std::optional<MeasuredChart> chart = {};
};
constexpr std::int64_t stratum_people_min = 10;
struct SplitView {
  Measure measure;
  std::vector<SplitChart> parts = {};  ///< in the order of strata_of, those without units left out
};
/// Of the team's members. "permission.not_found" for a measure that cannot be split, too: one whose
/// answers may not be read one by one.
Outcome<SplitView> read_split(const Service& service, const Caller& caller, const Id<Team>& team,
                              std::string_view measure, SplitBy split);
/// Of those who work in the project, in which months about few people are on no chart: a measure of
/// its set that is counted over records.
Outcome<SplitView> read_project_split(const Service& service, const Caller& caller,
                                      const Id<Project>& project, std::string_view measure,
                                      SplitBy split);

}  // namespace alongside::service
