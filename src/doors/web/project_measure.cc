// SPDX-License-Identifier: Apache-2.0
// One measure of a project: what it says, how it is defined, its numbers, what late ones changed.
#include <algorithm>

#include "change/measure_numbers.h"
#include "doors/web/chart_settings.h"
#include "doors/web/lens.h"
#include "doors/web/measure_figure.h"
#include "doors/web/page.h"
#include "doors/web/parts.h"
#include "doors/web/phrases.h"
#include "doors/web/project_measures.h"
#include "doors/web/projects.h"
#include "doors/web/recorded_measure.h"
#include "doors/web/slide.h"
#include "doors/web/split.h"
#include "doors/web/tests_of_change.h"
#include "foundation/base/version.h"
#include "foundation/words/phrase.h"
#include "service/measure_project.h"

namespace alongside::web {
namespace {

using service::ProjectChart;
using service::ProjectView;

/// What late numbers changed is told for so long.
constexpr std::int64_t days_of_news = 7;

Day today_of(const Asking& asking, const ProjectView& view) {
  return zone_of(view.site.zone).day_of(asking.now());
}

Html number_fields(const FormState& state, const ProjectView& view, CountedAs counted) {
  const std::string today = today_of(state.asking, view).iso();
  const Html day = text_field(state, {"day", "number.day_field", "", "date"}, today);
  if (counted == CountedAs::value)
    return together(day, text_field(state, {"value", "number.value_field", "", "number"}));
  const Html count = text_field(state, {"count", "number.count_field", "", "number"});
  if (counted == CountedAs::count) return together(day, count);
  return together(day, count, text_field(state, {"of", "number.of_field", "", "number"}));
}

Html enter_form(const FormState& state, const ProjectView& view, const ProjectChart& measure) {
  return post_form(state.asking, measure_url(state.asking, measure.number).then("/number"),
                   cls("card stack-s"), id("enter"), h::h2(state.asking.say("own_measure.enter")),
                   number_fields(state, view, measure.chart.measure.counted),
                   h::p(h::button(cls("btn"), state.asking.say("number.keep_it"))));
}

/// Row by row what is wrong with a table that came back.
Html table_faults(const FormState& state, const ProjectView& view, CountedAs counted) {
  const Asking& asking = state.asking;
  if (state.fault_of("table") == nullptr) return {};
  const NumbersRead read = numbers_from(asking.typed("table"), counted, today_of(asking, view));
  std::vector<Html> items;
  if (!read.not_a_table.empty())
    items.push_back(h::li(Attribute("lang", std::string_view("en")), Text(read.not_a_table)));
  for (const NumberFault& fault : read.faults) {
    constexpr std::size_t told_at_most = 20;
    if (items.size() >= told_at_most) break;
    items.push_back(h::li(
        asking.say("numbers.line", {{"n", std::to_string(fault.line)}, {"column", fault.column}}),
        Text(" "), asking.say(fault.key)));
  }
  return h::ul(cls("looks small"), items);
}

Html table_form(const FormState& state, const ProjectView& view, const ProjectChart& measure) {
  const Asking& asking = state.asking;
  const CountedAs counted = measure.chart.measure.counted;
  const bool sized = counted == CountedAs::share || counted == CountedAs::rate;
  return post_form(
      asking, measure_url(asking, measure.number).then("/numbers"), cls("card stack-s"),
      h::h2(asking.say("numbers.title")),
      area_field(state, {"table", "numbers.paste", sized ? "numbers.hint_sized" : "numbers.hint"},
                 6),
      h::p(cls("only-script field"), Attribute("hidden", true),
           h::label(for_("table-file"), asking.say("numbers.file")),
           h::input(type("file"), id("table-file"),
                    Attribute("data-into", std::string_view("table")),
                    Attribute("accept", std::string_view(".csv,.tsv,.txt,text/csv")))),
      table_faults(state, view, counted),
      h::p(h::button(cls("btn"), asking.say("numbers.take_in"))));
}

std::string told(CountedAs counted, const MeasureNumber& number) {
  if (counted == CountedAs::value) return milli_words(number.value_milli);
  const std::string count = std::to_string(number.share.count);
  return counted == CountedAs::count ? count : count + " / " + std::to_string(number.share.of);
}

/// What became other in the last days than the chart showed before.
Html news(const Asking& asking, const ProjectChart& measure) {
  const Instant then{asking.now().utc_ms - days_of_news * ms_a_day};
  if (holding(measure.entries, then).empty()) return {};
  const CountedAs counted = measure.chart.measure.counted;
  std::vector<Html> items;
  for (const NumberChange& change : changed_since(measure.entries, then)) {
    const std::string before =
        change.before ? told(counted, *change.before) : asking.language.say("chart.missing");
    const std::string after =
        change.after ? told(counted, *change.after) : asking.language.say("chart.missing");
    items.push_back(h::li(asking.say(
        "numbers.changed", {{"day", change.day.iso()}, {"before", before}, {"after", after}})));
  }
  if (items.empty()) return {};
  return h::details(cls("data"), h::summary(asking.say("numbers.what_changed")),
                    h::ul(cls("looks small"), items));
}

Html held_numbers(const Asking& asking, const ProjectChart& measure) {
  const CountedAs counted = measure.chart.measure.counted;
  std::vector<Html> rows;
  auto held = holding(measure.entries);
  std::ranges::reverse(held);
  for (const MeasureNumber& number : held) {
    const std::string day = number.day.iso();
    rows.push_back(
        h::tr(h::th(Attribute("scope", std::string_view("row")), Text(day)),
              h::td(Text(told(counted, number))), h::td(Text(number.entered_by)),
              h::td(post_form(asking, measure_url(asking, measure.number).then("/number/out"),
                              cls("inline"), h::input(type("hidden"), name("day"), value(day)),
                              h::button(cls("btn line small"), asking.say("number.take_out"),
                                        h::span(cls("vh"), Text(" " + day)))))));
  }
  if (rows.empty()) return {};
  const auto column = [&](std::string_view key) {
    return h::th(Attribute("scope", std::string_view("col")), asking.say(key));
  };
  return h::details(
      cls("data"), h::summary(asking.say("numbers.all")),
      h::div(cls("scroll"), Attribute("tabindex", std::string_view("0")),
             Attribute("role", std::string_view("region")), label(asking.say("numbers.all")),
             h::table(cls("plain num"),
                      h::thead(h::tr(column("number.day_field"), column("number.number"),
                                     column("number.by"), column("number.take_out"))),
                      h::tbody(rows))));
}

Html left_out_words(const Asking& asking, const Measure& definition) {
  if (definition.over_records && definition.over_records->without)
    return Html(words_for(asking, *definition.over_records->without));
  return definition.exclusions.empty() ? Html() : Html(Text(definition.exclusions));
}

Html defined(const Asking& asking, const ProjectChart& measure) {
  const Measure& definition = measure.chart.measure;
  std::vector<Html> facts;
  const auto fact = [&](std::string_view key, const Html& words) {
    if (!words.empty()) facts.push_back(together(h::dt(asking.say(key)), h::dd(words)));
  };
  const auto typed = [](const std::string& words) {
    return words.empty() ? Html() : Html(Text(words));
  };
  fact("measure.numerator", measure_words(asking, definition, "numerator"));
  const bool sized =
      definition.counted == CountedAs::share || definition.counted == CountedAs::rate;
  if (sized) fact("measure.denominator", measure_words(asking, definition, "denominator"));
  fact("own_measure.exclusions", left_out_words(asking, definition));
  fact("own_measure.window", typed(definition.window));
  fact("own_measure.kind", words_for(asking, definition.kind));
  fact("own_measure.perspective", words_for(asking, definition.perspective));
  fact("lens.title", seen_words(asking, through_lens(definition)));
  if (measure.chart.reading.centre)
    fact("measure.chart", words_for(asking, measure.chart.reading.drawn));
  fact("own_measure.source", typed(definition.source));
  return together(h::h2(asking.say("measure.counted_how")),
                  h::div(cls("card project-page"), h::dl(cls("facts"), facts)));
}

/// What the command line takes: `alongside measure FILE`.
Html definition_lines(const Asking& asking, const Measure& definition) {
  if (!definition.over_records) return {};
  return h::details(cls("data"), h::summary(asking.say("recorded.lines")),
                    h::p(cls("small muted"), asking.say("recorded.lines_lead")),
                    h::pre(cls("source"), h::code(Text(lines_of(definition)))));
}

Html traced(const Asking& asking, const ProjectView& view, const ProjectChart& measure) {
  const Zone zone = zone_of(view.site.zone);
  const service::MeasuredChart& chart = measure.chart;
  const std::string moment =
      words::moment_in_words(asking.language, zone, chart.counted_at, asking.now());
  const std::string window = words::month_in_words(asking.language, chart.first) + " – " +
                             words::month_in_words(asking.language, chart.last);
  Url file = measure_url(asking, measure.number);
  return together(
      chart.reading.points.empty()
          ? Html()
          : Html(h::p(cls("small muted"),
                      asking.say("measure.counted_at", {{"moment", moment}, {"window", window}}))),
      h::p(cls("small muted"),
           asking.say("measure.version", {{"code", chart.measure.id},
                                          {"version", std::to_string(chart.measure.version)}}),
           Text(" "), asking.say("measure.program", {{"version", std::string(program_version)}})),
      chart.query.empty()
          ? h::p(h::a(cls("stand-alone"), href(file.then("/file")), asking.say("numbers.as_file")))
          : h::details(cls("data"), h::summary(asking.say("measure.query")),
                       h::pre(cls("source"), h::code(Text(chart.query)))),
      definition_lines(asking, chart.measure));
}

Html own_parts(const FormState& state, const ProjectView& view, const ProjectChart& measure) {
  if (!measure.chart.measure.typed()) return {};
  const Asking& asking = state.asking;
  return together(
      news(asking, measure), enter_form(state, view, measure), table_form(state, view, measure),
      held_numbers(asking, measure),
      h::p(h::a(cls("stand-alone"), href(measure_url(asking, measure.number).then("/define")),
                asking.say("own_measure.redefine"))));
}

/// What was decided about the chart, of a measure of its own; the team decides about the others.
Html decisions(const Asking& asking, const ProjectView& view, const ProjectChart& measure) {
  if (!measure.chart.measure.own() || !measure.chart.reading.centre) return {};
  const DecidedChart of{measure_url(asking, measure.number), view.site.zone, measure.chart,
                        Place::projects};
  return together(h::h2(asking.say("setting.title")), settings_list(asking, of, false),
                  ways_to_decide(asking, of));
}

/// What one late record changed is told to those who see records anyway.
Html since_words(const Asking& asking, const ProjectView& view,
                 const service::MeasuredChart& chart) {
  return view.of_the_team ? since_huddle_words(asking, chart, view.site.zone) : Html();
}

/// Only what is counted unit by unit over records has parts.
Html splits(const Asking& asking, const ProjectChart& measure) {
  const Measure& definition = measure.chart.measure;
  if (definition.typed() || definition.rows != QueryRows::units) return {};
  return split_links(asking, measure_url(asking, measure.number));
}

http::Response show_measure(const FormState& state) {
  const Asking& asking = state.asking;
  const auto id = project_asked(asking);
  if (!id) return not_found(asking);
  const auto seen = service::read_project(asking.service, asking.caller(), *id);
  if (!seen) return not_found(asking);
  const ProjectView& view = seen.value();
  const auto found = std::ranges::find_if(view.measures, [&](const ProjectChart& one) {
    return std::to_string(one.number) == asking.part("measure");
  });
  if (found == view.measures.end()) return not_found(asking);
  const service::MeasuredChart& chart = found->chart;
  const Text title = measure_words(asking, chart.measure, "name");
  const Html said =
      asking.request.query.has("kept") ? saved_notice(asking.say("form.kept")) : Html();
  return page(
      asking, state.came_back() ? 422 : 200, title, Place::projects,
      h::div(
          cls("wrap narrow page stack project-page"),
          h::p(h::a(href(project_url(asking)), Text(view.project.name)), Text(" · "),
               h::a(href(project_url(asking).then("/measures")), asking.say("project.measures"))),
          fault_summary(state), said, h::h1(title),
          h::p(cls("lead"), Text(chart_sentence(asking, chart))), drawn(asking, chart),
          tests_on_chart(asking, view, found->number), key_of(asking, chart.reading),
          chart.reading.centre ? h::p(cls("say"), reason_words(asking, chart.reading)) : Html(),
          why_this_chart(asking, chart.reading), own_parts(state, view, *found),
          cautions(asking, chart), decisions(asking, view, *found), defined(asking, *found),
          splits(asking, *found), since_words(asking, view, chart), traced(asking, view, *found),
          slide_links(asking, measure_url(asking, found->number)),
          h::h2(asking.say("chart.numbers")), numbers_table(asking, chart, Columns::spoken)));
}

Url kept_url(const Asking& asking) {
  return project_url(asking).then("/measures").part(asking.part("measure")).with("kept", "1");
}

}  // namespace

http::Response project_measure_page(const Asking& asking) { return show_measure({asking, {}}); }

http::Response project_measure_version(const Asking& asking) {
  const auto version = version_in(asking.part("version"));
  if (!version) return not_found(asking);
  service::ChartLook look;
  look.version = version;
  const auto seen = decided_chart(asking, look);
  if (!seen) return not_found(asking);
  const DecidedChart& of = seen.value();
  const Text title = measure_words(asking, of.chart.measure, "name");
  return page(
      asking, 200, title, Place::projects,
      h::div(cls("wrap narrow page stack"), h::p(h::a(href(of.url), title)), h::h1(title),
             version_notice(asking, of, *version),
             h::p(cls("lead"), Text(chart_sentence(asking, of.chart))), drawn(asking, of.chart),
             key_of(asking, of.chart.reading), h::h2(asking.say("setting.title")),
             settings_list(asking, of, true), h::h2(asking.say("chart.numbers")),
             numbers_table(asking, of.chart, Columns::spoken)));
}

http::Response post_measure_number(const Asking& asking) {
  const auto id = project_asked(asking);
  if (!id) return not_found(asking);
  return done_or_again(
      asking,
      service::enter_number(asking.service, asking.caller(), *id, asking.part("measure"),
                            {typed_in(asking, "day"), typed_in(asking, "count"),
                             typed_in(asking, "of"), typed_in(asking, "value")},
                            asking.once()),
      kept_url(asking), show_measure);
}

http::Response post_measure_numbers(const Asking& asking) {
  const auto id = project_asked(asking);
  if (!id) return not_found(asking);
  return done_or_again(
      asking,
      service::enter_numbers(asking.service, asking.caller(), *id, asking.part("measure"),
                             asking.typed("table"), asking.once()),
      kept_url(asking), show_measure);
}

http::Response post_take_number_out(const Asking& asking) {
  const auto id = project_asked(asking);
  if (!id) return not_found(asking);
  return done_or_again(
      asking,
      service::take_number_out(asking.service, asking.caller(), *id, asking.part("measure"),
                               asking.typed("day"), asking.once()),
      kept_url(asking), show_measure);
}

http::Response measure_file(const Asking& asking) {
  const auto id = project_asked(asking);
  if (!id) return not_found(asking);
  const auto seen = service::read_project(asking.service, asking.caller(), *id);
  if (!seen) return not_found(asking);
  for (const ProjectChart& measure : seen.value().measures) {
    if (std::to_string(measure.number) != asking.part("measure") || !measure.chart.measure.typed())
      continue;
    auto response =
        http::Response::text(200, table_of(measure.chart.measure, holding(measure.entries)));
    response.headers.emplace_back("Content-Disposition",
                                  "attachment; filename=\"" + measure.chart.measure.id + ".csv\"");
    return response;
  }
  return not_found(asking);
}

}  // namespace alongside::web
