// SPDX-License-Identifier: Apache-2.0
// Charts as figures: a sentence first, the drawing, its key, the numbers behind it.
#include "doors/web/team.h"

#include <algorithm>

#include <cmath>

#include "doors/web/chart_settings.h"
#include "doors/web/page.h"
#include "doors/web/parts.h"
#include "doors/web/phrases.h"
#include "foundation/drawing/control_chart.h"
#include "foundation/words/phrase.h"
#include "service/my_people.h"
#include "service/read_chart.h"

namespace alongside::web {
namespace {

using service::MeasuredChart;
using service::TeamView;

std::string out_of_100(double share) { return std::to_string(std::lround(share * 100)); }

/// The words of a measure stand under keys made of its id.
Text measure_words(const Asking& asking, const Measure& measure, std::string_view part) {
  return asking.say("measure." + measure.id + "." + std::string(part));
}

Shape shape_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::better:
      return Shape::better;
    case Verdict::worse:
      return Shape::worse;
    case Verdict::nothing_yet:
      return Shape::missing;
    default:
      return Shape::usual;
  }
}

drawing::Shape drawn_shape(Mark mark) {
  switch (mark) {
    case Mark::better:
      return drawing::Shape::diamond;
    case Mark::worse:
      return drawing::Shape::square;
    case Mark::usual:
      return drawing::Shape::ring;
    case Mark::missing:
      return drawing::Shape::none;
  }
  return drawing::Shape::none;
}

const ChartPoint* latest_point(const ChartReading& reading) {
  for (auto point = reading.points.rbegin(); point != reading.points.rend(); ++point)
    if (point->value) return &*point;
  return nullptr;
}

/// The rule that spoke, in one sentence.
Text reason_words(const Asking& asking, const ChartReading& reading) {
  switch (reading.reason) {
    case Reason::outside_limits:
      return asking.say("reason.outside_limits");
    case Reason::long_run:
      return asking.say("reason.long_run", {{"n", std::to_string(reading.runs.longest_run)},
                                            {"max", std::to_string(reading.runs.longest_run_max)}});
    case Reason::few_crossings:
      return asking.say("reason.few_crossings",
                        {{"n", std::to_string(reading.runs.crossings)},
                         {"min", std::to_string(reading.runs.crossings_min)}});
    case Reason::none:
      break;
  }
  return asking.say(reading.verdict == Verdict::too_early ? "reason.too_early" : "reason.none");
}

/// What the chart says, for the caption, the drawing's description and a screen reader alike.
std::string chart_sentence(const Asking& asking, const MeasuredChart& chart) {
  const ChartReading& reading = chart.reading;
  const ChartPoint* latest = latest_point(reading);
  if (latest == nullptr || !reading.centre) return words_for(asking, reading.verdict).words();
  return words_for(asking, reading.verdict).words() + " " +
         asking.language.say("chart.usual_and_latest",
                             {{"usual", out_of_100(*reading.centre)},
                              {"latest", out_of_100(*latest->value)},
                              {"month", words::month_in_words(asking.language, latest->month)}});
}

drawing::ControlChart ink_of(const Asking& asking, const MeasuredChart& chart) {
  const ChartReading& reading = chart.reading;
  drawing::ControlChart ink;
  ink.id = chart.measure.id;
  ink.title = measure_words(asking, chart.measure, "name").words();
  ink.description = chart_sentence(asking, chart);
  for (const ChartPoint& point : reading.points) {
    drawing::ChartMark mark{words::short_month(asking.language, point.month), point.value,
                            point.lower, point.upper, drawn_shape(point.mark)};
    if (point.left_out && point.value) mark.shape = drawing::Shape::cross;
    mark.centre = point.centre;
    mark.begins_phase = point.begins_phase;
    ink.points.push_back(std::move(mark));
  }
  ink.centre = reading.centre;
  if (reading.centre)
    ink.centre_label = asking.language.say("chart.usual", {{"n", out_of_100(*reading.centre)}});
  ink.upper_label = asking.language.say("chart.top");
  ink.lower_label = asking.language.say("chart.bottom");
  if (const ChartPoint* latest = latest_point(reading))
    ink.latest_label = asking.language.say("chart.latest", {{"n", out_of_100(*latest->value)}});
  return ink;
}

