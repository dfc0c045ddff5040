// SPDX-License-Identifier: Apache-2.0
// Counts, reads and hands out a team's charts.
#include "service/read_chart.h"

#include <algorithm>

#include "record/chart_settings.h"
#include "record/measures.h"
#include "record/people.h"
#include "record/rollups.h"
#include "service/count_again.h"
#include "service/permission.h"

namespace alongside::service {
/// As far back as the charts on which the team decided something still count from, ten years at
/// most: what was decided then keeps its meaning while the months move on.
Month counted_from(const std::vector<ChartSetting>& settings, const Zone& zone, Month first) {
  Month from = first;
  for (const ChartSetting& setting : settings) {
    const bool keeps = setting.kind == SettingKind::phase || setting.kind == SettingKind::baseline;
    if (setting.withdrawn_at || !keeps || setting.set_at.utc_ms == 0) continue;
    const Month then = Month::of(zone.day_of(setting.set_at)).plus(1 - months_on_a_chart);
    from = std::min(from, then);
  }
  return std::max(from, first.plus(-months_counted_max));
}

namespace {

MeasuredChart measured(const sql::Reading& reading, const TeamAccess& access,
                       const Measure& measure, const Zone& zone, Instant now,
                       const ChartLook& look = {}) {
  const Month last = Month::of(zone.day_of(now));
  const Month first = last.plus(1 - months_on_a_chart);
  auto settings = record::chart_settings(reading, access, measure.id);
  const std::size_t versions = versions_of(settings);
  if (look.version) settings = as_of_version(settings, *look.version);
  auto drawn = settings;
  if (look.tried) drawn.push_back(*look.tried);
  const Month counted = counted_from(drawn, zone, first);
  const record::TallyOf of{access.home(), access.number(), counted,
                           last.number - counted.number + 1};
  const auto months =
      record::counts_by_month(reading, of, measure, {{access.home()}, zone, now}, look.people_from);
  ChartAsked asked{measure.better,
                   measure.counted,
                   measure.per,
                   standing(drawn),
                   static_cast<std::size_t>(months_on_a_chart),
                   {}};
  if (measure.counted == CountedAs::share && !asked.settings.chart)
    asked.settings.chart = MeasureChart::p;
  auto since =
      since_huddle(reading, {access.home(), access.number(), measure.id}, months, asked, zone);
  auto read = read_months(months, asked);
  return {measure,
          std::move(read),
          std::move(settings),
          versions,
          std::string(record::query_text(measure)),
          now,
          first,
          last,
          std::move(since)};
}

/// Only for whoever may see the charts.
Outcome<Done> count_again_for(const Service& service, const Caller& caller, const Id<Team>& id) {
  CHECK(service.database().read([&](const sql::Reading& reading) -> Outcome<Done> {
    CHECK(Permission::to_team(reading, caller, id, service.now()));
    return Done();
  }));
  count_again(service, caller.home);
  return Done();
}

/// The page begins with what becomes of aims; the table has all.
bool is_on_the_team_s_page(const Measure& measure) {
  return measure.id == "aim_asked" || measure.id == "aim_addressed" || measure.id == "aim_attained";
}

TeamView view_of(const sql::Reading& reading, const TeamAccess& access, const Caller& caller) {
  return {record::team(reading, access),
          *record::site(reading, caller.home),
          record::people_served(reading, access),
          {}};
}

}  // namespace

Outcome<TeamView> read_team(const Service& service, const Caller& caller, const Id<Team>& id,
                            TeamCharts which) {
  CHECK(count_again_for(service, caller, id));
  return service.database().read([&](const sql::Reading& reading) -> Outcome<TeamView> {
    TRY(const TeamAccess access, Permission::to_team(reading, caller, id, service.now()));
    TeamView view = view_of(reading, access, caller);
    const Zone zone = Zone::named(view.site.zone).value();
    for (const Measure& measure : standard_measures())
      if (which == TeamCharts::all || is_on_the_team_s_page(measure))
        view.charts.push_back(measured(reading, access, measure, zone, service.now()));
    return view;
  });
}

Outcome<TeamView> read_measure(const Service& service, const Caller& caller, const Id<Team>& id,
                               std::string_view measure, const ChartLook& look) {
  CHECK(count_again_for(service, caller, id));
  return service.database().read([&](const sql::Reading& reading) -> Outcome<TeamView> {
    TRY(const TeamAccess access, Permission::to_team(reading, caller, id, service.now()));
    const auto& all = standard_measures();
    const auto asked = std::ranges::find(all, measure, &Measure::id);
    if (asked == all.end()) return Refusal("permission.not_found");
    TeamView view = view_of(reading, access, caller);
    const Zone zone = Zone::named(view.site.zone).value();
    view.charts.push_back(measured(reading, access, *asked, zone, service.now(), look));
    if (look.version > view.charts.front().versions) return Refusal("permission.not_found");
    return view;
  });
}

}  // namespace alongside::service
