// SPDX-License-Identifier: Apache-2.0
// Counts, reads and hands out a team's charts.
#include "service/read_chart.h"

#include "record/chart_settings.h"
#include "record/measures.h"
#include "record/people.h"
#include "service/permission.h"

namespace alongside::service {
namespace {

MeasuredChart measured(const sql::Reading& reading, const TeamAccess& access,
                       const Measure& measure, const Zone& zone, Instant now) {
  const Month last = Month::of(zone.day_of(now));
  const Month first = last.plus(1 - months_on_a_chart);
  const auto months =
      record::counts_by_month(reading, access, measure, zone, first, months_on_a_chart, now);
  auto settings = record::chart_settings(reading, access, measure.id);
  auto read = read_proportion_chart(months, measure.better, standing(settings));
  return {measure,
          std::move(read),
          std::move(settings),
          std::string(record::query_text(measure)),
          now,
          first,
          last};
}

}  // namespace

Outcome<TeamView> read_team(const Service& service, const Caller& caller, const Id<Team>& id) {
  return service.database().read([&](const sql::Reading& reading) -> Outcome<TeamView> {
    TRY(const TeamAccess access, Permission::to_team(reading, caller, id, service.now()));
    TeamView view{record::team(reading, access),
                  *record::site(reading, caller.home),
                  record::people_served(reading, access),
                  {}};
    const Zone zone = Zone::named(view.site.zone).value();
    for (const Measure& measure : standard_measures())
      view.charts.push_back(measured(reading, access, measure, zone, service.now()));
    return view;
  });
}

}  // namespace alongside::service
