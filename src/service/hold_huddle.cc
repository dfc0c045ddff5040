// SPDX-License-Identifier: Apache-2.0
// What a huddle sees, and what it leaves.
#include "service/hold_huddle.h"

#include <algorithm>

#include "foundation/base/text.h"
#include "record/huddles.h"
#include "record/people.h"
#include "record/projects.h"
#include "service/act.h"
#include "service/count_again.h"
#include "service/read_project.h"

namespace alongside::service {
namespace {

bool is_news(const MeasuredChart& chart) {
  const Verdict verdict = chart.reading.verdict;
  if (verdict != Verdict::better && verdict != Verdict::worse && verdict != Verdict::mixed &&
      verdict != Verdict::different)
    return false;
  if (chart.since && !is_new_since(chart.since->then, signs_of(chart.reading))) return false;
  // A sign that the latest number does not take part in was talked about before.
  const auto& points = chart.reading.points;
  const auto latest = std::find_if(points.rbegin(), points.rend(),
                                   [](const ChartPoint& point) { return point.value.has_value(); });
  return latest != points.rend() && latest->mark != Mark::usual;
}

/// Numbers that are typed say when they came.
bool is_news(const ProjectChart& measure, std::optional<Instant> last_closed) {
  const MeasuredChart& chart = measure.chart;
  if (!is_news(chart)) return false;
  if (!chart.measure.typed() || !last_closed) return true;
  ChartAsked asked;
  asked.better = chart.measure.better;
  asked.counted = chart.measure.counted;
  asked.per = chart.measure.per;
  asked.settings = standing(chart.settings);
  const auto then = series_of(holding(measure.entries, *last_closed), chart.measure.counted);
  return is_new_since(signs_of(read_chart(then, asked)), signs_of(chart.reading));
}

template <class Body>
Outcome<std::string> change_huddle(const Service& service, const Caller& caller,
                                   const Id<Team>& team, const Once& once, Body body) {
  return change_part(
      service, caller, {record::PartKind::huddles}, once,
      [&](const sql::Reading& reading) {
        return Permission::to_huddle(reading, caller, team, service.now());
      },
      std::move(body));
}

/// The team's own measures, for its members.
void take_team_signs(const Service& service, const Caller& caller, const Id<Team>& team,
                     HuddleView& view) {
  const auto read = read_team(service, caller, team, TeamCharts::all);
  if (!read) return;
  for (const MeasuredChart& chart : read.value().charts)
    if (is_news(chart)) view.signs.push_back({std::nullopt, 0, chart});
}

void take_projects(const Service& service, const Caller& caller, HuddleView& view,
                   std::optional<Instant> last_closed) {
  const auto projects = service.database().read([&](const sql::Reading& reading) {
    return record::own_projects(reading, Permission::to_own_projects(caller), service.now());
  });
  for (const Project& project : projects) {
    if (project.team.id != view.team.id || project.ended_at) continue;
    const auto read = read_project(service, caller, project.id);
    if (!read) continue;
    for (const ProjectChart& measure : read.value().measures)
      if (measure.chart.measure.own() && is_news(measure, last_closed))
        view.signs.push_back({project, measure.number, measure.chart});
    for (const TestOfChange& test : read.value().tests)
      if (test.stage() == TestStage::running || test.stage() == TestStage::studied)
        view.tests.push_back({project, test});
  }
}

}  // namespace

Outcome<HuddleView> read_huddle(const Service& service, const Caller& caller,
                                const Id<Team>& team) {
  std::optional<Instant> last_closed;
  auto view = service.database().read([&](const sql::Reading& reading) -> Outcome<HuddleView> {
    const Instant now = service.now();
    TRY(const HuddleAccess access, Permission::to_huddle(reading, caller, team, now));
    HuddleView seen{record::team(reading, access),
                    record::site(reading, caller.home)->zone,
                    access.of_the_team(),
                    record::latest_huddle(reading, access),
                    {},
                    {},
                    {},
                    {}};
    const Zone zone = Zone::named(seen.zone).value();
    seen.counts = record::huddle_counts(reading, access, zone.day_of(now), now);
    if (!seen.of_the_team) seen.counts = for_partners(seen.counts);
    last_closed = record::last_huddle_closed(reading, access);
    seen.mark = record::huddle_mark(reading, access);
    seen.notes =
        record::huddle_notes(reading, access, seen.huddle ? seen.huddle->begun_at : Instant{0});
    return seen;
  });
  if (!view) return view;
  if (view.value().of_the_team) take_team_signs(service, caller, team, view.value());
  take_projects(service, caller, view.value(), last_closed);
  return view;
}

Outcome<std::string> huddle_mark(const Service& service, const Caller& caller,
                                 const Id<Team>& team) {
  return service.database().read([&](const sql::Reading& reading) -> Outcome<std::string> {
    TRY(const HuddleAccess access, Permission::to_huddle(reading, caller, team, service.now()));
    return record::huddle_mark(reading, access);
  });
}

Outcome<std::string> begin_huddle(const Service& service, const Caller& caller,
                                  const Id<Team>& team, std::string_view once) {
  return change_huddle(service, caller, team, {"begin_huddle", once},
                       [&](sql::Writing& writing, const HuddleAccess& access) -> Outcome<Change> {
                         const auto latest = record::latest_huddle(writing, access);
                         if (latest && !latest->closed_at)
                           return Change{std::to_string(latest->number), "huddle"};
                         return Change{std::to_string(record::begin_huddle(
                                           writing, access, {caller.user_no}, service.now())),
                                       "huddle"};
                       });
}

Outcome<std::string> note_in_huddle(const Service& service, const Caller& caller,
                                    const Id<Team>& team, const HuddleNoteDraft& draft,
                                    std::string_view once) {
  return change_huddle(service, caller, team, {"note_in_huddle", once},
                       [&](sql::Writing& writing, const HuddleAccess& access) -> Outcome<Change> {
                         TRY(HuddleNote note, huddle_note_from(draft));
                         const auto notes = record::huddle_notes(writing, access, service.now());
                         if (notes.size() >= huddle_notes_open_max)
                           return Refusal("huddle.too_many", "words");
                         note.written_at = service.now();
                         return Change{std::to_string(record::add_huddle_note(writing, access, note,
                                                                              {caller.user_no})),
                                       "huddle"};
                       });
}

Outcome<std::string> end_huddle_note(const Service& service, const Caller& caller,
                                     const Id<Team>& team, std::string_view note,
                                     std::string_view once) {
  return change_huddle(service, caller, team, {"end_huddle_note", once},
                       [&](sql::Writing& writing, const HuddleAccess& access) -> Outcome<Change> {
                         if (!record::end_huddle_note(
                                 writing, access, whole_number(note).value_or(0), service.now()))
                           return Refusal("permission.not_found");
                         return Change{"", "huddle"};
                       });
}

Outcome<std::string> close_huddle(const Service& service, const Caller& caller,
                                  const Id<Team>& team, const AttendanceDraft& draft,
                                  std::string_view once) {
  count_again(service, caller.home);  // Its own transactions: what is kept then comes from sums.
  return change_huddle(service, caller, team, {"close_huddle", once},
                       [&](sql::Writing& writing, const HuddleAccess& access) -> Outcome<Change> {
                         const auto latest = record::latest_huddle(writing, access);
                         if (!latest || latest->closed_at) return Refusal("permission.not_found");
                         TRY(const Attendance attendance, attendance_from(draft));
                         record::close_huddle(writing, access, latest->number, attendance,
                                              service.now());
                         keep_what_measures_say(writing, access, service.now());
                         return Change{"", "huddle"};
                       });
}

}  // namespace alongside::service
