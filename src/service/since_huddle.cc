// SPDX-License-Identifier: Apache-2.0
// Months kept, and held against those of now.
#include "service/since_huddle.h"

#include "record/people.h"
#include "record/project_measures.h"
#include "record/projects.h"
#include "record/rollups.h"
#include "service/permission.h"
#include "service/read_chart.h"

namespace alongside::service {

std::optional<SinceHuddle> since_huddle(const sql::Reading& reading, const record::KeptOf& of,
                                        const std::vector<MonthCount>& months,
                                        const ChartAsked& asked, const Zone& zone) {
  const auto kept = record::kept_counts(reading, of);
  if (!kept) return std::nullopt;
  return SinceHuddle{kept->kept_at,
                     changed_months(kept->months, Month::of(zone.day_of(kept->kept_at)), months),
                     read_months(kept->months, asked).verdict};
}

void keep_what_measures_say(const Service& service, const Caller& caller, sql::Writing& writing,
                            const HuddleAccess& access, const Id<Team>& team) {
  const Instant now = service.now();
  const Zone zone = Zone::named(record::site(writing, caller.home)->zone).value();
  const Month last = Month::of(zone.day_of(now));
  const record::TallyOf of{access.home(), access.team(), last.plus(1 - months_on_a_chart),
                           months_on_a_chart};
  const auto keep = [&](const Measure& measure, std::int64_t people_from) {
    record::keep_counts(
        writing, access, measure.id,
        record::counts_by_month(writing, of, measure, {caller.home, zone, now}, people_from), now);
  };
  record::forget_kept_counts(writing, access);
  for (const Measure& measure : standard_measures()) keep(measure, 0);
  for (const Project& project :
       record::own_projects(writing, Permission::to_own_projects(caller), now)) {
    if (project.team.id != team || project.ended_at) continue;
    const auto of_project = Permission::to_project(writing, caller, project.id, now);
    if (!of_project) continue;
    for (const auto& one : record::project_measures(writing, of_project.value()))
      if (one.measure.over_records) keep(one.measure, record::shown_from);
  }
}

}  // namespace alongside::service
