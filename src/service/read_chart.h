// SPDX-License-Identifier: Apache-2.0
// A team's measures over time, each with the way back to its definition, query, date and version.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "context/site.h"
#include "coproduction/person.h"
#include "improvement/chart.h"
#include "improvement/measure.h"
#include "service/caller.h"
#include "service/service.h"
#include "service/since_huddle.h"

namespace alongside::service {

constexpr std::int64_t months_on_a_chart = 24;
/// Months about fewer people are not told to others than the team.
constexpr std::int64_t people_shown_from = 10;
/// Before these, for limits that the team took from months that are off the chart by now.
constexpr std::int64_t months_counted_max = 96;

/// Where counting begins: with the `first` month shown, or as far back as a decision reaches that a
/// team took about months that are off the chart by now.
Month counted_from(const std::vector<ChartSetting>& settings, const Zone& zone, Month first);

struct MeasuredChart {
  Measure measure;
  ChartReading reading;
  std::vector<ChartSetting> settings;  ///< what the team decided, oldest first
  std::size_t versions = 0;            ///< how many decisions and takings back there were
  std::string query;                   ///< the SQL that counted
  Instant counted_at;
  Month first;
  Month last;
  std::optional<SinceHuddle> since = {};
  std::string part = {};  ///< a stratum, of a chart that is one of several of a measure
};

struct TeamView {
  Team team;
  Site site;
  std::int64_t people = 0;
  std::vector<MeasuredChart> charts;  ///< elicited, addressed, attained
};
/// How one chart is looked at: with a decision that nobody took yet, or as it was in a version
/// (chart_settings.h).
struct ChartLook {
  std::optional<ChartSetting> tried;
  std::optional<std::size_t> version;
  std::int64_t people_from = 0;  ///< months about fewer people are left empty
};

enum class TeamCharts { about_aims, all };
/// Refused for whoever is not a member of the team.
Outcome<TeamView> read_team(const Service& service, const Caller& caller, const Id<Team>& team,
                            TeamCharts which = TeamCharts::about_aims);

/// The view with one chart alone; refused for an unknown measure too, and a version that is not.
Outcome<TeamView> read_measure(const Service& service, const Caller& caller, const Id<Team>& team,
                               std::string_view measure, const ChartLook& look);

}  // namespace alongside::service
