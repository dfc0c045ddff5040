// SPDX-License-Identifier: Apache-2.0
// The set of a project's measures, and the form that defines one.
#include "doors/web/project_measures.h"

#include <algorithm>

#include "doors/web/lens.h"
#include "doors/web/measure_figure.h"
#include "doors/web/page.h"
#include "doors/web/parts.h"
#include "doors/web/phrases.h"
#include "doors/web/projects.h"
#include "service/measure_project.h"

namespace alongside::web {
namespace {

using service::ProjectChart;
using service::ProjectView;

Outcome<ProjectView> view_asked(const Asking& asking) {
  const auto id = project_asked(asking);
  if (!id) return Refusal("permission.not_found");
  return service::read_project(asking.service, asking.caller(), *id);
}

template <class Value, std::size_t count>
std::vector<Choice> choices_of(const Asking& asking, const std::array<Value, count>& values) {
  std::vector<Choice> choices;
  for (const Value value : values)
    choices.push_back({std::string(code_of(value)), Html(words_for(asking, value))});
  return choices;
}

Html set_item(const Asking& asking, const ProjectChart& measure, const ThroughLens& seen) {
  const Measure& definition = measure.chart.measure;
  const Text name_of = measure_words(asking, definition, "name");
  return h::li(h::b(h::a(href(measure_url(asking, measure.number)), name_of)), h::br(),
               h::span(cls("small muted"), words_for(asking, definition.kind), Text(" · "),
                       words_for(asking, definition.perspective)),
               h::br(), seen_words(asking, seen),
               post_form(asking, measure_url(asking, measure.number).then("/end"), cls("inline"),
                         h::button(cls("btn line small"), asking.say("own_measure.end"),
                                   h::span(cls("vh"), Text(" "), name_of))));
}

/// Shipped measures that the project does not have yet, by what they look at.
Html take_form(const FormState& state, const ProjectView& view) {
  const Asking& asking = state.asking;
  std::vector<Choice> choices;
  for (const Measure& standard : standard_measures()) {
    const bool there = std::ranges::any_of(view.measures, [&](const ProjectChart& one) {
      return one.chart.measure.id == standard.id;
    });
    if (!there)
      choices.push_back({standard.id, Text(words_for(asking, standard.family).words() + ": " +
                                           measure_words(asking, standard, "name").words())});
  }
  if (choices.empty()) return {};
  return post_form(asking, project_url(asking).then("/measures"), cls("card stack-s"),
                   h::h2(asking.say("own_measure.ready")),
                   h::p(asking.say("own_measure.ready_lead")),
                   select_field(state, {"standard", "own_measure.which", ""}, choices, ""),
                   h::p(h::button(cls("btn line"), asking.say("own_measure.take"))));
}

http::Response show_measures(const FormState& state) {
  const Asking& asking = state.asking;
  const auto seen = view_asked(asking);
  if (!seen) return not_found(asking);
  const ProjectView& view = seen.value();
  std::vector<Html> items;
  for (std::size_t i = 0; i < view.measures.size(); ++i)
    items.push_back(set_item(asking, view.measures[i], view.balance.measures[i]));
  return page(
      asking, state.came_back() ? 422 : 200, asking.say("project.measures"), Place::projects,
      h::div(cls("wrap narrow page stack"),
             h::p(h::a(href(project_url(asking)), Text(view.project.name))), fault_summary(state),
             h::h1(asking.say("project.measures")),
             h::p(cls("lead"), asking.say("own_measure.lead")),
             items.empty() ? Html()
                           : h::div(cls("card"), h::ul(cls("looks"), items),
                                    lens_words(asking, view, Heading::of_a_page)),
             h::p(cls("row"),
                  h::a(cls("btn"), href(project_url(asking).then("/measures/new")),
                       asking.say("own_measure.define")),
                  view.of_the_team
                      ? h::a(cls("btn line"), href(project_url(asking).then("/measures/counted")),
                             asking.say("recorded.title"))
                      : Html()),
             take_form(state, view)));
}

Html covers_boxes(const FormState& state, const Measure& before) {
  const Asking& asking = state.asking;
  std::vector<Html> boxes;
  for (const Aspect aspect : aspects) {
    const std::string code(code_of(aspect));
    const bool had =
        !state.came_back() && std::ranges::find(before.covers, aspect) != before.covers.end();
    boxes.push_back(had ? ticked_box("covers", code, words_for(asking, aspect))
                        : check_box(state, "covers", code, words_for(asking, aspect)));
  }
  return h::fieldset(h::legend(cls("label"), asking.say("own_measure.covers")),
                     fault_beside(state, "covers"), boxes);
}

Html definition_fields(const FormState& state, const Measure* before) {
  const Asking& asking = state.asking;
  const Measure was = before == nullptr ? Measure() : *before;
  return together(
      text_field(state, {"name", "own_measure.name", "own_measure.name_hint"}, was.name),
      tiles(state, "counted", asking.say("own_measure.counted"), choices_of(asking, ways_to_count),
            before == nullptr ? "" : code_of(was.counted)),
      text_field(state, {"numerator", "own_measure.numerator", "own_measure.numerator_hint"},
                 was.numerator),
      text_field(state, {"denominator", "own_measure.denominator", "own_measure.denominator_hint"},
                 was.denominator),
      text_field(state, {"per", "own_measure.per_field", "", "number"},
                 was.counted == CountedAs::rate ? std::to_string(was.per) : std::string()),
      text_field(state, {"exclusions", "own_measure.exclusions", ""}, was.exclusions),
      text_field(state, {"window", "own_measure.window", "own_measure.window_hint"}, was.window),
      what_it_is_fields(state, before));
}

http::Response show_definition(const FormState& state) {
  const Asking& asking = state.asking;
  const auto seen = view_asked(asking);
  if (!seen) return not_found(asking);
  const ProjectView& view = seen.value();
  const std::string_view asked = asking.part("measure");
  const Measure* before = nullptr;
  for (const ProjectChart& one : view.measures)
    if (std::to_string(one.number) == asked) before = &one.chart.measure;
  if (!asked.empty() && (before == nullptr || !before->typed())) return not_found(asking);
  Url to = project_url(asking).then("/measures");
  if (before == nullptr)
    to.then("/new");
  else
    to.part(asked).then("/define");
  const Text title = asking.say(before == nullptr ? "own_measure.define" : "own_measure.redefine");
  return page(asking, state.came_back() ? 422 : 200, title, Place::projects,
              h::div(cls("wrap narrow page stack"),
                     h::p(h::a(href(project_url(asking).then("/measures")),
                               asking.say("project.measures"))),
                     fault_summary(state), h::h1(title),
                     h::p(cls("lead"), asking.say("own_measure.define_lead")),
                     post_form(asking, to, cls("card stack"), definition_fields(state, before),
                               h::p(h::button(cls("btn"), asking.say("own_measure.keep"))))));
}

}  // namespace

Url measure_url(const Asking& asking, std::int64_t number) {
  return project_url(asking).then("/measures").part(std::to_string(number));
}

Html what_it_is_fields(const FormState& state, const Measure* before) {
  const Asking& asking = state.asking;
  const Measure was = before == nullptr ? Measure() : *before;
  const auto had = [&](std::string_view code) {
    return before == nullptr ? std::string() : std::string(code);
  };
  const std::vector<Choice> better = {{"more", Html(asking.say("own_measure.more"))},
                                      {"less", Html(asking.say("own_measure.less"))}};
  return together(
      select_field(state, {"kind", "own_measure.kind", "own_measure.kind_hint"},
                   choices_of(asking, measure_kinds), had(code_of(was.kind))),
      select_field(state, {"perspective", "own_measure.perspective", ""},
                   choices_of(asking, perspectives), had(code_of(was.perspective))),
      tiles(state, "better", asking.say("own_measure.better"), better,
            had(was.better == Better::more ? "more" : "less")),
      covers_boxes(state, was),
      text_field(state, {"source", "own_measure.source", "own_measure.source_hint"}, was.source));
}

Html measure_row(const Asking& asking, const ProjectChart& measure) {
  const service::MeasuredChart& chart = measure.chart;
  return h::li(h::div(h::h3(h::a(href(measure_url(asking, measure.number)),
                                 measure_words(asking, chart.measure, "name"))),
                      h::p(cls("verdict"), mark(shape_of(chart.reading.verdict), 16),
                           h::span(words_for(asking, chart.reading.verdict)))),
               chart.reading.centre ? Html(drawing::draw_small(ink_of(asking, chart))) : Html());
}

Html measure_links(const Asking& asking, const ProjectChart& measure) {
  const Html enter =
      measure.chart.measure.typed()
          ? h::a(cls("btn small"),
                 Attribute("href", measure_url(asking, measure.number).text() + "#enter"),
                 asking.say("own_measure.enter"))
          : Html();
  return h::div(cls("row gap-s"), enter,
                h::a(cls("stand-alone"), href(measure_url(asking, measure.number)),
                     asking.say("chart.where_from")));
}

http::Response project_measures_page(const Asking& asking) { return show_measures({asking, {}}); }

http::Response post_take_measure(const Asking& asking) {
  const auto id = project_asked(asking);
  if (!id) return not_found(asking);
  return done_or_again(asking,
                       service::take_measure(asking.service, asking.caller(), *id,
                                             asking.typed("standard"), asking.once()),
                       project_url(asking).then("/measures"), show_measures);
}

http::Response post_end_measure(const Asking& asking) {
  const auto id = project_asked(asking);
  if (!id) return not_found(asking);
  return done_or_again(asking,
                       service::end_measure(asking.service, asking.caller(), *id,
                                            asking.part("measure"), asking.once()),
                       project_url(asking).then("/measures"), show_measures);
}

http::Response define_measure_page(const Asking& asking) { return show_definition({asking, {}}); }

http::Response post_define_measure(const Asking& asking) {
  const auto id = project_asked(asking);
  if (!id) return not_found(asking);
  const auto typed = [&](std::string_view field) { return typed_in(asking, field); };
  OwnMeasureDraft draft{typed("name"),      typed("kind"),        typed("perspective"),
                        typed("counted"),   typed("per"),         typed("better"),
                        typed("numerator"), typed("denominator"), typed("exclusions"),
                        typed("window"),    typed("source"),      {}};
  for (const std::string_view code : asking.request.form.values("covers"))
    draft.covers.emplace_back(code);
  const auto defined = service::define_measure(asking.service, asking.caller(), *id, draft,
                                               asking.part("measure"), asking.once());
  const std::string number = defined ? defined.value() : std::string();
  return done_or_again(asking, defined, project_url(asking).then("/measures").part(number),
                       show_definition);
}

}  // namespace alongside::web
