// SPDX-License-Identifier: Apache-2.0
// The form of a plan. A next cycle begins with what the one before it said.
#include <algorithm>

#include "doors/web/measure_figure.h"
#include "doors/web/page.h"
#include "doors/web/parts.h"
#include "doors/web/phrases.h"
#include "doors/web/projects.h"
#include "doors/web/tests_of_change.h"
#include "service/test_change.h"

namespace alongside::web {
namespace {

using service::ProjectView;

/// A plan as the form shows it: the draft that it would come from.
TestDraft draft_of(const TestPlan& plan) {
  constexpr std::int64_t minutes_an_hour = 60, milli = 1000;
  TestDraft draft;
  draft.title = plan.title;
  draft.hypothesis = plan.hypothesis;
  draft.idea = std::to_string(plan.idea);
  draft.measure = std::to_string(plan.measure);
  draft.what = plan.what;
  draft.seen = code_of(plan.seen);
  if (plan.now_milli) draft.now = milli_words(*plan.now_milli);
  draft.predicted = code_of(plan.predicted);
  if (plan.predicted == Predicted::between) {
    draft.low = milli_words(plan.low_milli);
    draft.high = milli_words(plan.high_milli);
  }
  draft.confidence = std::to_string(plan.confidence);
  draft.size = std::to_string(plan.size);
  draft.begins = plan.begins.iso();
  draft.ends = plan.ends.iso();
  draft.stop_rule = plan.stop_rule;
  draft.hours = milli_words(plan.minutes_of_people * milli / minutes_an_hour);
  draft.sponsor = plan.sponsor;
  draft.who = plan.who;
  draft.supplies = plan.supplies;
  draft.permission = plan.permission;
  draft.follows = std::to_string(plan.follows);
  return draft;
}

/// The measure's usual level, where it is known: how it is now.
std::string usual_of(const ProjectView& view, std::int64_t measure) {
  const auto found = std::ranges::find(view.measures, measure, &service::ProjectChart::number);
  if (found == view.measures.end()) return {};
  const ChartReading& reading = found->chart.reading;
  return reading.centre ? number_on(reading.scale, *reading.centre) : std::string();
}

/// Empty, or the cycle after `before`: what it said, without its days.
TestDraft new_draft(const ProjectView& view, const TestOfChange* before) {
  TestDraft draft;
  if (before != nullptr) {
    draft = draft_of(before->plan);
    draft.begins.clear();
    draft.ends.clear();
    draft.follows = std::to_string(before->number);
    if (const auto seen = seen_in(*before))
      draft.now = number_on(ChartScale::count, seen->estimate);
    return draft;
  }
  if (view.measures.size() == 1) {
    draft.measure = std::to_string(view.measures.front().number);
    draft.now = usual_of(view, view.measures.front().number);
  }
  return draft;
}

std::vector<Choice> ideas_of(const ProjectView& view) {
  std::vector<Choice> choices;
  for (const Driver& driver : view.drivers)
    if (driver.kind == DriverKind::change)
      choices.push_back({std::to_string(driver.number), Html(Text(driver.words))});
  return choices;
}

std::vector<Choice> measures_of(const Asking& asking, const ProjectView& view) {
  std::vector<Choice> choices;
  for (const service::ProjectChart& measure : view.measures)
    choices.push_back({std::to_string(measure.number),
                       Html(measure_words(asking, measure.chart.measure, "name"))});
  return choices;
}

Html what_is_tried(const FormState& state, const ProjectView& view, const TestDraft& draft) {
  const Asking& asking = state.asking;
  return h::section(cls("card"), h::h2(asking.say("test.part_what")),
                    text_field(state, {"title", "test.ask_title", "test.hint_title"}, draft.title),
                    select_field(state, {"idea", "test.ask_idea", ""}, ideas_of(view), draft.idea),
                    area_field(state, {"hypothesis", "test.ask_hypothesis", "test.hint_hypothesis"},
                               2, draft.hypothesis),
                    text_field(state, {"what", "test.ask_what", "test.hint_what"}, draft.what),
                    tiles(state, "seen", asking.say("test.ask_seen"),
                          {{"share", Html(asking.say("test.seen_share"))},
                           {"number", Html(asking.say("test.seen_number"))}},
                          draft.seen),
                    select_field(state, {"measure", "test.ask_measure", ""},
                                 measures_of(asking, view), draft.measure));
}

Html what_we_predict(const FormState& state, const TestDraft& draft) {
  const Asking& asking = state.asking;
  return h::section(
      cls("card"), h::h2(asking.say("test.part_predict")), h::p(asking.say("test.predict_lead")),
      text_field(state, {"now", "test.ask_now", "test.hint_now", "number"}, draft.now),
      tiles(state, "predicted", asking.say("test.ask_predicted"),
            {{"more", Html(asking.say("test.more"))},
             {"less", Html(asking.say("test.less"))},
             {"same", Html(asking.say("test.same"))},
             {"between", Html(asking.say("test.between"))}},
            draft.predicted),
      text_field(state, {"low", "test.ask_low", "", "number"}, draft.low),
      text_field(state, {"high", "test.ask_high", "", "number"}, draft.high),
      text_field(state, {"confidence", "test.ask_confidence", "test.hint_confidence", "number"},
                 draft.confidence));
}

Html how_small(const FormState& state, const TestDraft& draft) {
  const Asking& asking = state.asking;
  return h::section(
      cls("card"), h::h2(asking.say("test.part_how")),
      text_field(state, {"size", "test.ask_size", "test.hint_size", "number"}, draft.size),
      text_field(state, {"begins", "test.ask_begins", "", "date"}, draft.begins),
      text_field(state, {"ends", "test.ask_ends", "", "date"}, draft.ends),
      text_field(state, {"stop_rule", "test.ask_stop", "test.hint_stop"}, draft.stop_rule),
      text_field(state, {"who", "test.ask_who", ""}, draft.who),
      text_field(state, {"hours", "test.ask_hours", "", "number"}, draft.hours),
      text_field(state, {"sponsor", "test.ask_sponsor", "test.hint_sponsor"}, draft.sponsor),
      text_field(state, {"supplies", "test.ask_supplies", ""}, draft.supplies),
      text_field(state, {"permission", "test.ask_permission", ""}, draft.permission));
}

const TestOfChange* numbered(const ProjectView& view, std::string_view number) {
  for (const TestOfChange& test : view.tests)
    if (std::to_string(test.number) == number) return &test;
  return nullptr;
}

/// What somebody else wrote meanwhile, beside what was typed.
Html as_it_is(const Asking& asking, const ProjectView& view, const TestOfChange& test) {
  return h::details(cls("data project-page"), Attribute("open", true),
                    h::summary(asking.say("test.as_it_is", {{"name", test.written_by}})),
                    plan_card(asking, view, test));
}

/// Changing one that is not locked, or a new one: behind ?after= the next cycle.
http::Response show_plan(const FormState& state) {
  const Asking& asking = state.asking;
  const auto id = project_asked(asking);
  if (!id) return not_found(asking);
  const auto seen = service::read_project(asking.service, asking.caller(), *id);
  if (!seen) return not_found(asking);
  const ProjectView& view = seen.value();
  const std::string_view number = asking.part("test");
  const TestOfChange* changed = number.empty() ? nullptr : numbered(view, number);
  if (!number.empty() && changed == nullptr) return not_found(asking);
  // Locked meanwhile: what was typed is shown again, to be the next cycle's.
  if (changed != nullptr && changed->locked_at && !state.came_back()) return not_found(asking);
  std::string after(asking.request.query.value("after"));
  if (!asking.typed("follows").empty()) after = asking.typed("follows");
  const TestDraft draft =
      changed != nullptr ? draft_of(changed->plan) : new_draft(view, numbered(view, after));
  Url to = project_url(asking).then("/tests");
  if (changed == nullptr)
    to.then("/new");
  else
    to.part(number).then("/plan");
  const std::string base = changed == nullptr ? std::string() : std::to_string(changed->version);
  return page(
      asking, state.came_back() ? 422 : 200, asking.say("test.plan_one"), Place::projects,
      h::div(
          cls("wrap narrow page stack"),
          h::p(h::a(href(project_url(asking)), Text(view.project.name))), fault_summary(state),
          h::h1(asking.say("test.plan_one")), h::p(cls("lead"), asking.say("test.plan_lead")),
          changed != nullptr && state.came_back() ? as_it_is(asking, view, *changed) : Html(),
          post_form(asking, to, cls("stack"), h::input(type("hidden"), name("base"), value(base)),
                    h::input(type("hidden"), name("follows"),
                             value(draft.follows.empty() ? "0" : draft.follows)),
                    what_is_tried(state, view, draft), what_we_predict(state, draft),
                    how_small(state, draft),
                    h::p(h::button(cls("btn"), asking.say("test.keep_plan"))))));
}

}  // namespace

http::Response plan_test_page(const Asking& asking) { return show_plan({asking, {}}); }

http::Response post_plan(const Asking& asking) {
  const auto id = project_asked(asking);
  if (!id) return not_found(asking);
  const auto typed = [&](std::string_view field) { return typed_in(asking, field); };
  const TestDraft draft{typed("title"),    typed("hypothesis"), typed("idea"),
                        typed("measure"),  typed("what"),       typed("seen"),
                        typed("now"),      typed("predicted"),  typed("low"),
                        typed("high"),     typed("confidence"), typed("size"),
                        typed("begins"),   typed("ends"),       typed("stop_rule"),
                        typed("hours"),    typed("sponsor"),    typed("who"),
                        typed("supplies"), typed("permission"), typed("follows")};
  const auto planned =
      service::plan_test(asking.service, asking.caller(), *id, draft,
                         {asking.part("test"), asking.typed("base")}, asking.once());
  const std::string number = planned ? planned.value() : std::string();
  return done_or_again(asking, planned, project_url(asking).then("/tests").part(number), show_plan);
}

}  // namespace alongside::web
