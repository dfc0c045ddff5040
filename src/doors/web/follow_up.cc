// SPDX-License-Identifier: Apache-2.0
// Asked once between two weeks and half a year after a plan; nobody is told off for not answering.
#include "doors/web/follow_up.h"

#include "doors/web/page.h"
#include "doors/web/parts.h"
#include "doors/web/phrases.h"
#include "service/choose_next_step.h"

namespace alongside::web {

Text words_for(const Asking& asking, NextStep step) {
  switch (step) {
    case NextStep::keep:
      return asking.say("step.keep");
    case NextStep::replace:
      return asking.say("step.replace");
    case NextStep::easier:
      return asking.say("step.easier");
    case NextStep::finer_steps:
      return asking.say("step.finer_steps");
    case NextStep::change_actions:
      return asking.say("step.change_actions");
  }
  return Text({});
}

namespace {

using service::RecordView;

Html five_ways(const Asking& asking, const Aim& aim) {
  std::vector<Html> buttons;
  for (const NextStep step : next_steps)
    buttons.push_back(
        h::button(cls("btn line"), name("step"), value(code_of(step)), words_for(asking, step)));
  return h::section(cls("card"), h::h2(asking.say("step.title")),
                    h::p(cls("muted"), asking.say("step.why")),
                    post_form(asking, Url("/me/aims").part(aim.id.text()).then("/next-step"),
                              cls("stack-s gap-s"), buttons));
}

}  // namespace

Html follow_up_card(const Asking& asking, const RecordView& view, const Aim& aim) {
  const auto& ratings = view.ratings_of(aim);
  const FollowUpState state = follow_up_of(aim, view.agreements, ratings, asking.now());
  std::optional<ChosenStep> chosen;
  if (const auto found = view.steps.find(aim.number); found != view.steps.end())
    chosen = found->second;
  if (asks_for_next_step(state, ratings, chosen)) return five_ways(asking, aim);
  if (state.state == FollowUp::due)
    return h::section(
        cls("card"), h::h2(asking.say("step.due")), h::p(voice(aim.words())),
        h::p(cls("small muted"), asking.say("rating.only_you")),
        h::p(cls("gap-s"), h::a(cls("btn"), href(Url("/me/check-in").with("aim", aim.id.text())),
                                asking.say("step.say"))));
  if (chosen && chosen->chosen_at >= state.opens && state.state != FollowUp::none)
    return h::section(cls("card quiet"), h::p(asking.say("step.you_chose"), Text(" "),
                                              h::b(words_for(asking, chosen->step))));
  return {};
}

http::Response post_next_step(const Asking& asking) {
  const auto aim = Id<Aim>::parse(asking.part("aim"));
  if (!aim) return not_found(asking);
  const auto chosen = service::choose_next_step(asking.service, asking.caller(), *aim,
                                                asking.typed("step"), asking.once());
  if (!chosen) return not_found(asking);
  const Url here = Url("/me/aims").part(aim->text());
  const auto step = next_step_from(asking.typed("step"));
  // The form that goes with the choice comes next; the choice itself is kept.
  if (step == NextStep::replace) return http::Response::see_other("/me/aims/new");
  if (step == NextStep::easier || step == NextStep::finer_steps)
    return http::Response::see_other(Url(here).then("/levels").text());
  return http::Response::see_other(Url(here).with("kept", "1").text());
}

}  // namespace alongside::web
