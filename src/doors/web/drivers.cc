// SPDX-License-Identifier: Apache-2.0
// Boxes with words, and the same as a list.
#include "doors/web/drivers.h"

#include <algorithm>

#include "doors/web/measure_figure.h"
#include "doors/web/page.h"
#include "doors/web/parts.h"
#include "doors/web/projects.h"
#include "foundation/base/text.h"
#include "foundation/drawing/tree.h"
#include "service/draw_drivers.h"

namespace alongside::web {
namespace {

std::string aim_of(const service::ProjectView& view) {
  const Charter& charter = view.charter;
  for (const CharterField field :
       {CharterField::what, CharterField::health_gain, CharterField::aim})
    if (!charter.at(field).empty()) return first_characters(charter.at(field), 120);
  return view.project.name;
}

std::string measure_name(const Asking& asking, const service::ProjectView& view,
                         std::int64_t number) {
  const auto found = std::ranges::find(view.measures, number, &service::ProjectChart::number);
  return found == view.measures.end() ? std::string()
                                      : measure_words(asking, found->chart.measure, "name").words();
}

Text kind_words(const Asking& asking, DriverKind kind) {
  switch (kind) {
    case DriverKind::primary:
      return asking.say("driver.primary");
    case DriverKind::secondary:
      return asking.say("driver.secondary");
    case DriverKind::change:
      return asking.say("driver.change");
  }
  return Text({});
}

/// Tests that try an idea.
Html tests_of(const Asking& asking, const service::ProjectView& view, const Driver& driver) {
  std::vector<Html> links;
  for (const TestOfChange& test : view.tests)
    if (test.plan.idea == driver.number) {
      links.push_back(Text(" "));
      links.push_back(
          h::a(cls("stand-alone"),
               href(project_url(asking).then("/tests").part(std::to_string(test.number))),
               Text(test.plan.title)));
    }
  return h::span(links);
}

Html outline_item(const Asking& asking, const service::ProjectView& view, const Driver& driver) {
  const std::string number = std::to_string(driver.number);
  const std::string measure = measure_name(asking, view, driver.measure);
  Url change = project_url(asking).then("/drivers");
  change.with("change", number);
  const Html hidden_words = h::span(cls("vh"), Text(" " + driver.words));
  return together(
      h::span(cls("small muted"), kind_words(asking, driver.kind), Text(": ")),
      h::b(Attribute("dir", std::string_view("auto")), Text(driver.words)),
      measure.empty()
          ? Html()
          : together(h::br(),
                     h::span(cls("small"), asking.say("driver.seen_by", {{"measure", measure}}))),
      tests_of(asking, view, driver),
      h::div(cls("row"),
             h::a(cls("btn line small"), href(change), asking.say("driver.edit"), hidden_words),
             post_form(asking, project_url(asking).then("/drivers/out"), cls("inline"),
                       h::input(type("hidden"), name("driver"), value(number)),
                       h::button(cls("btn line small"), asking.say("driver.out"), hidden_words))));
}

std::vector<Html> outline(const Asking& asking, const service::ProjectView& view,
                          std::int64_t under) {
  std::vector<Html> items;
  for (const Driver& driver : view.drivers) {
    if (driver.under != under) continue;
    const auto below = outline(asking, view, driver.number);
    items.push_back(
        h::li(outline_item(asking, view, driver), below.empty() ? Html() : h::ul(below)));
  }
  return items;
}

Html driver_form(const FormState& state, const service::ProjectView& view) {
  const Asking& asking = state.asking;
  std::string changing(asking.request.query.value("change"));
  if (!asking.typed("driver").empty()) changing = asking.typed("driver");
  Driver before;
  for (const Driver& driver : view.drivers)
    if (std::to_string(driver.number) == changing) before = driver;
  std::vector<Choice> under = {{"0", Html(asking.say("driver.the_aim"))}};
  for (const DriverPlace& place : in_order(view.drivers))
    if (place.driver->kind != DriverKind::change && place.driver->number != before.number)
      under.push_back({std::to_string(place.driver->number), Html(Text(place.driver->words))});
  const std::vector<Choice> kinds = {{"driver", Html(asking.say("driver.is_driver"))},
                                     {"change", Html(asking.say("driver.is_idea"))}};
  std::vector<Choice> measures;
  for (const auto& measure : view.measures)
    measures.push_back({std::to_string(measure.number),
                        Html(measure_words(asking, measure.chart.measure, "name"))});
  const bool change = before.number != 0;
  const std::string kind = !change ? "" : before.kind == DriverKind::change ? "change" : "driver";
  return post_form(
      asking, project_url(asking).then("/drivers"), cls("card stack"), id("form"),
      h::h2(asking.say(change ? "driver.edit" : "driver.add")),
      change
          ? together(h::input(type("hidden"), name("driver"), value(std::to_string(before.number))),
                     h::input(type("hidden"), name("base"), value(std::to_string(before.version))))
          : Html(),
      tiles(state, "kind", asking.say("driver.what_is_it"), kinds, kind),
      text_field(state, {"words", "driver.words", "driver.words_hint"}, before.words),
      select_field(state, {"under", "driver.under", ""}, under,
                   change ? std::to_string(before.under) : std::string()),
      measures.empty()
          ? Html()
          : select_field(state, {"measure", "driver.measure", ""}, measures,
                         before.measure == 0 ? std::string() : std::to_string(before.measure)),
      h::p(h::button(cls("btn"), asking.say("driver.keep"))));
}

http::Response show_drivers(const FormState& state) {
  const Asking& asking = state.asking;
  const auto id = project_asked(asking);
  if (!id) return not_found(asking);
  const auto seen = service::read_project(asking.service, asking.caller(), *id);
  if (!seen) return not_found(asking);
  const service::ProjectView& view = seen.value();
  const auto items = outline(asking, view, 0);
  const Html diagram = items.empty()
                           ? Html(h::p(asking.say("driver.none")))
                           : together(drivers_drawn(asking, view),
                                      h::section(cls("card"), h::h2(asking.say("driver.as_list")),
                                                 h::ul(cls("outline"), items)));
  return page(
      asking, state.came_back() ? 422 : 200, asking.say("driver.title"), Place::projects,
      h::div(cls("wrap page stack project-page"),
             h::p(h::a(href(project_url(asking)), Text(view.project.name))), fault_summary(state),
             h::h1(asking.say("driver.title")), h::p(cls("lead"), asking.say("driver.lead")),
             diagram, driver_form(state, view)));
}

}  // namespace

Html drivers_drawn(const Asking& asking, const service::ProjectView& view) {
  if (view.drivers.empty()) return {};
  drawing::Tree tree;
  tree.id = "drivers";
  tree.title = asking.say("driver.title").words();
  tree.boxes.push_back({aim_of(view), 0});
  for (const DriverPlace& place : in_order(view.drivers)) {
    const Driver& driver = *place.driver;
    tree.description += (tree.description.empty() ? "" : "; ") +
                        kind_words(asking, driver.kind).words() + ": " + driver.words;
    tree.boxes.push_back({driver.words, place.depth, driver.kind == DriverKind::change,
                          measure_name(asking, view, driver.measure)});
  }
  const auto reading = asking.language.has("app.direction_rtl") ? drawing::Reading::right_to_left
                                                                : drawing::Reading::left_to_right;
  return h::div(cls("scroll card"), Attribute("tabindex", std::string_view("0")),
                Attribute("role", std::string_view("region")), label(asking.say("driver.title")),
                Html(drawing::draw(tree, reading)));
}

http::Response drivers_page(const Asking& asking) { return show_drivers({asking, {}}); }

http::Response post_driver(const Asking& asking) {
  const auto id = project_asked(asking);
  if (!id) return not_found(asking);
  return done_or_again(
      asking,
      service::put_driver(asking.service, asking.caller(), *id,
                          {typed_in(asking, "words"), typed_in(asking, "under"),
                           typed_in(asking, "kind"), typed_in(asking, "measure")},
                          asking.typed("driver"), asking.typed("base"), asking.once()),
      project_url(asking).then("/drivers"), show_drivers);
}

http::Response post_take_driver_out(const Asking& asking) {
  const auto id = project_asked(asking);
  if (!id) return not_found(asking);
  return done_or_again(asking,
                       service::take_driver_out(asking.service, asking.caller(), *id,
                                                asking.typed("driver"), asking.once()),
                       project_url(asking).then("/drivers"), show_drivers);
}

}  // namespace alongside::web
