// SPDX-License-Identifier: Apache-2.0
// A test from its prediction to its decision. Data have no place on the page before the lock.
#include "doors/web/tests_of_change.h"

#include <algorithm>
#include <cmath>

#include "doors/web/measure_figure.h"
#include "doors/web/page.h"
#include "doors/web/parts.h"
#include "doors/web/phrases.h"
#include "doors/web/projects.h"
#include "foundation/words/phrase.h"
#include "service/test_change.h"

namespace alongside::web {
namespace {

using service::ProjectView;

Text compared_words(const Asking& asking, Compared result) {
  switch (result) {
    case Compared::no_data:
      return asking.say("test.nothing_seen");
    case Compared::as_predicted:
      return asking.say("test.as_predicted");
    case Compared::fits_so_far:
      return asking.say("test.fits_so_far");
    case Compared::otherwise:
      return asking.say("test.otherwise");
    case Compared::unclear:
      return asking.say("test.unclear");
  }
  return Text({});
}

/// "Seen so far: 72 of 100, could be 58 to 83. From 29."
Html seen_so_far(const Asking& asking, const TestOfChange& test) {
  const auto seen = seen_in(test);
  if (!seen) return h::p(asking.say("test.nothing_seen"));
  const bool share = test.plan.seen == SeenAs::share;
  const std::string estimate = share ? std::to_string(std::lround(seen->estimate))
                                     : number_on(ChartScale::count, seen->estimate);
  const auto end = [&](const std::optional<double>& value) {
    return !value  ? std::string("?")
           : share ? std::to_string(std::lround(*value))
                   : number_on(ChartScale::count, *value);
  };
  const std::string from = std::to_string(share ? seen->share.of : seen->data);
  return h::p(h::b(asking.say(
      share ? "test.seen_share_words" : "test.seen_number_words",
      {{"n", estimate}, {"low", end(seen->low)}, {"high", end(seen->high)}, {"from", from}})));
}

Html data_list(const Asking& asking, const TestOfChange& test) {
  std::vector<Html> items;
  for (const TestDatum& datum : test.data) {
    const std::string number =
        test.plan.seen == SeenAs::share
            ? std::to_string(datum.share.count) + " / " + std::to_string(datum.share.of)
            : milli_words(datum.value_milli);
    const bool may = !datum.taken_back && test.stage() != TestStage::decided;
    items.push_back(h::li(
        h::b(Text(datum.day.iso())), Text(": "), Text(number),
        datum.taken_back ? h::span(cls("chip"), asking.say("test.taken_back")) : Html(),
        datum.note.empty() ? Html()
                           : together(h::br(), h::span(Attribute("dir", std::string_view("auto")),
                                                       Text(datum.note))),
        h::br(), h::span(cls("small muted"), Text(datum.noted_by)),
        may ? post_form(
                  asking, test_url(asking, test.number).then("/data/back"), cls("inline"),
                  h::input(type("hidden"), name("datum"), value(std::to_string(datum.number))),
                  h::button(cls("btn line small"), asking.say("test.take_back"),
                            h::span(cls("vh"), Text(" " + datum.day.iso()))))
            : Html()));
  }
  return items.empty() ? Html() : h::ul(cls("looks"), items);
}

Html datum_form(const FormState& state, const ProjectView& view, const TestOfChange& test) {
  const Asking& asking = state.asking;
  const std::string today = zone_of(view.site.zone).day_of(asking.now()).iso();
  const bool share = test.plan.seen == SeenAs::share;
  return post_form(asking, test_url(asking, test.number).then("/data"), cls("stack-s"),
                   h::h3(asking.say("test.note_datum")),
                   text_field(state, {"day", "number.day_field", "", "date"}, today),
                   share
                       ? together(text_field(state, {"count", "number.count_field", "", "number"}),
                                  text_field(state, {"of", "number.of_field", "", "number"}))
                       : text_field(state, {"value", "number.value_field", "", "number"}),
                   area_field(state, {"note", "test.ask_note", ""}, 2),
                   h::p(h::button(cls("btn small"), asking.say("test.keep_datum"))));
}

Html fact(const Asking& asking, std::string_view key, const std::string& words) {
  if (words.empty()) return {};
  return together(h::dt(asking.say(key)),
                  h::dd(Attribute("dir", std::string_view("auto")), Text(words)));
}

Html lock_card(const Asking& asking, const TestOfChange& test) {
  return h::section(
      cls("card stack-s"), h::h2(asking.say("test.lock_title")), h::p(asking.say("test.lock_lead")),
      h::div(cls("row"),
             post_form(asking, test_url(asking, test.number).then("/lock"), cls("inline"),
                       h::input(type("hidden"), name("base"), value(std::to_string(test.version))),
                       h::button(cls("btn"), asking.say("test.lock"))),
             h::a(cls("btn line"), href(test_url(asking, test.number).then("/plan")),
                  asking.say("test.change_plan"))));
}

Html do_card(const FormState& state, const ProjectView& view, const TestOfChange& test) {
  const Asking& asking = state.asking;
  return h::section(cls("card stack-s"), h::h2(asking.say("test.stage_do")),
                    seen_so_far(asking, test), h::p(compared_words(asking, compared(test))),
                    data_list(asking, test),
                    test.stage() == TestStage::decided ? Html() : datum_form(state, view, test));
}

Html study_card(const FormState& state, const TestOfChange& test) {
  const Asking& asking = state.asking;
  const bool open = test.stage() == TestStage::running || test.stage() == TestStage::studied;
  return h::section(
      cls("card stack-s"), h::h2(asking.say("test.stage_study")),
      test.learnt.empty() ? Html()
                          : h::p(Attribute("dir", std::string_view("auto")), Text(test.learnt)),
      open ? post_form(asking, test_url(asking, test.number).then("/study"), cls("stack-s"),
                       area_field(state, {"learnt", "test.ask_learnt", "test.hint_learnt"}, 3,
                                  test.learnt),
                       h::p(h::button(cls("btn small"), asking.say("test.keep_learnt"))))
           : Html());
}

Html act_card(const FormState& state, const TestOfChange& test) {
  const Asking& asking = state.asking;
  if (test.decision) {
    Url next = project_url(asking).then("/tests/new");
    next.with("after", std::to_string(test.number));
    Url found = project_url(asking).then("/findings");
    found.with("test", std::to_string(test.number));
    return h::section(cls("card stack-s"), h::h2(asking.say("test.stage_act")),
                      h::p(h::b(words_for(asking, *test.decision)), Text(": "),
                           h::span(Attribute("dir", std::string_view("auto")), Text(test.reason))),
                      *test.decision == Decision::abandon
                          ? Html()
                          : Html(h::p(h::a(cls("btn"), href(next), asking.say("test.next_cycle")))),
                      h::p(h::a(cls("stand-alone"), href(found), asking.say("finding.write"))));
  }
  if (test.stage() != TestStage::studied) return {};
  std::vector<Choice> choices;
  for (const Decision decision : decisions)
    choices.push_back({std::string(code_of(decision)), Html(words_for(asking, decision))});
  return h::section(
      cls("card stack-s"), h::h2(asking.say("test.stage_act")),
      post_form(asking, test_url(asking, test.number).then("/act"), cls("stack-s"),
                tiles(state, "decision", asking.say("test.ask_decision"), choices, ""),
                area_field(state, {"reason", "test.ask_reason", ""}, 2),
                h::p(h::button(cls("btn small"), asking.say("test.decide")))));
}

/// The cycles around this one, in their order.
Html ramp_of(const Asking& asking, const ProjectView& view, const TestOfChange& test) {
  for (const auto& ramp : ramps_of(view.tests)) {
    if (ramp.size() < 2 ||
        std::ranges::find(ramp, test.number, &TestOfChange::number) == ramp.end())
      continue;
    std::vector<Html> items;
    for (const TestOfChange* one : ramp)
      items.push_back(h::li(
          h::a(cls("stand-alone"), href(test_url(asking, one->number)),
               Attribute("aria-current", one->number == test.number ? std::string_view("page")
                                                                    : std::string_view("false")),
               Text(one->plan.title)),
          Text(" "), h::span(cls("small muted"), test_in_short(asking, *one))));
    return h::section(cls("card"), h::h2(asking.say("test.ramp")), h::ol(cls("looks"), items));
  }
  return {};
}

http::Response show_test(const FormState& state) {
  const Asking& asking = state.asking;
  const auto id = project_asked(asking);
  if (!id) return not_found(asking);
  const auto seen = service::read_project(asking.service, asking.caller(), *id);
  if (!seen) return not_found(asking);
  const ProjectView& view = seen.value();
  const auto found = std::ranges::find_if(view.tests, [&](const TestOfChange& one) {
    return std::to_string(one.number) == asking.part("test");
  });
  if (found == view.tests.end()) return not_found(asking);
  const bool locked = found->locked_at.has_value();
  return page(
      asking, state.came_back() ? 422 : 200, Text(found->plan.title), Place::projects,
      h::div(cls("wrap narrow page stack"),
             h::p(h::a(href(project_url(asking)), Text(view.project.name))), fault_summary(state),
             h::h1(Attribute("dir", std::string_view("auto")), Text(found->plan.title)),
             h::p(cls("lead"), test_in_short(asking, *found)), plan_card(asking, view, *found),
             locked ? together(do_card(state, view, *found), study_card(state, *found),
                               act_card(state, *found))
                    : lock_card(asking, *found),
             ramp_of(asking, view, *found)));
}

std::string_view feature_key(Feature feature) {
  switch (feature) {
    case Feature::predicted:
      return "fidelity.predicted";
    case Feature::theory:
      return "fidelity.theory";
    case Feature::linked:
      return "fidelity.linked";
    case Feature::small_first:
      return "fidelity.small_first";
    case Feature::over_time:
      return "fidelity.over_time";
  }
  return {};
}

/// An act on the test of the path, then its page.
template <class Act>
http::Response acted(const Asking& asking, Act act) {
  const auto id = project_asked(asking);
  if (!id) return not_found(asking);
  return done_or_again(asking, act(*id),
                       project_url(asking).then("/tests").part(asking.part("test")), show_test);
}

}  // namespace

Text words_for(const Asking& asking, Awaited awaited) {
  switch (awaited) {
    case Awaited::patients_aim:
      return asking.say("awaited.patients_aim");
    case Awaited::health_gain:
      return asking.say("awaited.health_gain");
    case Awaited::setting:
      return asking.say("awaited.setting");
    case Awaited::driver:
      return asking.say("awaited.driver");
    case Awaited::change_idea:
      return asking.say("awaited.change_idea");
  }
  return Text({});
}

Text words_for(const Asking& asking, Decision decision) {
  switch (decision) {
    case Decision::adopt:
      return asking.say("decision.adopt");
    case Decision::adapt:
      return asking.say("decision.adapt");
    case Decision::abandon:
      return asking.say("decision.abandon");
  }
  return Text({});
}

std::string milli_words(std::int64_t milli) {
  const std::int64_t size = std::abs(milli);
  std::string decimals = std::to_string(1000 + size % 1000).substr(1);
  while (!decimals.empty() && decimals.back() == '0') decimals.pop_back();
  return (milli < 0 ? "-" : "") + std::to_string(size / 1000) +
         (decimals.empty() ? "" : "." + decimals);
}

Url test_url(const Asking& asking, std::int64_t number) {
  return project_url(asking).then("/tests").part(std::to_string(number));
}

Text prediction_words(const Asking& asking, const TestPlan& plan) {
  const bool share = plan.seen == SeenAs::share;
  const std::string now = plan.now_milli ? milli_words(*plan.now_milli) : std::string("?");
  const std::string low = milli_words(plan.low_milli);
  const std::string high = milli_words(plan.high_milli);
  const std::string sure = std::to_string(plan.confidence);
  switch (plan.predicted) {
    case Predicted::more:
      return asking.say(share ? "predict.more_of_100" : "predict.more",
                        {{"now", now}, {"sure", sure}});
    case Predicted::less:
      return asking.say(share ? "predict.less_of_100" : "predict.less",
                        {{"now", now}, {"sure", sure}});
    case Predicted::same:
      return asking.say(share ? "predict.same_of_100" : "predict.same",
                        {{"now", now}, {"sure", sure}});
    case Predicted::between:
      return asking.say(share ? "predict.between_of_100" : "predict.between",
                        {{"low", low}, {"high", high}, {"sure", sure}});
  }
  return Text({});
}

Text test_in_short(const Asking& asking, const TestOfChange& test) {
  switch (test.stage()) {
    case TestStage::planning:
      return asking.say("test.short_plan");
    case TestStage::running:
      return seen_in(test) ? compared_words(asking, compared(test))
                           : prediction_words(asking, test.plan);
    case TestStage::studied:
      return compared_words(asking, compared(test));
    case TestStage::decided:
      return Text(words_for(asking, *test.decision).words() + ". " +
                  compared_words(asking, compared(test)).words());
  }
  return Text({});
}

Html plan_card(const Asking& asking, const ProjectView& view, const TestOfChange& test) {
  const TestPlan& plan = test.plan;
  const std::string days = words::date_in_words(asking.language, plan.begins) + " – " +
                           words::date_in_words(asking.language, plan.ends);
  std::string idea;
  for (const Driver& driver : view.drivers)
    if (driver.number == plan.idea) idea = driver.words;
  constexpr std::int64_t minutes_an_hour = 60, milli = 1000;
  const std::string hours = milli_words(plan.minutes_of_people * milli / minutes_an_hour);
  return h::section(
      cls("card project-page"), h::h2(asking.say("test.stage_plan")),
      h::p(h::b(prediction_words(asking, plan))),
      test.locked_at
          ? h::p(cls("small muted"),
                 asking.say(
                     "test.locked_at",
                     {{"moment", words::moment_in_words(asking.language, zone_of(view.site.zone),
                                                        *test.locked_at, asking.now())}}))
          : Html(),
      h::dl(cls("facts"), fact(asking, "test.ask_hypothesis", plan.hypothesis),
            fact(asking, "test.ask_what", plan.what), fact(asking, "driver.change", idea),
            fact(asking, "test.days", days),
            fact(asking, "test.ask_size", std::to_string(plan.size)),
            fact(asking, "test.ask_stop", plan.stop_rule), fact(asking, "test.ask_who", plan.who),
            fact(asking, "test.ask_hours", hours), fact(asking, "test.ask_sponsor", plan.sponsor),
            fact(asking, "test.ask_supplies", plan.supplies),
            fact(asking, "test.ask_permission", plan.permission)));
}

Html tests_on_chart(const Asking& asking, const ProjectView& view, std::int64_t measure) {
  std::vector<Html> items;
  for (const TestOfChange& test : view.tests)
    if (test.plan.measure == measure && test.locked_at)
      items.push_back(h::li(h::b(cls("flag"), Text(std::to_string(test.number))), Text(" "),
                            h::a(href(test_url(asking, test.number)),
                                 Attribute("dir", std::string_view("auto")), Text(test.plan.title)),
                            Text(". "), test_in_short(asking, test)));
  return items.empty() ? Html() : h::ul(cls("flags small gap-s"), items);
}

Html fidelity_rows(const Asking& asking, const ProjectView& view) {
  if (fidelity_sum(view.fidelity).of == 0) return {};
  std::vector<Html> rows;
  for (const Kept& kept : view.fidelity) {
    const Text said = kept.share.of == 0
                          ? asking.say("fidelity.not_yet")
                          : asking.say("fidelity.kept", {{"n", std::to_string(kept.share.count)},
                                                         {"of", std::to_string(kept.share.of)}});
    rows.push_back(h::tr(
        h::th(Attribute("scope", std::string_view("row")), asking.say(feature_key(kept.feature))),
        h::td(said)));
  }
  return together(h::p(cls("small muted"), asking.say("fidelity.lead")),
                  h::table(cls("plain"), h::tbody(rows)));
}

Html fidelity_table(const Asking& asking, const ProjectView& view) {
  const Html rows = fidelity_rows(asking, view);
  return rows.empty()
             ? Html()
             : Html(h::details(cls("data"), h::summary(asking.say("fidelity.title")), rows));
}

http::Response test_page(const Asking& asking) { return show_test({asking, {}}); }

http::Response post_lock(const Asking& asking) {
  return acted(asking, [&](const Id<Project>& id) {
    return service::lock_prediction(asking.service, asking.caller(), id,
                                    {asking.part("test"), asking.typed("base")}, asking.once());
  });
}

http::Response post_datum(const Asking& asking) {
  return acted(asking, [&](const Id<Project>& id) {
    return service::note_datum(
        asking.service, asking.caller(), id, asking.part("test"),
        {typed_in(asking, "day"), typed_in(asking, "count"), typed_in(asking, "of"),
         typed_in(asking, "value"), typed_in(asking, "note")},
        asking.once());
  });
}

http::Response post_take_datum_back(const Asking& asking) {
  return acted(asking, [&](const Id<Project>& id) {
    return service::take_datum_back(asking.service, asking.caller(), id, asking.part("test"),
                                    asking.typed("datum"), asking.once());
  });
}

http::Response post_study(const Asking& asking) {
  return acted(asking, [&](const Id<Project>& id) {
    return service::study_test(asking.service, asking.caller(), id, asking.part("test"),
                               asking.typed("learnt"), asking.once());
  });
}

http::Response post_decision(const Asking& asking) {
  return acted(asking, [&](const Id<Project>& id) {
    return service::decide_test(asking.service, asking.caller(), id, asking.part("test"),
                                {typed_in(asking, "decision"), typed_in(asking, "reason")},
                                asking.once());
  });
}

}  // namespace alongside::web