Html numbers_table(const Asking& asking, const MeasuredChart& chart) {
  std::vector<Html> rows;
  for (const ChartPoint& point : chart.reading.points) {
    const Text share = point.value ? Text(out_of_100(*point.value)) : asking.say("chart.missing");
    const Text limits = point.lower && point.upper
                            ? Text(out_of_100(*point.lower) + "–" + out_of_100(*point.upper))
                            : Text("");
    rows.push_back(h::tr(h::th(Attribute("scope", std::string_view("row")),
                               Text(words::month_in_words(asking.language, point.month))),
                         h::td(Text(std::to_string(point.share.of))),
                         h::td(Text(std::to_string(point.share.count))), h::td(share),
                         h::td(limits)));
  }
  const auto column = [&](std::string_view key) {
    return h::th(Attribute("scope", std::string_view("col")), asking.say(key));
  };
  return h::div(
      cls("scroll"), Attribute("tabindex", std::string_view("0")),
      Attribute("role", std::string_view("region")), label(asking.say("chart.numbers")),
      h::table(cls("plain num"),
               h::thead(h::tr(column("chart.month"), column("chart.of"), column("chart.counted"),
                              column("chart.out_of_100"), column("chart.range"))),
               h::tbody(rows)));
}

/// Only what is drawn stands in the key.
Html key_of(const Asking& asking, const ChartReading& reading) {
  std::vector<Html> items;
  const auto add = [&](Mark drawn, Shape shape, std::string_view key) {
    for (const ChartPoint& point : reading.points)
      if (point.mark == drawn) {
        items.push_back(h::li(mark(shape, 16), asking.say(key)));
        return;
      }
  };
  add(Mark::usual, Shape::usual, "chart.key_usual");
  add(Mark::better, Shape::better, "chart.key_better");
  add(Mark::worse, Shape::worse, "chart.key_worse");
  if (std::ranges::any_of(reading.points, &ChartPoint::left_out))
    items.push_back(h::li(Text("× "), asking.say("chart.key_left_out")));
  if (std::ranges::any_of(reading.points, &ChartPoint::begins_phase))
    items.push_back(h::li(Text("┊ "), asking.say("chart.key_phase")));
  return h::ul(cls("key"), items);
}

Url measure_url(const TeamView& view, const Measure& measure) {
  return Url("/teams").part(view.team.id.text()).then("/measures").part(measure.id);
}

Html drawn(const Asking& asking, const MeasuredChart& chart) {
  if (!chart.reading.centre) return h::p(cls("gap"), asking.say("chart.nothing_to_draw"));
  const auto ink = ink_of(asking, chart);
  return together(h::div(cls("only-wide"), Html(drawing::draw(ink, drawing::Width::wide))),
                  h::div(cls("only-narrow"), Html(drawing::draw(ink, drawing::Width::narrow))));
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
  return h::section(cls("card"), labelled_by("round"),
                    h::h2(id("round"), asking.say("team.all_round")), h::ul(cls("balance"), rows));
}

Outcome<TeamView> team_asked(const Asking& asking) {
  const auto team = Id<Team>::parse(asking.part("team"));
  if (!team) return Refusal("permission.not_found");
  return service::read_team(asking.service, asking.caller(), *team);
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
      h::details(cls("data"), h::summary(asking.say("measure.query")),
                 h::pre(cls("source"), h::code(Text(chart.query)))));
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
             h::div(cls("charts gap"), h::div(cls("stack"), figures), all_round(asking, view))));
}

http::Response measure_page(const Asking& asking) { return show_measure({asking, {}}); }

http::Response show_measure(const FormState& state) {
  const Asking& asking = state.asking;
  const auto seen = team_asked(asking);
  if (!seen) return not_found(asking);
  const TeamView& view = seen.value();
  for (const MeasuredChart& chart : view.charts) {
    if (chart.measure.id != asking.part("measure")) continue;
    return page(
        asking, state.came_back() ? 422 : 200, measure_words(asking, chart.measure, "name"),
        Place::team,
        h::div(cls("wrap narrow page stack"),
               h::p(h::a(href(Url("/teams").part(view.team.id.text())), Text(view.team.name))),
               h::h1(measure_words(asking, chart.measure, "name")),
               h::p(cls("lead"), Text(chart_sentence(asking, chart))), drawn(asking, chart),
               key_of(asking, chart.reading),
               h::dl(cls("stack-s"), h::dt(h::b(asking.say("measure.numerator"))),
                     h::dd(measure_words(asking, chart.measure, "numerator")),
                     h::dt(h::b(asking.say("measure.denominator"))),
                     h::dd(measure_words(asking, chart.measure, "denominator")),
                     h::dt(h::b(asking.say("measure.chart"))),
                     h::dd(words_for(asking, chart.reading.chart))),
               h::h2(asking.say("setting.title")), settings_list(asking, view, chart),
               settings_form(state, view, chart), traced(asking, view, chart),
               h::h2(asking.say("chart.numbers")), numbers_table(asking, chart)));
  }
  return not_found(asking);
}

}  // namespace alongside::web
