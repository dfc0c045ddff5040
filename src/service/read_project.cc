// SPDX-License-Identifier: Apache-2.0
// Puts a project together from its parts.
#include "service/read_project.h"

#include <algorithm>

#include "record/drivers.h"
#include "record/measures.h"
#include "record/people.h"
#include "record/project_measures.h"
#include "record/projects.h"
#include "record/tests_of_change.h"
#include "service/permission.h"

namespace alongside::service {
namespace {

/// Tests that stand on a measure's chart, from the day on which their prediction was locked.
std::vector<std::pair<Day, std::string>> events_on(std::int64_t measure,
                                                   const std::vector<TestOfChange>& tests,
                                                   const Zone& zone) {
  std::vector<std::pair<Day, std::string>> events;
  for (const TestOfChange& test : tests)
    if (test.plan.measure == measure && test.locked_at)
      events.emplace_back(std::max(test.plan.begins, zone.day_of(*test.locked_at)),
                          test.plan.title);
  return events;
}

ProjectChart own_chart(const sql::Reading& reading, const ProjectAccess& access,
                       const record::ProjectMeasure& own, ChartAsked asked, Instant now) {
  ProjectChart made{own.number, {}, record::measure_numbers(reading, access, own.number)};
  const auto series = series_of(holding(made.entries), own.measure.counted);
  made.chart.measure = own.measure;
  made.chart.reading = read_chart(series, asked);
  made.chart.counted_at = now;
  if (!series.empty()) {
    made.chart.first = Month::of(series.front().day);
    made.chart.last = Month::of(series.back().day);
  }
  return made;
}

/// Over the team's records, as the team's page counts it, without small months.
ProjectChart counted_chart(const sql::Reading& reading, const ProjectAccess& access,
                           const record::ProjectMeasure& standard, ChartAsked asked,
                           const Zone& zone, Instant now) {
  ProjectChart made{standard.number, {}, {}};
  const Month last = Month::of(zone.day_of(now));
  const Month first = last.plus(1 - months_on_a_chart);
  const auto months = record::counts_by_month(reading, access, standard.measure, zone, first,
                                              months_on_a_chart, now);
  made.chart.measure = standard.measure;
  if (standard.measure.counted == CountedAs::share) asked.settings.chart = MeasureChart::p;
  made.chart.reading = read_months(months, asked);
  made.chart.query = record::query_text(standard.measure);
  made.chart.counted_at = now;
  made.chart.first = first;
  made.chart.last = last;
  return made;
}

ProjectChart chart_of(const sql::Reading& reading, const ProjectAccess& access,
                      const record::ProjectMeasure& measure, const std::vector<TestOfChange>& tests,
                      const Zone& zone, Instant now) {
  ChartAsked asked;
  asked.better = measure.measure.better;
  asked.counted = measure.measure.counted;
  asked.per = measure.measure.per;
  asked.events = events_on(measure.number, tests, zone);
  return measure.measure.own()
             ? own_chart(reading, access, measure, std::move(asked), now)
             : counted_chart(reading, access, measure, std::move(asked), zone, now);
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
  if (places.size() > 1) view.place_changed = changed_between(places[1], places[0]);
  for (PlaceCheck& check : record::place_checks(reading, access))
    if (check.place_version == places.front().version) view.check = std::move(check);
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
    view.measures.push_back(chart_of(reading, access, measure, view.tests, zone, now));
    set.push_back(measure.measure);
  }
  view.balance = balance_of(set);
  view.fidelity = fidelity_of(view.tests);
  view.awaited =
      awaited_before_tests(view.charter, around_charter(view.drivers, view.place.has_value()));
  view.empty = empty_slots(view.charter);
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
  return service.database().read([&](const sql::Reading& reading) -> Outcome<ProjectView> {
    TRY(const ProjectAccess access,
        Permission::to_project(reading, caller, project, service.now()));
    return view_of(service, reading, caller, access);
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
