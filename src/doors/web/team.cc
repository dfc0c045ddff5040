// SPDX-License-Identifier: Apache-2.0
// All charts of a team, one of them with where it comes from, and where they all stand.
#include "doors/web/team.h"

#include "doors/web/chart_settings.h"
#include "doors/web/measure_figure.h"
#include "doors/web/how_we_worked.h"
#include "doors/web/page.h"
#include "doors/web/parts.h"
#include "doors/web/phrases.h"
#include "doors/web/slide.h"
#include "doors/web/split.h"
#include "foundation/base/version.h"
#include "foundation/words/phrase.h"
#include "service/my_people.h"
#include "service/read_chart.h"

namespace alongside::web {
namespace {

using service::MeasuredChart;
using service::TeamView;

Url team_url(const TeamView& view) { return Url("/teams").part(view.team.id.text()); }

Url measure_url(const TeamView& view, const Measure& measure) {
  return team_url(view).then("/measures").part(measure.id);
}

Html figure_of(const Asking& asking, const TeamView& view, const MeasuredChart& chart) {
  const std::string sentence = chart_sentence(asking, chart);
  return h::section(
      cls("card"), labelled_by("name-" + chart.measure.id),
      h::figure(
          h::h2(id("name-" + chart.measure.id),
                h::span(cls("small muted"), words_for(asking, chart.measure.family), Text(": ")),
                measure_words(asking, chart.measure, "name")),
          h::figcaption(mark(shape_of(chart.reading.verdict)), Text(" "), Text(sentence),
                        h::span(cls("sub"), measure_words(asking, chart.measure, "unit"))),
          drawn(asking, chart)),
      key_of(asking, chart.reading), h::p(cls("say gap-s"), reason_words(asking, chart.reading)),
      h::details(cls("data"), h::summary(asking.say("chart.show_numbers")),
                 numbers_table(asking, chart)),
      h::p(cls("small"), h::a(cls("stand-alone"), href(measure_url(view, chart.measure)),
                              asking.say("chart.where_from"))));
}

Html all_round(const Asking& asking, const TeamView& view) {
  std::vector<Html> rows;
  for (const MeasuredChart& chart : view.charts) {
    const auto ink = ink_of(asking, chart);
    rows.push_back(h::li(h::div(h::h3(h::a(href(measure_url(view, chart.measure)),
                                           measure_words(asking, chart.measure, "name"))),
                                h::p(cls("verdict"), mark(shape_of(chart.reading.verdict), 16),
                                     h::span(words_for(asking, chart.reading.verdict)))),
                         chart.reading.centre ? Html(drawing::draw_small(ink)) : Html()));
  }
  return h::section(
      cls("card"), labelled_by("round"), h::h2(id("round"), asking.say("team.all_round")),
      h::ul(cls("balance"), rows),
      h::p(
          cls("small"),
          h::a(cls("stand-alone"), href(team_url(view).then("/summary")),
               asking.say("team.in_a_table")),
          Text(" "),
          h::a(cls("stand-alone"), href(team_url(view).then("/offers")), asking.say("offer.title")),
          Text(" "),
          h::a(cls("stand-alone"), href(team_url(view).then("/learning")),
               asking.say("learning.title")),
          Text(" "),
          h::a(cls("stand-alone"), href(team_url(view).then("/huddle")),
               asking.say("huddle.title")),
          Text(" "),
          h::a(cls("stand-alone"), href(team_url(view).then("/value")), asking.say("value.title")),
          Text(" "), h::a(cls("stand-alone"), href(Url("/journal")), asking.say("journal.title")),
          Text(" "),
          h::a(cls("stand-alone"), href(team_url(view).then("/place")), asking.say("place.title")),
          Text(" "),
          h::a(cls("stand-alone"), href(Url("/projects")), asking.say("project.title"))));
}

Outcome<TeamView> team_asked(const Asking& asking,
                             service::TeamCharts which = service::TeamCharts::about_aims) {
  const auto team = Id<Team>::parse(asking.part("team"));
  if (!team) return Refusal("permission.not_found");
  return service::read_team(asking.service, asking.caller(), *team, which);
}

Html traced(const Asking& asking, const TeamView& view, const MeasuredChart& chart) {
  const Zone zone = zone_of(view.site.zone);
  const std::string counted =
      words::moment_in_words(asking.language, zone, chart.counted_at, asking.now());
  const std::string window = words::month_in_words(asking.language, chart.first) + " – " +
                             words::month_in_words(asking.language, chart.last);
  return together(
      h::h2(asking.say("measure.counted_how")),
      h::p(asking.say("measure.counted_at", {{"moment", counted}, {"window", window}})),
      h::p(asking.say("measure.version", {{"code", chart.measure.code},
                                          {"version", std::to_string(chart.measure.version)}})),
      h::p(asking.say("measure.source", {{"source", chart.measure.source}})),
      h::p(asking.say("measure.program", {{"version", std::string(program_version)}})),
      h::details(cls("data"), h::summary(asking.say("measure.query")),
                 h::pre(cls("source"), h::code(Text(chart.query)))));
}

Html defined(const Asking& asking, const MeasuredChart& chart) {
  return h::dl(cls("stack-s"), h::dt(h::b(asking.say("measure.numerator"))),
               h::dd(measure_words(asking, chart.measure, "numerator")),
               h::dt(h::b(asking.say("measure.denominator"))),
               h::dd(measure_words(asking, chart.measure, "denominator")),
               h::dt(h::b(asking.say("measure.chart"))),
               h::dd(words_for(asking, chart.reading.chart)),
               h::dt(h::b(asking.say("measure.rules"))),
               h::dd(judged_by_limits_alone(chart.reading.drawn)
                         ? asking.say("rules.limits_alone")
                         : rules_words(asking, chart.reading.rules)));
}

}  // namespace

http::Response teams_page(const Asking& asking) {
  const auto found = service::my_teams(asking.service, asking.caller());
  if (!found) return not_found(asking);
  const auto& teams = found.value();
  if (teams.size() == 1)
    return http::Response::see_other(Url("/teams").part(teams.front().id.text()).text());
  std::vector<Html> items;
  for (const Team& team : teams)
    items.push_back(h::li(h::a(href(Url("/teams").part(team.id.text())), h::b(Text(team.name)))));
  return page(asking, 200, asking.say("team.your_teams"), Place::team,
              h::div(cls("wrap narrow page stack"), h::h1(asking.say("team.your_teams")),
                     items.empty() ? h::p(asking.say("team.none_yet"))
                                   : h::div(cls("card"), h::ul(cls("people"), items))));
}

http::Response team_page(const Asking& asking) {
  const auto seen = team_asked(asking);
  if (!seen) return not_found(asking);
  const TeamView& view = seen.value();
  std::vector<Html> figures;
  for (const MeasuredChart& chart : view.charts) figures.push_back(figure_of(asking, view, chart));
  return page(
      asking, 200, asking.say("team.title"), Place::team,
      h::div(cls("wrap page"), h::h1(Text(view.team.name)),
             h::p(cls("muted"),
                  asking.say_count("team.people", view.people, {{"site", view.site.name}})),
             h::div(cls("charts gap"), h::div(cls("stack"), figures), all_round(asking, view)),
             relationship_card(asking)));
}

http::Response measure_page(const Asking& asking) {
  service::ChartLook look;
  const std::string_view version = asking.part("version");
  if (!version.empty()) {
    look.version = version_in(version);
    if (!look.version) return not_found(asking);
  }
  const auto seen = measure_asked(asking, look);
  if (!seen) return not_found(asking);
  const TeamView& view = seen.value();
  const MeasuredChart& chart = view.charts.front();
  const Text title = measure_words(asking, chart.measure, "name");
  const DecidedChart of = decided_chart(asking, view);
  const Html then = look.version ? version_notice(asking, of, *look.version) : Html();
  return page(
      asking, 200, title, Place::team,
      h::div(cls("wrap narrow page stack"), h::p(h::a(href(team_url(view)), Text(view.team.name))),
             h::h1(title),
             asking.request.query.has("kept") ? saved_notice(asking.say("form.kept")) : Html(),
             then, h::p(cls("lead"), Text(chart_sentence(asking, chart))), drawn(asking, chart),
             key_of(asking, chart.reading), h::p(cls("say"), reason_words(asking, chart.reading)),
             cautions(asking, chart), defined(asking, chart), h::h2(asking.say("setting.title")),
             settings_list(asking, of, look.version.has_value()),
             look.version ? Html() : ways_to_decide(asking, of), traced(asking, view, chart),
             slide_links(asking, measure_url(view, chart.measure)),
             chart.measure.rows == QueryRows::units
                 ? split_links(asking, measure_url(view, chart.measure))
                 : Html(),
             since_huddle_words(asking, chart, view.site.zone), h::h2(asking.say("chart.numbers")),
             numbers_table(asking, chart, Columns::spoken)));
}

}  // namespace alongside::web
