// SPDX-License-Identifier: Apache-2.0
// Checking in, the plan, a person's life around it, and who looked.
#include "doors/web/my_plan.h"

#include <algorithm>

#include "doors/web/page.h"
#include "doors/web/parts.h"
#include "doors/web/phrases.h"
#include "doors/web/plan_parts.h"
#include "foundation/words/phrase.h"
#include "service/contribute.h"
#include "service/describe_life.h"
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

Html who_sees(const Asking& asking, const RecordView& view) {
  std::string names;
  for (const Professional& professional : view.care_team)
    names += (names.empty() ? "" : ", ") + professional.name;
  return h::p(cls("small muted"),
              names.empty() ? asking.say("check_in.nobody_sees")
                            : asking.say("check_in.who_sees", {{"names", names}}),
              Text(" "), asking.say("check_in.nobody_watching"));
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

http::Response show_check_in(const FormState& state) {
  const Asking& asking = state.asking;
  const auto seen = own_record(asking, "check-in");
  if (!seen) return not_found(asking);
  const RecordView& view = seen.value();
  const Aim* aim = aim_to_ask(asking, view);
  const Zone zone = zone_of(view.site.zone);
  const Html question =
      aim == nullptr ? h::p(asking.say("check_in.nothing_to_ask"))
                     : h::div(cls("q"), h::p(cls("quote berry"), voice(aim->words())),
                              h::input(type("hidden"), name("aim"), value(aim->id.text())),
                              level_tiles(state, *aim, asking.say("check_in.where_now"), true));
  return page(
      asking, state.came_back() ? 422 : 200, asking.say("check_in.title"), Place::checking_in,
      h::div(cls("wrap narrow page"),
             post_form(asking, Url("/me/check-in"), cls("stack"), fault_summary(state),
                       h::div(h::h1(asking.say("check_in.title")),
                              h::p(cls("muted lead"),
                                   asking.say("check_in.skip",
                                              {{"day", day_words(asking, zone, asking.now())}}))),
                       question, parts_to_tick(state, view),
                       h::div(cls("q"),
                              area_field(state,
                                         {"line", "check_in.line_label", "check_in.line_hint"}, 2)),
                       who_sees(asking, view),
                       h::div(cls("savebar"), h::button(cls("btn wide"), asking.say("form.save")))),
             other_aims(asking, view, aim), lines_before(asking, view)));
}

http::Response show_life(const FormState& state) {
  const Asking& asking = state.asking;
  const auto seen = own_record(asking, "my life");
  if (!seen) return not_found(asking);
  const auto& before = seen.value().circumstances;
  const std::string minutes =
      before && before->to_spare ? std::to_string(before->to_spare->value) : std::string();
  return page(
      asking, state.came_back() ? 422 : 200, asking.say("life.title"), Place::plan,
      h::div(
          cls("wrap narrow page"),
          post_form(
              asking, Url("/me/life"), cls("stack"), fault_summary(state),
              h::h1(asking.say("life.title")), h::p(cls("lead"), asking.say("life.lead")),
              h::div(cls("q"),
                     text_field(
                         state,
                         {"minutes_to_spare", "life.minutes_label", "life.minutes_hint", "number"},
                         minutes),
                     area_field(state,
                                {"commitments", "life.commitments_label", "life.commitments_hint"},
                                3, before ? before->commitments.disclose() : ""),
                     area_field(state, {"strengths", "life.strengths_label", "life.strengths_hint"},
                                3, before ? before->strengths.disclose() : ""),
                     area_field(state, {"helpers", "life.helpers_label", "life.helpers_hint"}, 3,
                                before ? before->helpers.disclose() : "")),
              who_sees(asking, seen.value()),
              h::p(h::button(cls("btn wide"), asking.say("form.save"))))));
}

Html life_card(const Asking& asking, const RecordView& view) {
  const auto& life = view.circumstances;
  const Html link = h::p(cls("gap"), h::a(cls("btn line small"), href(Url("/me/life")),
                                          asking.say(life ? "life.change" : "life.say")));
  if (!life)
    return h::section(cls("card"), h::h2(asking.say("life.title")),
                      h::p(cls("gap-s"), asking.say("life.none_yet")), link);
  std::vector<Html> facts;
  if (life->to_spare)
    facts.push_back(h::p(asking.say_count("life.minutes", life->to_spare->value)));
  for (const auto* words : {&life->commitments, &life->strengths, &life->helpers})
    if (!words->disclose().empty())
      facts.push_back(h::p(Attribute("dir", std::string_view("auto")), Text(words->disclose())));
  return h::section(cls("card"), h::h2(asking.say("life.title")),
                    h::div(cls("stack-s gap-s"), facts), link);
}

Html last_visit_card(const Asking& asking, const RecordView& view) {
  if (!view.last_visit) return {};
  const Zone zone = zone_of(view.site.zone);
  const Html next =
      view.planned
          ? h::p(asking.say("sheet.next", {{"day", due_words(asking, zone, view.planned->day)},
                                           {"name", view.planned->professional}}))
          : Html();
  return h::section(cls("card"), h::h2(asking.say("sheet.last")),
                    h::p(cls("gap-s"), Text(day_words(asking, zone, *view.last_visit))), next,
                    h::p(cls("gap-s"), h::a(cls("btn line small"), href(Url("/me/sheet")),
                                            asking.say("sheet.see"))));
}

Html agreements_card(const Asking& asking, const RecordView& view) {
  const auto current = view.current_agreements();
  std::vector<Html> now;
  std::vector<Html> earlier;
  for (const Agreement& agreement : view.agreements) {
    const bool holds = std::ranges::find(current, &agreement) != current.end();
    (holds ? now : earlier).push_back(h::li(agreement_facts(asking, view, agreement)));
  }
  Html before;
  if (!earlier.empty())
    before = h::details(cls("data"), h::summary(asking.say("plan.earlier")),
                        h::ol(cls("looks"), earlier));
  if (now.empty()) return before;
  return h::section(cls("card"), h::h2(asking.say("plan.what_for")), h::ol(cls("looks"), now),
                    before);
}

}  // namespace

