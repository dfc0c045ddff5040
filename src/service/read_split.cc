// SPDX-License-Identifier: Apache-2.0
// A chart for each part that is about enough people.
#include "service/read_split.h"

#include <algorithm>
#include <map>
#include <set>

#include "record/measures.h"
#include "record/people.h"
#include "record/project_measures.h"
#include "record/projects.h"
#include "record/strata.h"
#include "service/permission.h"

namespace alongside::service {
namespace {

bool can_be_split(const Measure& measure) {
  return measure.rows == QueryRows::units && !measure.typed();
}

MeasuredChart chart_of(const Measure& measure, const record::TallyOf& of,
                       const record::Tallies& tallies, std::int64_t people_from, Instant now) {
  ChartAsked asked;
  asked.better = measure.better;
  asked.counted = measure.counted;
  asked.per = measure.per;
  asked.shown = static_cast<std::size_t>(months_on_a_chart);
  if (measure.counted == CountedAs::share) asked.settings.chart = MeasureChart::p;
  MeasuredChart chart;
  chart.measure = measure;
  chart.reading = read_months(record::month_counts(tallies, of, measure, people_from), asked);
  chart.query = record::query_text(measure);
  chart.counted_at = now;
  chart.first = of.first;
  chart.last = of.first.plus(of.months - 1);
  return chart;
}

struct PartsOf {
  std::int64_t home = 0, team = 0;
  std::int64_t people_from = 0;  ///< months about fewer people are left empty
};
/// The whole is shown, too: where one part of a month is about few people, the others would tell
/// it.
void leave_out_telling_months(std::map<std::string, record::Stratum>& strata,
                              std::int64_t people_from) {
  std::set<std::int64_t> telling;
  for (const auto& [name, stratum] : strata)
    for (const auto& [month, tally] : stratum.tallies)
      if (tally.people < people_from) telling.insert(month);
  for (auto& [name, stratum] : strata)
    for (const std::int64_t month : telling) stratum.tallies.erase(month);
}

SplitView split_view(const sql::Reading& reading, const PartsOf& of, const Measure& measure,
                     SplitBy split, Instant now) {
  SplitView view{measure};
  const Zone zone = Zone::named(record::site(reading, {of.home})->zone).value();
  const Month last = Month::of(zone.day_of(now));
  const record::TallyOf counted{of.home, of.team, last.plus(1 - months_on_a_chart),
                                months_on_a_chart};
  auto found = record::strata(reading, counted, measure, split, zone, now);
  leave_out_telling_months(found, of.people_from);
  for (const std::string_view name : strata_of(split)) {
    const auto one = found.find(std::string(name));
    if (one == found.end()) continue;
    SplitChart part{one->first, one->second.people};
    if (part.people >= stratum_people_min) {
      part.chart = chart_of(measure, counted, one->second.tallies, of.people_from, now);
      part.chart->part = part.stratum;
    }
    view.parts.push_back(std::move(part));
  }
  return view;
}

}  // namespace

Outcome<SplitView> read_split(const Service& service, const Caller& caller, const Id<Team>& id,
                              std::string_view measure, SplitBy split) {
  return service.database().read([&](const sql::Reading& reading) -> Outcome<SplitView> {
    TRY(const TeamAccess access, Permission::to_team(reading, caller, id, service.now()));
    const auto& all = standard_measures();
    const auto asked = std::ranges::find(all, measure, &Measure::id);
    if (asked == all.end() || !can_be_split(*asked)) return Refusal("permission.not_found");
    return split_view(reading, {access.home(), access.number(), 0}, *asked, split, service.now());
  });
}

Outcome<SplitView> read_project_split(const Service& service, const Caller& caller,
                                      const Id<Project>& project, std::string_view measure,
                                      SplitBy split) {
  return service.database().read([&](const sql::Reading& reading) -> Outcome<SplitView> {
    TRY(const ProjectAccess access,
        Permission::to_project(reading, caller, project, service.now()));
    for (const auto& one : record::project_measures(reading, access))
      if (std::to_string(one.number) == measure && can_be_split(one.measure))
        return split_view(reading, {access.home(), access.team(), record::shown_from}, one.measure,
                          split, service.now());
    return Refusal("permission.not_found");
  });
}

}  // namespace alongside::service
