// SPDX-License-Identifier: Apache-2.0
// What stands, what is next, and the way to each part. No chart without what it says.
#include "doors/web/project.h"

#include <algorithm>

#include "doors/web/charter.h"
#include "doors/web/drivers.h"
#include "doors/web/findings.h"
#include "doors/web/lens.h"
#include "doors/web/measure_figure.h"
#include "doors/web/page.h"
#include "doors/web/parts.h"
#include "doors/web/phrases.h"
#include "doors/web/place.h"
#include "doors/web/project_measures.h"
#include "doors/web/projects.h"
#include "doors/web/tests_of_change.h"
#include "foundation/words/phrase.h"
#include "service/read_project.h"

namespace alongside::web {
namespace {

using service::ProjectChart;
using service::ProjectView;

Html words_or_open(const Asking& asking, const ProjectView& view, CharterField field) {
  const std::string& words = view.charter.at(field);
  if (words.empty())
    return h::p(h::a(href(project_url(asking).then("/charter")), asking.say("project.say_it")));
  if (field == CharterField::aim) return h::p(voice(words));
  return h::p(Attribute("dir", std::string_view("auto")), Text(words));
}

Html formula_part(const Asking& asking, const ProjectView& view, CharterField field,
                  std::string_view title_key, Shape shape) {
  const bool open = view.charter.at(field).empty();
  return h::div(cls_of(open ? "fpart open" : "fpart"),
                h::h3(mark(shape, 16), asking.say(title_key)), words_or_open(asking, view, field));
}

/// "By 1 March 2027" with how much, or what improvement is.
Html better_part(const Asking& asking, const ProjectView& view) {
  const Charter& charter = view.charter;
  const bool open = charter.at(CharterField::improvement).empty();
  const auto by = charter.by();
  const Text title =
      by ? asking.say("project.better_by", {{"day", words::date_in_words(asking.language, *by)}})
         : asking.say("project.better");
  const std::string& how_much = charter.at(CharterField::how_much);
  return h::div(cls_of(open ? "fpart open" : "fpart"), h::h3(mark(Shape::better, 16), title),
                how_much.empty()
                    ? Html()
                    : Html(h::p(h::b(Attribute("dir", std::string_view("auto")), Text(how_much)))),
                words_or_open(asking, view, CharterField::improvement));
}

Html formula(const Asking& asking, const ProjectView& view) {
  const auto sign = [](const char* words) {
    return h::div(cls("fop"), hidden_from_readers(), Text(words));
  };
  return h::section(
      cls("formula"), labelled_by("formula"),
      h::h2(id("formula"), cls("vh"), asking.say("charter.formula")),
      h::div(cls("fgroup"),
             formula_part(asking, view, CharterField::aim, "project.patients_aim", Shape::person),
             sign("+"),
             formula_part(asking, view, CharterField::science, "project.science", Shape::research)),
      sign("×"),
      formula_part(asking, view, CharterField::context, "project.setting", Shape::network),
      sign("→"), better_part(asking, view));
}

Html empty_note(const Asking& asking, const ProjectView& view) {
  if (view.empty.empty()) return {};
  std::string what;
  for (const Slot slot : view.empty)
    what += (what.empty() ? "" : ", ") + slot_words(asking, slot).words();
  return note(
      together(asking.say("charter.still_empty", {{"what", what}}), Text(" "),
               h::a(href(project_url(asking).then("/charter")), asking.say("charter.title"))));
}

Html main_figure(const Asking& asking, const ProjectView& view, const ProjectChart& measure) {
  const service::MeasuredChart& chart = measure.chart;
  return h::section(
      cls("card"), labelled_by("name-" + chart.measure.id),
      h::figure(h::h2(id("name-" + chart.measure.id), measure_words(asking, chart.measure, "name")),
                h::figcaption(mark(shape_of(chart.reading.verdict)), Text(" "),
                              Text(chart_sentence(asking, chart)),
                              h::span(cls("sub"), measure_words(asking, chart.measure, "unit"))),
                drawn(asking, chart)),
      tests_on_chart(asking, view, measure.number), key_of(asking, chart.reading),
      chart.reading.centre ? h::p(cls("say gap-s"), reason_words(asking, chart.reading)) : Html(),
      why_this_chart(asking, chart.reading),
      h::details(cls("data"), h::summary(asking.say("chart.show_numbers")),
                 numbers_table(asking, chart)),
      measure_links(asking, measure));
}

/// The first outcome leads; else the first of all.
const ProjectChart* main_measure(const ProjectView& view) {
  for (const ProjectChart& measure : view.measures)
    if (measure.chart.measure.kind == MeasureKind::outcome) return &measure;
  return view.measures.empty() ? nullptr : &view.measures.front();
}

Html set_card(const Asking& asking, const ProjectView& view) {
  std::vector<Html> rows;
  for (const ProjectChart& measure : view.measures) rows.push_back(measure_row(asking, measure));
  return h::section(
      cls("card"), labelled_by("round"), h::h2(id("round"), asking.say("team.all_round")),
      rows.empty() ? h::p(asking.say("project.no_measure")) : h::ul(cls("balance"), rows),
      h::div(cls("row gap-s"),
             h::a(cls("btn line small"), href(project_url(asking).then("/measures")),
                  asking.say("project.measures"))),
      view.measures.empty() ? Html() : lens_words(asking, view, Heading::of_a_card));
}

Html test_card(const Asking& asking, const TestOfChange& test) {
  return h::li(
      cls("test"),
      h::h4(h::a(href(project_url(asking).then("/tests").part(std::to_string(test.number))),
                 Attribute("dir", std::string_view("auto")), Text(test.plan.title))),
      h::p(test_in_short(asking, test)),
      h::p(cls("small muted"), Attribute("dir", std::string_view("auto")), Text(test.plan.who)));
}

Html stage_column(const Asking& asking, const ProjectView& view, TestStage stage,
                  std::string_view key) {
  std::vector<Html> cards;
  for (auto test = view.tests.rbegin(); test != view.tests.rend(); ++test)
    if (test->stage() == stage) cards.push_back(test_card(asking, *test));
  const std::string count = std::to_string(cards.size());
  return h::section(
      cls("col"), h::h3(asking.say(key), Text(" "), h::span(cls("muted small"), Text(count))),
      cards.empty() ? h::p(cls("small muted"), asking.say("test.none_here")) : h::ul(cards));
}

Html tests_board(const Asking& asking, const ProjectView& view) {
  Html begin = h::p(
      h::a(cls("btn"), href(project_url(asking).then("/tests/new")), asking.say("test.plan_one")));
  if (!view.awaited.empty()) {
    std::vector<Html> items;
    for (const Awaited awaited : view.awaited) items.push_back(h::li(words_for(asking, awaited)));
    begin = note(together(asking.say("test.awaits"), h::ul(cls("plain-list"), items)));
  }
  if (view.project.ended_at) begin = Html();
  return together(
      h::h2(asking.say("test.title")), begin,
      h::div(cls("pdsa"), stage_column(asking, view, TestStage::planning, "test.stage_plan"),
             stage_column(asking, view, TestStage::running, "test.stage_do"),
             stage_column(asking, view, TestStage::studied, "test.stage_study"),
             stage_column(asking, view, TestStage::decided, "test.stage_act")),
      fidelity_table(asking, view));
}

Text counted_members(const Asking& asking, const ProjectView& view) {
  const auto partners = std::ranges::count_if(view.members, [](const ProjectMember& member) {
    return member.partner && member.state == Membership::joined;
  });
  return asking.say_count("project.partners", partners,
                          {{"team", view.project.team.name}, {"site", view.site.name}});
}

Html head_of(const Asking& asking, const ProjectView& view) {
  return together(h::h1(Attribute("dir", std::string_view("auto")), Text(view.project.name)),
                  h::p(cls("muted"), counted_members(asking, view)),
                  view.project.ended_at ? note(together(h::b(asking.say("project.ended")),
                                                        Text(" "), Text(view.project.ended_why)))
                                        : Html(),
                  h::div(cls("row gap-s"),
                         h::a(cls("btn line small"), href(project_url(asking).then("/charter")),
                              asking.say("charter.title")),
                         h::a(cls("btn line small"), href(project_url(asking).then("/drivers")),
                              asking.say("driver.title")),
                         h::a(cls("btn line small"), href(project_url(asking).then("/summary")),
                              asking.say("summary.title")),
                         h::a(cls("btn line small"), href(project_url(asking).then("/report")),
                              asking.say("report.name")),
                         h::a(cls("btn line small"), href(project_url(asking).then("/members")),
                              asking.say("member.title")),
                         h::a(cls("btn line small"),
                              href(Url("/teams").part(view.project.team.id.text()).then("/huddle")),
                              asking.say("huddle.title"))));
}

}  // namespace

http::Response show_project(const FormState& state) {
  const Asking& asking = state.asking;
  const auto id = project_asked(asking);
  if (!id) return not_found(asking);
  const auto seen = service::read_project(asking.service, asking.caller(), *id);
  if (!seen) return not_found(asking);
  const ProjectView& view = seen.value();
  const ProjectChart* main = main_measure(view);
  const Html first =
      main == nullptr
          ? Html(empty_state(asking.say("project.first_measure"), asking.say("project.first_why"),
                             h::p(h::a(cls("btn"), href(project_url(asking).then("/measures")),
                                       asking.say("project.measures")))))
          : main_figure(asking, view, *main);
  return page(
      asking, state.came_back() ? 422 : 200, Text(view.project.name), Place::projects,
      h::div(cls("wrap page stack project-page"), fault_summary(state), head_of(asking, view),
             formula(asking, view), empty_note(asking, view), place_changed_note(state, view),
             h::div(cls("charts"), h::div(cls("stack"), first), set_card(asking, view)),
             tests_board(asking, view), findings_card(asking, view),
             view.drivers.empty()
                 ? Html()
                 : together(h::h2(asking.say("driver.title")), drivers_drawn(asking, view))));
}

http::Response project_page(const Asking& asking) { return show_project({asking, {}}); }

}  // namespace alongside::web