http::Response check_in_page(const Asking& asking) { return show_check_in({asking, {}}); }

http::Response post_check_in(const Asking& asking) {
  std::vector<std::string> done;
  for (const std::string_view key : asking.request.form.values("done")) done.emplace_back(key);
  const auto outcome =
      service::check_in(asking.service, asking.caller(),
                        {std::string(asking.typed("aim")), std::string(asking.typed("level")), done,
                         std::string(asking.typed("line"))},
                        asking.once());
  if (!outcome) return show_check_in({asking, outcome.refusal().faults()});
  Url to("/me/check-in/saved");
  if (!outcome.value().empty()) to.with("aim", outcome.value());
  return http::Response::see_other(to.text());
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
                 h::div(cls("card"), h::h2(asking.say("check_in.what_for")),
                        h::ul(cls("stack-s gap-s"), h::li(asking.say("check_in.for_visit")),
                              h::li(asking.say("check_in.for_team")))),
                 h::p(cls("row"), h::a(cls("btn"), href(Url("/me")), asking.say("check_in.done")),
                      h::a(cls("btn line"), href(Url("/me/check-in")),
                           asking.say("check_in.again"))))));
}

http::Response plan_page(const Asking& asking) {
  const auto seen = own_record(asking, "plan");
  if (!seen) return not_found(asking);
  const RecordView& view = seen.value();
  const Html said =
      asking.request.query.has("kept") ? saved_notice(asking.say("form.kept")) : Html();
  return page(
      asking, 200, asking.say("plan.title"), Place::plan,
      h::div(cls("wrap page stack-l"), said, h::h1(asking.say("plan.title")),
             h::div(cls("pair"), h::div(cls("card"), plan_lanes(asking, view, PlanReader::person)),
                    h::div(cls("stack gap-s"), agreements_card(asking, view),
                           last_visit_card(asking, view), life_card(asking, view)))));
}

http::Response life_page(const Asking& asking) { return show_life({asking, {}}); }

http::Response post_life(const Asking& asking) {
  const auto outcome = service::describe_life(
      asking.service, asking.caller(),
      {std::string(asking.typed("minutes_to_spare")), std::string(asking.typed("commitments")),
       std::string(asking.typed("helpers")), std::string(asking.typed("strengths"))},
      asking.once());
  if (!outcome) return show_life({asking, outcome.refusal().faults()});
  return http::Response::see_other(Url("/me/plan").with("kept", "1").text());
}

}  // namespace alongside::web
