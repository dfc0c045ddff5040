// SPDX-License-Identifier: Apache-2.0
// Items of a report as the project says them: charter, place, drivers, tests, charts, findings.
#include <algorithm>

#include "doors/web/chart_settings.h"
#include "doors/web/charter.h"
#include "doors/web/findings.h"
#include "doors/web/lens.h"
#include "doors/web/measure_figure.h"
#include "doors/web/parts.h"
#include "doors/web/phrases.h"
#include "doors/web/place.h"
#include "doors/web/project_measures.h"
#include "doors/web/report.h"
#include "doors/web/slide.h"
#include "doors/web/tests_of_change.h"
#include "foundation/words/phrase.h"

namespace alongside::web {
namespace {

using service::ProjectChart;
using service::ProjectView;

Html said(const std::string& words) {
  return words.empty() ? Html()
                       : Html(h::p(Attribute("dir", std::string_view("auto")), Text(words)));
}

Html list_or_nothing(const std::vector<Html>& items) {
  return items.empty() ? Html() : h::ul(items);
}

Html item_of(const Text& head, const std::string& words) {
  return h::li(h::b(Attribute("dir", std::string_view("auto")), head), Text(" "),
               h::span(Attribute("dir", std::string_view("auto")), Text(words)));
}

/// What the charter says in a field; a day in words.
std::string charter_words(const Asking& asking, const ProjectView& view, CharterField field) {
  const auto by = view.charter.by();
  return field == CharterField::by && by ? words::date_in_words(asking.language, *by)
                                         : view.charter.at(field);
}

/// The charter's answers to some of its questions.
Html charter_facts(const Asking& asking, const ProjectView& view,
                   std::initializer_list<CharterField> fields) {
  std::vector<Html> items;
  for (const CharterField field : fields)
    if (!view.charter.at(field).empty())
      items.push_back(item_of(asking.say(question_key(field)), charter_words(asking, view, field)));
  return list_or_nothing(items);
}

Html place_facts(const Asking& asking, const ProjectView& view) {
  if (!view.place) return {};
  std::vector<Html> items;
  for (std::size_t i = 0; i < facets.size(); ++i)
    if (!view.place->words[i].empty())
      items.push_back(item_of(words_for(asking, facets[i]), view.place->words[i]));
  return list_or_nothing(items);
}

Html drivers_of(const ProjectView& view, bool ideas) {
  std::vector<Html> items;
  for (const DriverPlace& place : in_order(view.drivers))
    if ((place.driver->kind == DriverKind::change) == ideas)
      items.push_back(h::li(Attribute("dir", std::string_view("auto")), Text(place.driver->words)));
  return list_or_nothing(items);
}

Html hypotheses(const ProjectView& view) {
  std::vector<Html> items;
  for (const TestOfChange& test : view.tests)
    items.push_back(item_of(Text(test.plan.title + ":"), test.plan.hypothesis));
  return list_or_nothing(items);
}

Html definitions(const Asking& asking, const ProjectView& view) {
  std::vector<Html> items;
  for (const ProjectChart& one : view.measures) {
    const Measure& measure = one.chart.measure;
    std::string words = words_for(asking, measure.kind).words();
    const auto add = [&](const std::string& more) {
      if (!more.empty()) words += " · " + more;
    };
    const bool has_words = !measure.typed() || !measure.numerator.empty();
    if (has_words) add(measure_words(asking, measure, "numerator").words());
    const bool sized = measure.counted == CountedAs::share || measure.counted == CountedAs::rate;
    if (sized) add(measure_words(asking, measure, "denominator").words());
    add(measure.exclusions);
    add(measure.source);
    items.push_back(item_of(Text(measure_words(asking, measure, "name").words() + ":"), words));
  }
  return list_or_nothing(items);
}

/// Which chart and rules, and what the team decided about them with its reason.
Html analysis(const Asking& asking, const ProjectView& view) {
  std::vector<Html> items;
  for (const ProjectChart& one : view.measures) {
    const ChartReading& reading = one.chart.reading;
    if (!reading.centre) continue;
    std::string words = words_for(asking, reading.drawn).words();
    if (!judged_by_limits_alone(reading.drawn))
      words += " · " + rules_words(asking, reading.rules).words();
    for (const ChartSetting& setting : one.chart.settings)
      if (!setting.withdrawn_at) words += " · " + setting.reason;
    items.push_back(
        item_of(Text(measure_words(asking, one.chart.measure, "name").words() + ":"), words));
  }
  return list_or_nothing(items);
}

Html figure_of(const Asking& asking, const ProjectView& view, const ProjectChart& one) {
  const service::MeasuredChart& chart = one.chart;
  return together(
      h::figure(h::h4(measure_words(asking, chart.measure, "name")),
                h::figcaption(mark(shape_of(chart.reading.verdict)), Text(" "),
                              Text(chart_sentence(asking, chart)),
                              h::span(cls("sub"), measure_words(asking, chart.measure, "unit"))),
                drawn(asking, chart)),
      tests_on_chart(asking, view, one.number), key_of(asking, chart.reading),
      h::p(cls("small muted"),
           Text(trace_words(asking, {chart, view.site.zone, measure_url(asking, one.number)}))));
}

Html tests_table(const Asking& asking, const ProjectView& view) {
  if (view.tests.empty()) return {};
  const Attribute col("scope", std::string_view("col"));
  std::vector<Html> rows;
  for (const TestOfChange& test : view.tests)
    rows.push_back(h::tr(h::th(Attribute("scope", std::string_view("row")), Text(test.plan.title)),
                         h::td(prediction_words(asking, test.plan)),
                         h::td(test_in_short(asking, test)),
                         h::td(Attribute("dir", std::string_view("auto")), Text(test.reason))));
  return h::div(cls("scroll"), Attribute("tabindex", std::string_view("0")),
                Attribute("role", std::string_view("region")), label(asking.say("test.title")),
                h::table(cls("plain"),
                         h::thead(h::tr(h::th(col, asking.say("report.test")),
                                        h::th(col, asking.say("report.predicted")),
                                        h::th(col, asking.say("report.came_of_it")),
                                        h::th(col, asking.say("report.reason")))),
                         h::tbody(rows)));
}

Html small_figures(const Asking& asking, const ProjectView& view) {
  std::vector<Html> rows;
  for (const ProjectChart& one : view.measures) {
    const ChartReading& reading = one.chart.reading;
    rows.push_back(
        h::li(h::div(h::h4(h::a(href(measure_url(asking, one.number)),
                                measure_words(asking, one.chart.measure, "name"))),
                     h::p(cls("verdict"), mark(shape_of(reading.verdict), 16),
                          h::span(Text(chart_sentence(asking, one.chart))))),
              reading.centre ? Html(drawing::draw_small(ink_of(asking, one.chart))) : Html()));
  }
  return rows.empty() ? Html() : h::ul(cls("balance"), rows);
}

Html results(const Asking& asking, const ProjectView& view, Figures figures) {
  Html all = figures == Figures::small ? small_figures(asking, view) : Html();
  if (figures == Figures::whole)
    for (const ProjectChart& one : view.measures) all += figure_of(asking, view, one);
  all += tests_table(asking, view);
  return all;
}

Html findings_list(const Asking& asking, const ProjectView& view, bool mechanisms) {
  std::vector<Html> items;
  for (const Finding& finding : view.findings)
    items.push_back(item_of(Text(words_for(asking, finding.kind).words() + ":"),
                            mechanisms ? finding.mechanism : finding.outcome));
  return list_or_nothing(items);
}

Html learnt(const ProjectView& view) {
  std::vector<Html> items;
  for (const TestOfChange& test : view.tests)
    if (!test.learnt.empty()) items.push_back(item_of(Text(test.plan.title + ":"), test.learnt));
  return list_or_nothing(items);
}

/// What the set leaves out and which slots are empty: said before anybody else says it.
Html limits_known(const Asking& asking, const ProjectView& view) {
  std::string empty;
  for (const Slot slot : view.empty)
    empty += (empty.empty() ? "" : ", ") + slot_words(asking, slot).words();
  return together(
      empty.empty() ? Html() : h::p(asking.say("charter.still_empty", {{"what", empty}})),
      view.measures.empty() ? Html() : lens_words(asking, view, Heading::of_a_card));
}

}  // namespace

Html said_by_project(const Asking& asking, const ProjectView& view, ReportItem item,
                     Figures figures) {
  switch (item) {
    case ReportItem::title:
      return said(view.project.name);
    case ReportItem::problem:
      return charter_facts(asking, view, {CharterField::aim, CharterField::health_gain});
    case ReportItem::knowledge:
      return charter_facts(asking, view, {CharterField::science});
    case ReportItem::rationale:
      return together(charter_facts(asking, view, {CharterField::connecting}),
                      drivers_of(view, false), hypotheses(view));
    case ReportItem::aims:
      return charter_facts(asking, view,
                           {CharterField::what, CharterField::for_whom, CharterField::how_much,
                            CharterField::by, CharterField::improvement});
    case ReportItem::context:
      return together(charter_facts(asking, view, {CharterField::context}),
                      place_facts(asking, view));
    case ReportItem::interventions:
      return together(
          charter_facts(asking, view, {CharterField::contextualising, CharterField::testing}),
          drivers_of(view, true));
    case ReportItem::study:
      return fidelity_rows(asking, view);
    case ReportItem::measures:
      return definitions(asking, view);
    case ReportItem::analysis:
      return analysis(asking, view);
    case ReportItem::results:
      return results(asking, view, figures);
    case ReportItem::summary:
      return findings_list(asking, view, false);
    case ReportItem::interpretation:
      return together(findings_list(asking, view, true), learnt(view));
    case ReportItem::limitations:
      return limits_known(asking, view);
    case ReportItem::conclusions:
      return view.project.ended_at ? said(view.project.ended_why) : Html();
    case ReportItem::abstract:
    case ReportItem::ethics:
    case ReportItem::funding:
      return {};
  }
  return {};
}

}  // namespace alongside::web
