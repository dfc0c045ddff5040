// SPDX-License-Identifier: Apache-2.0
// Stating, describing, restating and letting go of an aim.
#include "doors/web/my_aims.h"

#include "doors/web/follow_up.h"
#include "doors/web/numbers.h"
#include "doors/web/page.h"
#include "doors/web/parts.h"
#include "doors/web/phrases.h"
#include "doors/web/plan_parts.h"
#include "service/judge_attainment.h"
#include "service/read_record.h"
#include "service/state_aim.h"
#include "service/understand_aim.h"

namespace alongside::web {
namespace {

using service::RecordView;

Url aim_url(std::string_view id) { return Url("/me/aims").part(id); }

std::vector<Choice> horizon_choices(const Asking& asking) {
  std::vector<Choice> choices;
  for (const Horizon horizon : horizons)
    choices.push_back({std::string(code_of(horizon)), words_for(asking, horizon)});
  return choices;
}

std::vector<Choice> situation_choices(const Asking& asking) {
  std::vector<Choice> choices;
  for (const Situation situation : situations)
    choices.push_back({std::string(code_of(situation)), words_for(asking, situation)});
  return choices;
}

std::vector<Choice> zero_to_ten() {
  std::vector<Choice> choices;
  for (int i = 0; i <= 10; ++i) choices.push_back({std::to_string(i), Text(std::to_string(i))});
  return choices;
}

std::string text_of(const std::optional<std::int64_t>& number) {
  return number ? std::to_string(*number) : std::string();
}

/// The fields of an aim, empty or as the person stated it before.
Html statement_fields(const FormState& state, const AimStatement* before) {
  const Asking& asking = state.asking;
  const std::string words = before != nullptr ? before->words.disclose() : std::string();
  const std::string_view horizon =
      before != nullptr && before->horizon ? code_of(*before->horizon) : std::string_view();
  const std::string_view situation =
      before != nullptr && before->situation ? code_of(*before->situation) : std::string_view();
  return together(
      area_field(state, {"words", "aim.words_label", "aim.words_hint"}, 3, words),
      h::div(cls("gap"), tiles(state, "horizon", asking.say("aim.horizon_label"),
                               horizon_choices(asking), horizon)),
      h::details(
          cls("data gap"), Attribute("open", state.came_back() || before != nullptr),
          h::summary(asking.say("aim.more")), h::p(cls("small muted"), asking.say("aim.more_why")),
          select_field(state, {"situation", "aim.situation_label", ""}, situation_choices(asking),
                       situation),
          select_field(state, {"importance", "aim.importance_label", "aim.importance_hint"},
                       zero_to_ten(), before != nullptr ? text_of(before->importance) : ""),
          select_field(state, {"confidence", "aim.confidence_label", "aim.confidence_hint"},
                       zero_to_ten(), before != nullptr ? text_of(before->confidence) : "")));
}

AimDraft draft_from(const Asking& asking) {
  return {std::string(asking.typed("words")), std::string(asking.typed("horizon")),
          std::string(asking.typed("situation")), std::string(asking.typed("importance")),
          std::string(asking.typed("confidence"))};
}

http::Response show_new_aim(const FormState& state) {
  const Asking& asking = state.asking;
  return page(asking, state.came_back() ? 422 : 200, asking.say("aim.new_title"), Place::my_aims,
              h::div(cls("wrap narrow page"),
                     post_form(asking, Url("/me/aims/new"), cls("stack"), fault_summary(state),
                               h::h1(asking.say("aim.new_title")),
                               h::p(cls("lead"), asking.say("aim.new_lead")),
                               h::div(cls("q"), statement_fields(state, nullptr)),
                               h::p(cls("small muted"), asking.say("aim.who_sees")),
                               h::p(h::button(cls("btn wide"), asking.say("aim.keep"))))));
}

/// The caller's own record and one of their aims, or the page that says there is none.
template <class Show>
http::Response with_own_aim(const Asking& asking, Show show) {
  const auto id = Id<Aim>::parse(asking.part("aim"));
  if (!id) return not_found(asking);
  const auto view =
      service::read_record(asking.service, asking.caller(), RecordOf::own(), "own aim");
  if (!view) return not_found(asking);
  const Aim* aim = view.value().aim(*id);
  if (aim == nullptr) return not_found(asking);
  return show(view.value(), *aim);
}

http::Response show_restate(const FormState& state) {
  return with_own_aim(state.asking, [&](const RecordView&, const Aim& aim) {
    const Asking& asking = state.asking;
    return page(asking, state.came_back() ? 422 : 200, asking.say("aim.restate_title"),
                Place::my_aims,
                h::div(cls("wrap narrow page"),
                       post_form(asking, aim_url(aim.id.text()).then("/restate"), cls("stack"),
                                 fault_summary(state), h::h1(asking.say("aim.restate_title")),
                                 h::p(cls("lead"), asking.say("aim.restate_lead")),
                                 h::div(cls("q"), statement_fields(state, &aim.statement())),
                                 h::p(h::button(cls("btn wide"), asking.say("aim.restate"))))));
  });
}

http::Response show_levels(const FormState& state) {
  return with_own_aim(state.asking, [&](const RecordView&, const Aim& aim) {
    const Asking& asking = state.asking;
    const auto before = [&](Level level) {
      return aim.scale ? aim.scale->words(level) : std::string();
    };
    const auto level_area = [&](Level level, std::string_view key, std::string_view hint) {
      return area_field(state, {level_field(level), key, hint}, 2, before(level));
    };
    const auto all = levels_from_the_top();
    const bool lowest = baseline_of(aim) == Baseline::lowest;
    return page(
        asking, state.came_back() ? 422 : 200, asking.say("levels.title"), Place::my_aims,
        h::div(
            cls("wrap narrow page"),
            post_form(
                asking, aim_url(aim.id.text()).then("/levels"), cls("stack"), fault_summary(state),
                h::h1(asking.say("levels.title")), h::p(cls("quote berry"), voice(aim.words())),
                h::p(asking.say("levels.lead")),
                h::div(
                    cls("q"),
                    area_field(state, {level_field(all[3]), "levels.now_label", "levels.now_hint"},
                               2, before(level_of(baseline_of(aim)))),
                    level_area(all[2], "levels.attained_label", "levels.attained_hint")),
                h::details(
                    cls("data"),
                    Attribute("open", state.came_back() || (aim.scale && !before(all[1]).empty())),
                    h::summary(asking.say("levels.more")),
                    level_area(all[1], "levels.better_label", ""),
                    level_area(all[0], "levels.much_better_label", ""),
                    area_field(state, {level_field(all[4]), "levels.worse_label", ""}, 2,
                               lowest ? std::string() : before(all[4])),
                    h::div(cls("check"),
                           h::input(type("checkbox"), name("lowest"), id("lowest"), value("yes"),
                                    Attribute("checked", state.came_back()
                                                             ? asking.typed("lowest") == "yes"
                                                             : lowest)),
                           h::label(for_("lowest"), asking.say("levels.lowest")))),
                h::p(cls("small muted"), asking.say("levels.why")),
                h::p(h::button(cls("btn wide"), asking.say("levels.keep"))))));
  });
}

Html read_back_card(const FormState& state, const Aim& aim) {
  const Asking& asking = state.asking;
  const ReadBack* back = aim.latest_read_back();
  if (back == nullptr)
    return h::section(cls("card"), h::h2(asking.say("read_back.title")),
                      h::p(cls("gap-s"), asking.say("read_back.none_yet")));
  const Html words =
      together(h::p(cls("gap-s"), asking.say("read_back.how", {{"name", back->professional}})),
               h::p(cls("done gap-s"), Attribute("dir", std::string_view("auto")),
                    Text(back->as_understood.disclose())));
  if (back->answer != Understood::not_answered) {
    const Html added = back->correction.disclose().empty()
                           ? Html()
                           : h::p(cls("gap-s"), voice(back->correction.disclose()));
    return h::section(
        cls("card"), h::h2(asking.say("read_back.title")), words,
        h::p(cls("gap-s"), mark(Shape::person), Text(" "),
             asking.say(back->answer == Understood::yes ? "read_back.you_said_yes"
                                                        : "read_back.you_said_not_quite")),
        added);
  }
  return h::section(
      cls("card"), h::h2(asking.say("read_back.title")), words,
      post_form(asking, aim_url(aim.id.text()).then("/answer"), cls("stack gap"),
                h::input(type("hidden"), name("number"), value(std::to_string(back->number))),
                tiles(state, "understood", asking.say("read_back.is_it_right"),
                      {{"yes", asking.say("read_back.yes")},
                       {"not_quite", asking.say("read_back.not_quite")}},
                      ""),
                area_field(state, {"correction", "read_back.add_label", "read_back.add_hint"}, 2),
                h::p(h::button(cls("btn"), asking.say("read_back.answer")))));
}

Html rating_card(const FormState& state, const RecordView& view, const Aim& aim) {
  const Asking& asking = state.asking;
  if (!aim.scale)
    return h::section(
        cls("card"), h::h2(asking.say("rating.title")),
        h::p(cls("gap-s"), asking.say("rating.levels_first")),
        h::p(cls("gap"), h::a(cls("btn"), href(aim_url(aim.id.text()).then("/levels")),
                              asking.say("rating.say_levels"))));
  const Html form = aim.state == AimState::let_go
                        ? Html()
                        : post_form(asking, aim_url(aim.id.text()).then("/rate"), cls("stack gap"),
                                    level_tiles(state, aim, asking.say("rating.where_now"), true),
                                    h::p(h::button(cls("btn"), asking.say("rating.keep"))));
  return h::section(cls("card"), h::h2(asking.say("rating.title")),
                    h::p(cls("small muted"), asking.say("rating.only_you")),
                    ratings_beside(asking, view, aim), form,
                    h::p(cls("gap-s"), h::a(href(aim_url(aim.id.text()).then("/levels")),
                                            asking.say("rating.change_levels"))));
}

Html versions_card(const Asking& asking, const RecordView& view, const Aim& aim) {
  if (!aim.restated()) return {};
  std::vector<Html> items;
  for (const AimVersion& version : aim.versions)
    items.push_back(
        h::li(voice(version.statement.words.disclose()), h::br(),
              h::span(cls("small muted"),
                      Text(day_words(asking, zone_of(view.site.zone), version.stated_at)))));
  return h::section(cls("card quiet"), h::h2(asking.say("aim.your_words_over_time")),
                    h::ol(cls("looks"), items));
}

Html aim_facts(const Asking& asking, const Aim& aim) {
  const AimStatement& statement = aim.statement();
  std::vector<Html> facts{h::p(words_for(asking, statement.horizon))};
  if (statement.situation) facts.push_back(h::p(words_for(asking, *statement.situation)));
  if (statement.importance)
    facts.push_back(h::p(asking.say("aim.importance_is", {{"n", text_of(statement.importance)}})));
  if (statement.confidence)
    facts.push_back(h::p(asking.say("aim.confidence_is", {{"n", text_of(statement.confidence)}})));
  return h::div(cls("stack-s"), facts);
}

Html aim_buttons(const Asking& asking, const Aim& aim) {
  if (aim.state == AimState::let_go)
    return post_form(asking, aim_url(aim.id.text()).then("/take-up"),
                     h::button(cls("btn"), asking.say("aim.take_up")));
  return h::div(cls("row"),
                h::a(cls("btn line small"), href(aim_url(aim.id.text()).then("/restate")),
                     asking.say("aim.say_anew")),
                post_form(asking, aim_url(aim.id.text()).then("/let-go"),
                          h::button(cls("btn line small"), asking.say("aim.let_go"))));
}

http::Response show_aim(const FormState& state) {
  return with_own_aim(state.asking, [&](const RecordView& view, const Aim& aim) {
    const Asking& asking = state.asking;
    const Html said =
        asking.request.query.has("kept") ? saved_notice(asking.say("form.kept")) : Html();
    return page(
        asking, state.came_back() ? 422 : 200, asking.say("aim.title"), Place::my_aims,
        h::div(cls("wrap page stack-l"), fault_summary(state), said,
               h::div(h::p(cls("eyebrow"),
                           asking.say(aim.state == AimState::held ? "aim.eyebrow"
                                                                  : "aim.eyebrow_let_go")),
                      h::h1(cls("voice"), Attribute("dir", std::string_view("auto")),
                            asking.say("app.quoted", {{"words", aim.words()}}))),
               h::div(cls("pair"),
                      h::div(cls("stack"), follow_up_card(asking, view, aim),
                             rating_card(state, view, aim), read_back_card(state, aim)),
                      h::div(cls("stack gap-s"),
                             h::section(cls("card"), h::h2(asking.say("aim.about")),
                                        aim_facts(asking, aim),
                                        h::div(cls("gap"), aim_buttons(asking, aim))),
                             numbers_card(asking, view, aim), versions_card(asking, view, aim)))));
  });
}

/// After an act: to `to` when it was done, the form again when it was refused.
template <class Again>
http::Response answered(const Asking& asking, const Outcome<std::string>& outcome, const Url& to,
                        Again again) {
  if (outcome) return http::Response::see_other(to.text());
  if (is_not_found(outcome.refusal())) return not_found(asking);
  return again(FormState{asking, outcome.refusal().faults()});
}

template <class Act>
http::Response act_on_aim(const Asking& asking, Act act,
                          http::Response (*again)(const FormState&)) {
  const auto aim = Id<Aim>::parse(asking.part("aim"));
  if (!aim) return not_found(asking);
  return answered(asking, act(*aim), aim_url(aim->text()).with("kept", "1"), again);
}

}  // namespace

http::Response new_aim_page(const Asking& asking) { return show_new_aim({asking, {}}); }
http::Response aim_page(const Asking& asking) { return show_aim({asking, {}}); }
http::Response restate_page(const Asking& asking) { return show_restate({asking, {}}); }
http::Response levels_page(const Asking& asking) { return show_levels({asking, {}}); }

http::Response post_new_aim(const Asking& asking) {
  const auto outcome =
      service::state_aim(asking.service, asking.caller(), draft_from(asking), asking.once());
  const Url next = outcome ? aim_url(outcome.value()).then("/levels") : Url("/me");
  return answered(asking, outcome, next, show_new_aim);
}

http::Response post_restate(const Asking& asking) {
  return act_on_aim(
      asking,
      [&](const Id<Aim>& aim) {
        return service::restate_aim(asking.service, asking.caller(), aim, draft_from(asking),
                                    asking.once());
      },
      show_restate);
}

http::Response post_levels(const Asking& asking) {
  LevelWords words;
  for (const Level level : levels_from_the_top())
    words[static_cast<std::size_t>(level.number() + 2)] =
        std::string(asking.typed(level_field(level)));
  const bool lowest = asking.typed("lowest") == "yes";
  if (lowest && !words[0].empty())
    return show_levels({asking, {{"levels.worse_than_lowest", level_field(Level::lowest())}}});
  if (lowest) std::swap(words[0], words[1]);
  return act_on_aim(
      asking,
      [&](const Id<Aim>& aim) {
        return service::say_levels(asking.service, asking.caller(), aim, words, asking.once(),
                                   lowest ? Baseline::lowest : Baseline::below_attained);
      },
      show_levels);
}

http::Response post_move(const Asking& asking) {
  const auto aim = Id<Aim>::parse(asking.part("aim"));
  if (!aim) return not_found(asking);
  const Towards towards = asking.typed("towards") == "first" ? Towards::first : Towards::last;
  return answered(asking,
                  service::move_aim(asking.service, asking.caller(), *aim, towards, asking.once()),
                  Url("/me"), show_aim);
}

http::Response post_let_go(const Asking& asking) {
  return act_on_aim(
      asking,
      [&](const Id<Aim>& aim) {
        return service::let_go_of_aim(asking.service, asking.caller(), aim, asking.once());
      },
      show_aim);
}

http::Response post_take_up(const Asking& asking) {
  return act_on_aim(
      asking,
      [&](const Id<Aim>& aim) {
        return service::take_up_aim(asking.service, asking.caller(), aim, asking.once());
      },
      show_aim);
}

http::Response post_answer(const Asking& asking) {
  return act_on_aim(
      asking,
      [&](const Id<Aim>& aim) {
        return service::answer_read_back(
            asking.service, asking.caller(), aim,
            {std::string(asking.typed("number")), std::string(asking.typed("understood")),
             std::string(asking.typed("correction"))},
            asking.once());
      },
      show_aim);
}

http::Response post_own_rating(const Asking& asking) {
  return act_on_aim(
      asking,
      [&](const Id<Aim>& aim) {
        return service::judge_attainment(asking.service, asking.caller(), RecordOf::own(), aim,
                                         asking.typed("level"), asking.once());
      },
      show_aim);
}

}  // namespace alongside::web
