// SPDX-License-Identifier: Apache-2.0
// Wishes and barriers.
#include "doors/web/together.h"

#include <algorithm>

#include "doors/web/page.h"
#include "doors/web/parts.h"
#include "doors/web/phrases.h"
#include "doors/web/plan_parts.h"
#include "doors/web/waiting.h"
#include "service/say_stuck.h"
#include "service/work_together.h"

namespace alongside::web {

Text words_for(const Asking& asking, Rhythm rhythm) {
  switch (rhythm) {
    case Rhythm::none:
      return asking.say("rhythm.none");
    case Rhythm::when_it_changes:
      return asking.say("rhythm.when_it_changes");
    case Rhythm::weekly:
      return asking.say("rhythm.weekly");
  }
  return Text({});
}

Text words_for(const Asking& asking, BarrierKind kind) {
  switch (kind) {
    case BarrierKind::time:
      return asking.say("barrier.time");
    case BarrierKind::money:
      return asking.say("barrier.money");
    case BarrierKind::travel:
      return asking.say("barrier.travel");
    case BarrierKind::body:
      return asking.say("barrier.body");
    case BarrierKind::worry:
      return asking.say("barrier.worry");
    case BarrierKind::unclear:
      return asking.say("barrier.unclear");
    case BarrierKind::others:
      return asking.say("barrier.others");
    case BarrierKind::care:
      return asking.say("barrier.care");
    case BarrierKind::other:
      return asking.say("barrier.other");
  }
  return Text({});
}

namespace {

using service::RecordView;

template <class All>
std::vector<Choice> choices_of(const Asking& asking, const All& all) {
  std::vector<Choice> choices;
  for (const auto one : all) choices.push_back({std::string(code_of(one)), words_for(asking, one)});
  return choices;
}

/// Which questions, as boxes: the level, each number, the work of care.
Html questions_to_choose(const FormState& state, const RecordView& view) {
  const Asking& asking = state.asking;
  const auto chosen = questions_to_ask(view.wishes.asks, view.numbers);
  std::vector<Html> boxes;
  const auto box = [&](const CheckInQuestion& question, const Text& words) {
    const std::string code = code_of(question);
    const std::string own_id = "asks-" + code;
    const bool ticked = std::ranges::find(chosen, question) != chosen.end();
    boxes.push_back(
        h::div(cls("check"),
               h::input(type("checkbox"), name("asks"), id(boxes.empty() ? "asks" : own_id),
                        value(code), Attribute("checked", ticked)),
               h::label(for_(boxes.empty() ? "asks" : own_id), words)));
  };
  box({CheckInAsks::level, 0}, asking.say("together.ask_level"));
  for (const AimNumber& number : view.numbers)
    if (number.asked)
      box({CheckInAsks::number, number.number}, Text(number.question.words.disclose()));
  box({CheckInAsks::care, 0}, asking.say("prepare.care"));
  return h::fieldset(cls("q"), h::legend(asking.say("together.asks")), fault_beside(state, "asks"),
                     boxes);
}

http::Response show_together(const FormState& state) {
  const Asking& asking = state.asking;
  const auto seen = service::read_record(asking.service, asking.caller(), RecordOf::own(),
                                         "how we work together");
  if (!seen) return not_found(asking);
  const RecordView& view = seen.value();
  const Wishes& wishes = view.wishes;
  const std::string write_down =
      wishes.write_down ? (*wishes.write_down ? "yes" : "no") : std::string();
  const std::string reach_by =
      wishes.reach_by ? std::string(code_of(*wishes.reach_by)) : std::string();
  const std::string rhythm = wishes.rhythm ? std::string(code_of(*wishes.rhythm)) : std::string();
  const Html said =
      asking.request.query.has("kept") ? saved_notice(asking.say("form.kept")) : Html();
  return page(
      asking, state.came_back() ? 422 : 200, asking.say("together.title"), Place::plan,
      h::div(
          cls("wrap narrow page"),
          post_form(asking, Url("/me/together"), cls("stack"), fault_summary(state), said,
                    h::div(h::h1(asking.say("together.title")),
                           h::p(cls("lead"), asking.say("together.lead"))),
                    h::div(cls("q"), tiles(state, "rhythm", asking.say("together.rhythm"),
                                           choices_of(asking, rhythms), rhythm)),
                    questions_to_choose(state, view),
                    h::div(cls("q"), tiles(state, "reach_by", asking.say("together.reach_by"),
                                           choices_of(asking, ways_to_reach), reach_by)),
                    h::div(cls("q"),
                           tiles(state, "write_down", asking.say("prepare.write_down"),
                                 {{"yes", asking.say("form.yes")}, {"no", asking.say("form.no")}},
                                 write_down),
                           h::p(cls("small muted"), asking.say("prepare.write_down_hint"))),
                    who_sees(asking, view),
                    h::p(h::button(cls("btn wide"), asking.say("form.save"))))));
}

/// The person's action of that key, among those that hold now.
const Action* action_of(const RecordView& view, std::string_view key) {
  for (const Agreement* agreement : view.current_agreements())
    for (const Action& action : agreement->actions)
      if (action.side == Side::person && action_key(*agreement, action) == key) return &action;
  return nullptr;
}

http::Response show_stuck(const FormState& state) {
  const Asking& asking = state.asking;
  const auto seen = service::read_record(asking.service, asking.caller(), RecordOf::own(), "stuck");
  if (!seen) return not_found(asking);
  const std::string key(asking.typed("action").empty() ? asking.request.query.value("action")
                                                       : asking.typed("action"));
  const Action* action = action_of(seen.value(), key);
  if (action == nullptr) return http::Response::see_other("/me/plan");
  return page(
      asking, state.came_back() ? 422 : 200, asking.say("barrier.title"), Place::plan,
      h::div(cls("wrap narrow page"),
             post_form(
                 asking, Url("/me/stuck"), cls("stack"), fault_summary(state),
                 h::h1(asking.say("barrier.title")),
                 h::p(Attribute("dir", std::string_view("auto")), Text(action->words.disclose())),
                 h::p(cls("lead"), asking.say("barrier.lead")),
                 h::input(type("hidden"), name("action"), value(key)),
                 h::div(cls("q"), tiles(state, "kind", asking.say("barrier.kind"),
                                        choices_of(asking, barrier_kinds), "")),
                 h::div(cls("q"),
                        area_field(state, {"words", "barrier.words", "barrier.words_hint"}, 2)),
                 who_sees(asking, seen.value()),
                 h::p(h::button(cls("btn wide"), asking.say("form.save"))))));
}

}  // namespace

Html barriers_card(const Asking& asking, const RecordView& view, BarrierReader reader) {
  std::vector<Html> items;
  for (const Barrier& barrier : view.barriers) {
    const std::string key =
        std::to_string(barrier.agreement) + "." + std::to_string(barrier.action);
    const Action* action = action_of(view, key);
    const std::string number = std::to_string(barrier.number);
    items.push_back(h::li(
        h::b(words_for(asking, barrier.kind)),
        action == nullptr ? Html() : together(h::br(), h::span(Text(action->words.disclose()))),
        barrier.words.disclose().empty() ? Html()
                                         : together(h::br(), voice(barrier.words.disclose())),
        h::br(),
        h::span(cls("small muted"),
                Text(day_words(asking, zone_of(view.site.zone), barrier.said_at))),
        reader == BarrierReader::person
            ? post_form(asking, Url("/me/barriers").part(number).then("/over"), cls("inline"),
                        h::button(cls("btn line small"), asking.say("barrier.over")))
            : Html()));
  }
  if (items.empty()) return {};
  return h::section(cls("card"),
                    h::h2(mark(Shape::person), Text(" "), asking.say("barrier.stands")),
                    h::ul(cls("looks"), items));
}

http::Response together_page(const Asking& asking) { return show_together({asking, {}}); }

http::Response post_together(const Asking& asking) {
  std::vector<std::string> asks;
  for (const std::string_view code : asking.request.form.values("asks")) asks.emplace_back(code);
  const auto kept = service::set_wishes(
      asking.service, asking.caller(),
      {std::string(asking.typed("write_down")), std::string(asking.typed("reach_by")),
       std::string(asking.typed("rhythm")), asks},
      asking.once());
  if (!kept) return show_together({asking, kept.refusal().faults()});
  return http::Response::see_other(Url("/me/together").with("kept", "1").text());
}

http::Response stuck_page(const Asking& asking) { return show_stuck({asking, {}}); }

http::Response post_stuck(const Asking& asking) {
  const auto said = service::say_stuck(
      asking.service, asking.caller(), asking.typed("action"),
      {std::string(asking.typed("kind")), std::string(asking.typed("words"))}, asking.once());
  if (!said) return show_stuck({asking, said.refusal().faults()});
  return http::Response::see_other(Url("/me/plan").with("kept", "1").text());
}

http::Response post_no_longer_stuck(const Asking& asking) {
  const auto over = service::no_longer_stuck(asking.service, asking.caller(),
                                             asking.part("barrier"), asking.once());
  if (!over) return not_found(asking);
  return http::Response::see_other(Url("/me/plan").with("kept", "1").text());
}

}  // namespace alongside::web
