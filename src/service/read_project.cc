// SPDX-License-Identifier: Apache-2.0
// Puts a project together from its parts.
#include "service/read_project.h"

#include <algorithm>

#include "record/chart_settings.h"
#include "record/drivers.h"
#include "record/findings.h"
#include "record/measures.h"
#include "record/people.h"
#include "record/project_measures.h"
#include "record/projects.h"
#include "record/rollups.h"
#include "record/tests_of_change.h"
#include "record/visits.h"
#include "service/count_again.h"
#include "service/permission.h"

namespace alongside::service {
namespace {

/// Tests that stand on a measure's chart by their numbers, from the day on which they begin, and
/// not before their prediction was locked.
std::vector<std::pair<Day, std::string>> events_on(std::int64_t measure,
                                                   const std::vector<TestOfChange>& tests,
                                                   const Zone& zone) {
  std::vector<std::pair<Day, std::string>> events;
  for (const TestOfChange& test : tests)
    if (test.plan.measure == measure && test.locked_at)
      events.emplace_back(std::max(test.plan.begins, zone.day_of(*test.locked_at)),
                          std::to_string(test.number));
  return events;
}

/// What was decided about the chart, as it is looked at.
std::vector<ChartSetting> take_settings(const sql::Reading& reading, const ProjectAccess& access,
                                        const ChartLook& look, MeasuredChart& chart,
                                        ChartAsked& asked) {
  chart.settings = record::chart_settings(reading, access, chart.measure.id);
  chart.versions = versions_of(chart.settings);
  if (look.version) chart.settings = as_of_version(chart.settings, *look.version);
  auto drawn = chart.settings;
  if (look.tried) drawn.push_back(*look.tried);
  asked.settings = standing(drawn);
  return drawn;
}

ProjectChart own_chart(const sql::Reading& reading, const ProjectAccess& access,
                       const record::ProjectMeasure& own, ChartAsked asked, const ChartLook& look,
                       Instant now) {
  ProjectChart made{own.number, {}, record::measure_numbers(reading, access, own.number)};
  const auto series = series_of(holding(made.entries), own.measure.counted);
  made.chart.measure = own.measure;
  take_settings(reading, access, look, made.chart, asked);
  made.chart.reading = read_chart(series, asked);
  made.chart.counted_at = now;
  if (!series.empty()) {
    made.chart.first = Month::of(series.front().day);
    made.chart.last = Month::of(series.back().day);
  }
  return made;
}

/// Only for whoever may see the project.
Outcome<Done> count_again_for(const Service& service, const Caller& caller,
                              const Id<Project>& project) {
  CHECK(service.database().read([&](const sql::Reading& reading) -> Outcome<Done> {
    CHECK(Permission::to_project(reading, caller, project, service.now()));
    return Done();
  }));
  count_again(service, caller.home);
  return Done();
}

/// Over the team's records, as the team's page counts it, without small months.
ProjectChart counted_chart(const sql::Reading& reading, const ProjectAccess& access,
                           const record::ProjectMeasure& standard, ChartAsked asked,
                           const ChartLook& look, const Zone& zone, Instant now) {
  ProjectChart made{standard.number, {}, {}};
  const Month last = Month::of(zone.day_of(now));
  const Month first = last.plus(1 - months_on_a_chart);
  made.chart.measure = standard.measure;
  const auto drawn = take_settings(reading, access, look, made.chart, asked);
  if (standard.measure.counted == CountedAs::share && !asked.settings.chart)
    asked.settings.chart = MeasureChart::p;
  const Month counted = counted_from(drawn, zone, first);
  asked.shown = static_cast<std::size_t>(months_on_a_chart);
  const record::TallyOf of{access.home(), access.team(), counted, last.number - counted.number + 1};
  const auto months = record::counts_by_month(reading, of, standard.measure,
                                              {{access.home()}, zone, now}, record::shown_from);
  made.chart.reading = read_months(months, asked);
  if (standard.measure.over_records)
    made.chart.since = since_huddle(reading, {access.home(), access.team(), standard.measure.id},
                                    months, asked, zone);
  made.chart.query = record::query_text(standard.measure);
  made.chart.counted_at = now;
  made.chart.first = first;
  made.chart.last = last;
  return made;
}

ProjectChart chart_of(const sql::Reading& reading, const ProjectAccess& access,
                      const record::ProjectMeasure& measure, const std::vector<TestOfChange>& tests,
                      const ChartLook& look, const Zone& zone, Instant now) {
  ChartAsked asked;
  asked.better = measure.measure.better;
  asked.counted = measure.measure.counted;
  asked.per = measure.measure.per;
  asked.events = events_on(measure.number, tests, zone);
  return measure.measure.typed()
             ? own_chart(reading, access, measure, std::move(asked), look, now)
             : counted_chart(reading, access, measure, std::move(asked), look, zone, now);
}

AroundCharter around_charter(const std::vector<Driver>& drivers, bool place_described) {
  AroundCharter around{place_described, false, false};
  for (const Driver& driver : drivers) {
    around.has_driver = around.has_driver || driver.kind == DriverKind::primary;
    around.has_change_idea = around.has_change_idea || driver.kind == DriverKind::change;
  }
  return around;
}

void take_place(const sql::Reading& reading, const ProjectAccess& access, ProjectView& view) {
  const auto places = record::places(reading, access);
  if (places.empty()) return;
  view.place = places.front();
  const auto checks = record::place_checks(reading, access);
  if (!checks.empty() && checks.front().place_version == places.front().version)
    view.check = checks.front();
  // Since the plan was last held against the place, or since the project began.
  for (const PlaceProfile& before : places) {
    const bool held = checks.empty() ? before.written_at <= view.project.begun_at
                                     : before.version == checks.front().place_version;
    if (!held) continue;
    view.place_changed = changed_between(before, places.front());
    return;
  }
  view.place_changed = changed_between(places.back(), places.front());
}

ProjectView view_of(const Service& service, const sql::Reading& reading, const Caller& caller,
                    const ProjectAccess& access) {
  const Instant now = service.now();
  ProjectView view{record::project(reading, access), *record::site(reading, caller.home),
                   access.of_the_team(), caller.user_no};
  view.charter = record::charter(reading, access).value();
  view.versions = record::charter_versions(reading, access);
  view.members = record::project_members(reading, access);
  take_place(reading, access, view);
  view.drivers = record::drivers(reading, access);
  view.tests = record::tests_of_change(reading, access);
  const Zone zone = Zone::named(view.site.zone).value();
  std::vector<Measure> set;
  for (const auto& measure : record::project_measures(reading, access)) {
    view.measures.push_back(chart_of(reading, access, measure, view.tests, {}, zone, now));
    set.push_back(measure.measure);
  }
  view.balance = balance_of(set);
  view.fidelity = fidelity_of(view.tests);
  view.awaited =
      awaited_before_tests(view.charter, around_charter(view.drivers, view.place.has_value()));
  view.empty = empty_slots(view.charter);
  view.findings = record::project_findings(reading, access);
  for (const Offer& offer : record::offers(reading, access))
    view.actions.emplace_back(offer.counted_as(), offer.name);
  return view;
}

}  // namespace

std::vector<Awaited> awaited_by(const sql::Reading& reading, const ProjectAccess& access) {
  const bool place_described = !record::places(reading, access).empty();
  return awaited_before_tests(record::charter(reading, access).value(),
                              around_charter(record::drivers(reading, access), place_described));
}

Outcome<ProjectView> read_project(const Service& service, const Caller& caller,
                                  const Id<Project>& project) {
  CHECK(count_again_for(service, caller, project));
  return service.database().read([&](const sql::Reading& reading) -> Outcome<ProjectView> {
    TRY(const ProjectAccess access,
        Permission::to_project(reading, caller, project, service.now()));
    return view_of(service, reading, caller, access);
  });
}

Outcome<ProjectChartView> read_project_chart(const Service& service, const Caller& caller,
                                             const Id<Project>& project, std::string_view measure,
                                             const ChartLook& look) {
  CHECK(count_again_for(service, caller, project));
  return service.database().read([&](const sql::Reading& reading) -> Outcome<ProjectChartView> {
    TRY(const ProjectAccess access,
        Permission::to_project(reading, caller, project, service.now()));
    const std::string zone_name = record::site(reading, caller.home)->zone;
    const Zone zone = Zone::named(zone_name).value();
    const auto tests = record::tests_of_change(reading, access);
    for (const auto& one : record::project_measures(reading, access)) {
      if (std::to_string(one.number) != measure) continue;
      ProjectChart chart = chart_of(reading, access, one, tests, look, zone, service.now());
      if (look.version > chart.chart.versions) return Refusal("permission.not_found");
      return ProjectChartView{record::project(reading, access), zone_name, std::move(chart)};
    }
    return Refusal("permission.not_found");
  });
}

Outcome<Charter> read_charter(const Service& service, const Caller& caller,
                              const Id<Project>& project, std::int64_t version) {
  return service.database().read([&](const sql::Reading& reading) -> Outcome<Charter> {
    TRY(const ProjectAccess access,
        Permission::to_project(reading, caller, project, service.now()));
    auto found = record::charter(reading, access, version);
    if (!found) return Refusal("permission.not_found");
    return std::move(*found);
  });
}

}  // namespace alongside::service
