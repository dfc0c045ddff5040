// SPDX-License-Identifier: Apache-2.0
// Checking in, and what comes after it.
#include "doors/web/check_in.h"

#include <algorithm>
#include <charconv>

#include "doors/web/follow_up.h"
#include "doors/web/own_trial.h"
#include "doors/web/page.h"
#include "doors/web/parts.h"
#include "doors/web/phrases.h"
#include "doors/web/plan_parts.h"
#include "doors/web/prepared.h"
#include "service/contribute.h"
#include "service/read_record.h"

namespace alongside::web {
namespace {

using service::RecordView;

Outcome<RecordView> own_record(const Asking& asking, std::string_view what) {
  return service::read_record(asking.service, asking.caller(), RecordOf::own(), what);
}

/// The aim that is asked about: the one in ?aim=, or the first with levels.
const Aim* aim_to_ask(const Asking& asking, const RecordView& view) {
  const std::string_view wanted =
      asking.typed("aim").empty() ? asking.request.query.value("aim") : asking.typed("aim");
  const Aim* first = nullptr;
  for (const Aim* aim : view.held_aims()) {
    if (!aim->scale) continue;
    if (aim->id.text() == wanted) return aim;
    if (first == nullptr) first = aim;
  }
  return first;
}

Html parts_to_tick(const FormState& state, const RecordView& view) {
  const Asking& asking = state.asking;
  std::vector<Html> boxes;
  for (const Agreement* agreement : view.current_agreements())
    for (const Action& action : agreement->actions)
      if (action.side == Side::person)
        boxes.push_back(check_box(state, "done", action_key(*agreement, action),
                                  Text(action.words.disclose())));
  if (boxes.empty()) return {};
  return h::fieldset(cls("q"), h::legend(asking.say("check_in.your_part")), h::div(boxes));
}

Html other_aims(const Asking& asking, const RecordView& view, const Aim* asked) {
  std::vector<Html> links;
  for (const Aim* aim : view.held_aims())
    if (aim != asked && aim->scale)
      links.push_back(
          h::li(h::a(href(Url("/me/check-in").with("aim", aim->id.text())), voice(aim->words()))));
  if (links.empty()) return {};
  return h::details(cls("data"), h::summary(asking.say("check_in.another_aim")),
                    h::ul(cls("looks"), links));
}

Html lines_before(const Asking& asking, const RecordView& view) {
  std::vector<Html> items;
  for (const auto& entry : view.check_ins)
    items.push_back(
        h::li(voice(entry.line.disclose()), h::br(),
              h::span(cls("small muted"),
                      Text(day_words(asking, zone_of(view.site.zone), entry.made_at)))));
  if (items.empty()) return {};
  return h::details(cls("data"), h::summary(asking.say("check_in.before")),
                    h::ul(cls("looks"), items));
}

Html level_question(const FormState& state, const RecordView& view, const Aim* aim) {
  const Asking& asking = state.asking;
  if (aim == nullptr)
    return view.held_aims().empty() ? h::p(asking.say("check_in.nothing_to_ask"))
                                    : h::p(asking.say("check_in.levels_first"));
  return h::div(cls("q"), h::p(cls("quote berry"), voice(aim->words())),
                h::input(type("hidden"), name("aim"), value(aim->id.text())),
                level_tiles(state, *aim, asking.say("check_in.where_now"), true));
}

Html number_question(const FormState& state, const RecordView& view, std::int64_t number) {
  for (const AimNumber& known : view.numbers)
    if (known.number == number)
      return h::div(cls("q"),
                    number_scale(state, "number_" + std::to_string(number), known.question, ""));
  return {};
}

Html care_question(const FormState& state) {
  std::vector<Choice> choices;
  for (std::int64_t i = 0; i <= burden_max; ++i)
    choices.push_back({std::to_string(i), burden_words(state.asking, i)});
  return h::div(cls("q"), tiles(state, "care", state.asking.say("prepare.care"), choices, ""));
}

Html questions_part(const FormState& state, const RecordView& view, const Aim* aim) {
  std::vector<Html> parts;
  auto questions = questions_to_ask(view.wishes.asks, view.numbers);
  // Whoever comes from one of their aims is asked about it.
  const CheckInQuestion level{CheckInAsks::level, 0};
  const bool about_one =
      state.asking.request.query.has("aim") || !state.asking.typed("aim").empty();
  if (about_one && std::ranges::find(questions, level) == questions.end())
    questions.insert(questions.begin(), level);
  // A trial under way asks its number each day that counts.
  const CheckInQuestion trial{CheckInAsks::number, trial_number(state.asking, view)};
  if (trial.number != 0 && std::ranges::find(questions, trial) == questions.end())
    questions.insert(questions.begin(), trial);
  for (const CheckInQuestion& question : questions) {
    if (question.asks == CheckInAsks::level) parts.push_back(level_question(state, view, aim));
    if (question.asks == CheckInAsks::number)
      parts.push_back(number_question(state, view, question.number));
    if (question.asks == CheckInAsks::care) parts.push_back(care_question(state));
  }
  return together(h::div(cls("stack"), parts));
}

http::Response show_check_in(const FormState& state) {
  const Asking& asking = state.asking;
  const auto seen = own_record(asking, "check-in");
  if (!seen) return not_found(asking);
  const RecordView& view = seen.value();
  const Aim* aim = aim_to_ask(asking, view);
  const Zone zone = zone_of(view.site.zone);
  return page(
      asking, state.came_back() ? 422 : 200, asking.say("check_in.title"), Place::checking_in,
      h::div(cls("wrap narrow page"),
             post_form(asking, Url("/me/check-in"), cls("stack"),
                       Attribute("data-offline", asking.say("check_in.works_offline").words()),
                       Attribute("data-safe", asking.say("check_in.safe_here").words()),
                       fault_summary(state),
                       h::div(h::h1(asking.say("check_in.title")),
                              h::p(cls("muted lead"),
                                   asking.say("check_in.skip",
                                              {{"day", day_words(asking, zone, asking.now())}}))),
                       trial_today(asking, view), questions_part(state, view, aim),
                       parts_to_tick(state, view),
                       h::div(cls("q"),
                              area_field(state,
                                         {"line", "check_in.line_label", "check_in.line_hint"}, 2)),
                       who_sees(asking, view),
                       h::div(cls("savebar"), h::button(cls("btn wide"), asking.say("form.save")))),
             other_aims(asking, view, aim), lines_before(asking, view),
             h::p(h::a(href(Url("/me/together")), asking.say("together.change_questions"))),
             h::p(h::a(href(Url("/me/questions")), asking.say("instrument.questions")))));
}

service::CheckInDraft draft_from(const Asking& asking) {
  service::CheckInDraft draft;
  draft.aim = asking.typed("aim");
  draft.level = asking.typed("level");
  for (const std::string_view key : asking.request.form.values("done"))
    draft.done.emplace_back(key);
  draft.line = asking.typed("line");
  draft.care = asking.typed("care");
  draft.said = asking.typed("said");
  constexpr std::string_view begin = "number_";
  for (const auto& [field, value] : asking.request.form.pairs()) {
    if (!field.starts_with(begin) || value.empty()) continue;
    std::int64_t number = 0;
    std::from_chars(field.data() + begin.size(), field.data() + field.size(), number);
    draft.numbers.emplace_back(number, value);
  }
  return draft;
}

}  // namespace

http::Response check_in_page(const Asking& asking) { return show_check_in({asking, {}}); }

http::Response post_check_in(const Asking& asking) {
  const auto outcome =
      service::check_in(asking.service, asking.caller(), draft_from(asking), asking.once());
  if (!outcome) return show_check_in({asking, outcome.refusal().faults()});
  Url to("/me/check-in/saved");
  if (!outcome.value().empty()) to.with("aim", outcome.value());
  return http::Response::see_other(to.text());
}

http::Response service_worker(const Asking&) {
  std::string script = "const kept = [";
  for (const std::string_view file : {"alongside.js", "commissioner-ui.woff2"})
    script += "'" + asset(file).text() + "',";
  script += "];\nconst version = '" + assets_fingerprint() + "';\n";
  for (const EmbeddedFile& file : assets())
    if (file.name == "worker.js") script += bare_script(file.bytes);
  http::Response response{200, {}, std::move(script)};
  response.with("Content-Type", "text/javascript; charset=utf-8");
  return response.with("Cache-Control", "no-cache");
}

http::Response check_in_saved_page(const Asking& asking) {
  const auto seen = own_record(asking, "check-in saved");
  if (!seen) return not_found(asking);
  const Aim* aim = aim_to_ask(asking, seen.value());
  const bool about_aim = aim != nullptr && asking.request.query.value("aim") == aim->id.text();
  const Html words = about_aim ? h::p(cls("voice quote gap-s"),
                                      asking.say("app.quoted", {{"words", aim->words()}}))
                               : Html();
  Html card;
  if (about_aim)
    card = h::div(
        cls("lift card"), h::h2(asking.say("check_in.where_you_are")),
        ratings_beside(asking, seen.value(), *aim),
        h::p(cls("small muted gap-s"), asking.say("rating.only_you")),
        h::p(cls("gap"), h::a(cls("btn line small"), href(Url("/me/aims").part(aim->id.text())),
                              asking.say("check_in.see_aim"))));
  return page(
      asking, 200, asking.say("check_in.saved_title"), Place::check_in,
      together(
          h::section(cls("hero"), raw_strands(),
                     h::div(cls("wrap narrow"),
                            h::h1(asking.say("check_in.thank_you",
                                             {{"name", seen.value().person.name.disclose()}})),
                            words)),
          h::div(cls("wrap narrow stack-l page"), card,
                 about_aim ? follow_up_card(asking, seen.value(), *aim) : Html(),
                 h::div(cls("card"), h::h2(asking.say("check_in.what_for")),
                        h::ul(cls("stack-s gap-s"), h::li(asking.say("check_in.for_visit")),
                              h::li(asking.say("check_in.for_team")))),
                 h::p(cls("row"), h::a(cls("btn"), href(Url("/me")), asking.say("check_in.done")),
                      h::a(cls("btn line"), href(Url("/me/check-in")),
                           asking.say("check_in.again"))))));
}

}  // namespace alongside::web
