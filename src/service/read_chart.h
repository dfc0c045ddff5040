// SPDX-License-Identifier: Apache-2.0
// A team's measures over time, each with the way back to its definition, query, date and version.
#pragma once

#include <string>
#include <vector>

#include "context/site.h"
#include "coproduction/person.h"
#include "improvement/chart.h"
#include "improvement/measure.h"
#include "service/caller.h"
#include "service/service.h"

namespace alongside::service {

constexpr std::int64_t months_on_a_chart = 24;

struct MeasuredChart {
  Measure measure;
  ChartReading reading;
  std::vector<ChartSetting> settings;  ///< what the team decided, oldest first
  std::string query;                   ///< the SQL that counted
  Instant counted_at;
  Month first;
  Month last;
};

struct TeamView {
  Team team;
  Site site;
  std::int64_t people = 0;
  std::vector<MeasuredChart> charts;  ///< elicited, addressed, attained
};
/// Refused for whoever is not a member of the team.
Outcome<TeamView> read_team(const Service& service, const Caller& caller, const Id<Team>& team);

}  // namespace alongside::service
