// SPDX-License-Identifier: Apache-2.0
// One row for each measure: the latest number, what is usual, the goal, and where it stands.
#include "doors/web/summary.h"

#include <algorithm>

#include "doors/web/findings.h"
#include "doors/web/measure_figure.h"
#include "doors/web/page.h"
#include "doors/web/parts.h"
#include "doors/web/phrases.h"
#include "doors/web/project_measures.h"
#include "doors/web/projects.h"
#include "doors/web/slide.h"
#include "doors/web/tests_of_change.h"
#include "foundation/words/phrase.h"
#include "service/read_project.h"

namespace alongside::web {
namespace {

using service::MeasuredChart;
using service::ProjectView;

Html row_of(const Asking& asking, const MeasuredChart& chart, const Url& url) {
  const ChartReading& reading = chart.reading;
  const ChartPoint* latest = latest_point(reading);
  const auto number = [&](const std::optional<double>& value) {
    return value ? Text(number_on(reading.scale, *value)) : asking.say("chart.missing");
  };
  return h::tr(
      h::th(Attribute("scope", std::string_view("row")),
            h::a(href(url), measure_words(asking, chart.measure, "name"))),
      h::td(number(latest == nullptr ? std::nullopt : latest->value)),
      h::td(number(reading.centre)),
      h::td(reading.points.empty() ? asking.say("chart.missing")
                                   : number(reading.points.back().target)),
      h::td(reading.centre ? signs_of(asking, chart) : Html(asking.say("summary.too_few"))));
}

Html table_of(const Asking& asking, const std::vector<Html>& rows) {
  const auto column = [&](std::string_view key) {
    return h::th(Attribute("scope", std::string_view("col")), asking.say(key));
  };
  return h::div(
      cls("scroll card"), Attribute("tabindex", std::string_view("0")),
      Attribute("role", std::string_view("region")), label(asking.say("team.in_a_table")),
      h::table(cls("plain num"),
               h::thead(h::tr(column("team.measure"), column("team.latest"), column("team.usual"),
                              column("team.target"), column("team.moves"))),
               h::tbody(rows)));
}

/// "By 1 March 2027: 80 of 100 people, …": the charter's aim in one line, as far as it is said.
Html aim_line(const Asking& asking, const ProjectView& view) {
  std::string words;
  for (const CharterField field :
       {CharterField::what, CharterField::for_whom, CharterField::how_much, CharterField::by}) {
    const auto by = view.charter.by();
    const std::string said = field == CharterField::by && by
                                 ? words::date_in_words(asking.language, *by)
                                 : view.charter.at(field);
    if (!said.empty()) words += (words.empty() ? "" : " · ") + said;
  }
  return words.empty()
             ? Html()
             : Html(h::p(cls("lead"), Attribute("dir", std::string_view("auto")), Text(words)));
}

Html tests_part(const Asking& asking, const ProjectView& view) {
  std::vector<Html> items;
  for (const TestOfChange& test : view.tests)
    items.push_back(h::li(h::b(Attribute("dir", std::string_view("auto")), Text(test.plan.title)),
                          Text(" "), h::span(cls("small"), test_in_short(asking, test))));
  return h::section(cls("card"), h::h2(asking.say("test.title")),
                    items.empty() ? h::p(cls("muted"), asking.say("huddle.no_test"))
                                  : h::ul(cls("looks"), items));
}

}  // namespace

http::Response team_summary_page(const Asking& asking) {
  const auto team = Id<Team>::parse(asking.part("team"));
  if (!team) return not_found(asking);
  const auto seen =
      service::read_team(asking.service, asking.caller(), *team, service::TeamCharts::all);
  if (!seen) return not_found(asking);
  const Url url = Url("/teams").part(team->text());
  std::vector<Html> rows;
  for (const MeasuredChart& chart : seen.value().charts)
    rows.push_back(row_of(asking, chart, Url(url).then("/measures").part(chart.measure.id)));
  return page(asking, 200, asking.say("team.in_a_table"), Place::team,
              h::div(cls("wrap page stack"), h::p(h::a(href(url), Text(seen.value().team.name))),
                     h::h1(asking.say("team.in_a_table")), table_of(asking, rows),
                     h::p(cls("small muted"), asking.say("team.signs_say"))));
}

http::Response project_summary_page(const Asking& asking) {
  const auto id = project_asked(asking);
  if (!id) return not_found(asking);
  const auto seen = service::read_project(asking.service, asking.caller(), *id);
  if (!seen) return not_found(asking);
  const ProjectView& view = seen.value();
  std::vector<Html> rows, traces;
  for (const service::ProjectChart& measure : view.measures) {
    const Url url = measure_url(asking, measure.number);
    rows.push_back(row_of(asking, measure.chart, url));
    traces.push_back(h::li(Text(trace_words(asking, {measure.chart, view.site.zone, url}))));
  }
  const Html table = rows.empty() ? h::p(asking.say("project.no_measure")) : table_of(asking, rows);
  return page(
      asking, 200, asking.say("summary.title"), Place::projects,
      h::div(cls("wrap page stack project-page"),
             h::p(cls("no-print"), h::a(href(project_url(asking)), Text(view.project.name))),
             h::h1(Attribute("dir", std::string_view("auto")), Text(view.project.name)),
             aim_line(asking, view), table,
             rows.empty() ? Html() : h::p(cls("small muted"), asking.say("team.signs_say")),
             tests_part(asking, view), findings_card(asking, view),
             traces.empty() ? Html()
                            : h::details(cls("data"), h::summary(asking.say("slide.where_from")),
                                         h::ul(cls("looks small"), traces))));
}

}  // namespace alongside::web
