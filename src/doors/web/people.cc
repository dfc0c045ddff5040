// SPDX-License-Identifier: Apache-2.0
// The list of people, and one screen for both in the visit.
#include "doors/web/people.h"

#include <algorithm>
#include <cmath>

#include "doors/web/corrections.h"
#include "doors/web/instruments.h"
#include "doors/web/page.h"
#include "doors/web/parts.h"
#include "doors/web/phrases.h"
#include "doors/web/plan_parts.h"
#include "doors/web/prepared.h"
#include "doors/web/reserve.h"
#include "doors/web/together.h"
#include "doors/web/waiting.h"
#include "foundation/base/text.h"
#include "doors/web/what_could_help.h"
#include "service/contribute.h"
#include "service/hold_visit.h"
#include "service/judge_attainment.h"
#include "service/my_people.h"
#include "service/read_record.h"
#include "service/reserve_time.h"
#include "service/understand_aim.h"

namespace alongside::web {
namespace {

using service::RecordView;

Url person_url(std::string_view id) { return Url("/people").part(id); }

Html person_row(const Asking& asking, const Zone& zone, const service::PersonInList& entry) {
  const std::string& aim = entry.first_aim.disclose();
  const Html visit =
      entry.last_visit ? h::span(cls("small muted"),
                                 asking.say("people.last_visit",
                                            {{"day", day_words(asking, zone, *entry.last_visit)}}))
                       : Html();
  return h::li(
      h::a(href(person_url(entry.person.id.text())), h::b(Text(entry.person.name.disclose())),
           aim.empty() ? h::span(cls("small muted"), Text(" · "), asking.say("people.no_aim_yet"))
                       : voice(aim),
           entry.read_back_waits
               ? h::span(cls("chip"), mark(Shape::person, 14), asking.say("people.read_back_waits"))
               : Html(),
           Text(" "), visit));
}

http::Response show_people(const Asking& asking, const std::string& part,
                           std::int64_t page_number) {
  const auto seen = service::my_people(asking.service, asking.caller(), part, page_number);
  if (!seen) return not_found(asking);
  const service::PeopleView& view = seen.value();
  std::vector<Html> rows;
  for (const auto& entry : view.people)
    rows.push_back(person_row(asking, zone_of(view.site.zone), entry));
  const Html search =
      post_form(asking, Url("/people/search"), cls("card stack-s"),
                Attribute("role", std::string_view("search")),
                h::label(for_("name"), asking.say("people.find")),
                h::input(id("name"), name("name"), type("search"), value(part),
                         Attribute("autocomplete", std::string_view("off"))),
                h::p(h::button(cls("btn line small"), asking.say("people.search"))));
  const Html emergency =
      h::p(cls("small"), h::a(href(Url("/people/emergency")), asking.say("break_glass.link")));
  const Html list = rows.empty()
                        ? h::p(asking.say(part.empty() ? "people.none_yet" : "people.none_found"))
                        : h::div(cls("card"), h::ul(cls("people"), rows));
  return page(asking, 200, asking.say("people.title"), Place::people,
              h::div(cls("wrap page stack"), h::h1(asking.say("people.title")),
                     h::p(cls("muted"), asking.say_count("people.count", view.count)),
                     part.empty() && page_number == 0
                         ? together(waiting_part(asking, zone_of(view.site.zone), view.waiting),
                                    reserved_times_part(asking, view))
                         : Html(),
                     search, list,
                     !part.empty() && view.count > service::people_on_a_page
                         ? h::p(asking.say("people.more_than_shown"))
                         : Html(),
                     part.empty() ? pager(asking, Url("/people"), page_number, view.count,
                                          service::people_on_a_page)
                                  : Html(),
                     emergency));
}

Html read_back_part(const FormState& state, const RecordView& view, const Aim& aim) {
  const Asking& asking = state.asking;
  const ReadBack* back = aim.latest_read_back();
  Html before;
  if (back != nullptr) {
    const std::string_view key = back->answer == Understood::yes ? "read_back.person_said_yes"
                                 : back->answer == Understood::not_quite
                                     ? "read_back.person_said_not_quite"
                                     : "read_back.waits_for_answer";
    before = together(
        h::p(cls("small muted"), asking.say("read_back.by", {{"name", back->professional}})),
        h::p(cls("done"), Attribute("dir", std::string_view("auto")),
             Text(back->as_understood.disclose())),
        h::p(cls("small"), asking.say(key, {{"name", view.person.name.disclose()}})),
        back->correction.disclose().empty() ? Html() : h::p(voice(back->correction.disclose())));
  }
  const std::string field = "as_understood-" + aim.id.text();
  const bool here = state.fault_of(field) != nullptr;
  const Html form = post_form(
      asking,
      person_url(view.person.id.text()).then("/aims").part(aim.id.text()).then("/read-back"),
      cls("stack-s gap-s"),
      h::div(cls("field"), h::label(for_(field), asking.say("read_back.your_words")),
             fault_beside(state, field),
             h::textarea(id(field), described_by_fault(state, field), name("as_understood"),
                         Attribute("rows", std::string_view("2")),
                         Text("\n" + (here ? state.value("as_understood") : std::string())))),
      h::p(h::button(cls("btn small"), asking.say("read_back.keep"))));
  if (back == nullptr) return h::div(cls("gap-s"), form);
  return h::div(cls("stack-s gap-s"), before,
                h::details(cls("data"), Attribute("open", here),
                           h::summary(asking.say("read_back.once_more")), form));
}

Html rating_part(const FormState& state, const RecordView& view, const Aim& aim) {
  const Asking& asking = state.asking;
  if (!aim.scale) return h::p(cls("small muted gap-s"), asking.say("rating.no_levels_yet"));
  std::vector<Html> options{h::option(value(""), asking.say("form.not_said"))};
  for (const Level level : levels_from_the_top()) {
    const std::string& own = aim.scale->words(level);
    options.push_back(h::option(value(std::to_string(level.number())),
                                level_name(asking, level, baseline_of(aim)),
                                Text(own.empty() ? std::string() : ": " + own)));
  }
  const std::string field = "level-" + aim.id.text();
  return h::div(
      ratings_beside(asking, view, aim),
      h::details(
          cls("data"), Attribute("open", state.fault_of(field) != nullptr),
          h::summary(asking.say("rating.add_yours")),
          post_form(
              asking,
              person_url(view.person.id.text()).then("/aims").part(aim.id.text()).then("/rate"),
              cls("stack-s"),
              h::div(
                  cls("field"), h::label(for_(field), asking.say("rating.where_you_see")),
                  fault_beside(state, field),
                  h::select(id(field), described_by_fault(state, field), name("level"), options)),
              h::p(cls("small muted"), asking.say("rating.beside")),
              h::p(h::button(cls("btn small"), asking.say("rating.keep"))))));
}

/// Reached in an emergency: to look, and not to change.
bool looks_only(const RecordView& view) { return view.relation == Relation::break_glass; }

Html aim_part(const FormState& state, const RecordView& view, const Aim& aim, std::size_t rank) {
  const Asking& asking = state.asking;
  return h::li(h::div(
      cls("aim"), h::span(cls("rank"), hidden_from_readers(), Text(std::to_string(rank))),
      h::div(
          h::h3(h::span(cls("vh"), asking.say("my_page.aim_number", {{"n", std::to_string(rank)}})),
                voice(aim.words())),
          h::p(cls("small muted"), words_for(asking, aim.statement().horizon)),
          looks_only(view)
              ? ratings_beside(asking, view, aim)
              : together(read_back_part(state, view, aim), rating_part(state, view, aim),
                         h::p(cls("gap-s"), h::a(cls("btn line small"),
                                                 href(Url("/people")
                                                          .part(view.person.id.text())
                                                          .then("/options")
                                                          .part(aim.id.text())),
                                                 asking.say("nav.what_could_help")))))));
}

Html aims_part(const FormState& state, const RecordView& view) {
  const Asking& asking = state.asking;
  std::vector<Html> items;
  const auto held = view.held_aims();
  for (std::size_t i = 0; i < held.size(); ++i)
    items.push_back(aim_part(state, view, *held[i], i + 1));
  return h::section(cls("card"), labelled_by("matters"),
                    h::h2(id("matters"), asking.say("person.what_matters")),
                    items.empty() ? h::p(cls("gap-s"), asking.say("person.no_aim_yet"))
                                  : h::ol(cls("aims"), items));
}

Html life_part(const Asking& asking, const RecordView& view) {
  const auto& life = view.circumstances;
  std::vector<Html> facts;
  if (life && life->to_spare)
    facts.push_back(h::p(asking.say_count("life.minutes", life->to_spare->value)));
  if (life)
    for (const auto* words : {&life->commitments, &life->strengths, &life->helpers})
      if (!words->disclose().empty())
        facts.push_back(h::p(Attribute("dir", std::string_view("auto")), Text(words->disclose())));
  if (facts.empty()) facts.push_back(h::p(asking.say("person.life_not_said")));
  return h::section(cls("card"), h::h2(asking.say("person.life")),
                    h::div(cls("stack-s gap-s"), facts));
}

Html how_they_met(const Asking& asking) {
  std::vector<Choice> choices;
  for (const VisitMode mode : visit_modes)
    choices.push_back({std::string(code_of(mode)), Html(words_for(asking, mode))});
  return select_field({asking, {}}, {"mode", "visit.mode", ""}, choices, "");
}

Html what_to_do(const Asking& asking, const RecordView& view, const Url& here) {
  if (looks_only(view)) return h::p(cls("done"), asking.say("break_glass.only_looking"));
  return h::div(
      cls("row"), h::a(cls("btn"), href(Url(here).then("/today")), asking.say("visit.begin")),
      h::a(cls("btn line"), href(Url(here).then("/agree")), asking.say("person.agree")),
      post_form(asking, Url(here).then("/visit"), cls("row gap-s"), how_they_met(asking),
                h::button(cls("btn line"), asking.say("person.we_met"))),
      post_form(asking, Url(here).then("/invite"),
                h::button(cls("btn line"), asking.say("invite.button"))),
      h::a(href(Url(here).then("/prepare")),
           asking.say("prepare.paper_of", {{"name", view.person.name.disclose()}})),
      view.asked_to_prepare
          ? h::span(cls("small muted"),
                    asking.say("invite.sent_on", {{"day", day_words(asking, zone_of(view.site.zone),
                                                                    *view.asked_to_prepare)}}))
          : Html());
}

/// What was said before the visit, first of all that is on the page.
Html prepared_part(const Asking& asking, const RecordView& view) {
  const std::string& person = view.person.name.disclose();
  std::vector<Html> cards;
  for (const Preparation& preparation : view.prepared) {
    const Text title = preparation.writer == PrepWriter::person
                           ? asking.say("prepare.by", {{"name", person}})
                           : asking.say("prepare.by_other",
                                        {{"writer", preparation.writer_name}, {"name", person}});
    cards.push_back(
        h::section(cls("card"), h::h2(mark(Shape::person), Text(" "), title),
                   prepared_lines(asking, {view.aims, view.numbers, person}, preparation,
                                  [](const PrepLine&) { return Html(); })));
  }
  if (cards.empty()) return h::p(cls("muted small"), asking.say("prepare.not_asked"));
  return h::div(cls("stack"), cards);
}

/// What the team has to look into; nothing when there is nothing.
Html openings_part(const Asking& asking, const RecordView& view) {
  std::vector<Html> items;
  for (const auto& opening : view.openings) {
    if (!opening.reviewed_by.empty() || looks_only(view)) continue;
    const bool own = opening.by == asking.caller().professional;
    const Url to =
        person_url(view.person.id.text()).then("/openings").part(std::to_string(opening.number));
    items.push_back(h::li(
        opening_words(asking, view.site.zone, opening),
        own ? Html()
            : post_form(asking, to,
                        h::p(h::button(cls("btn line small"), asking.say("break_glass.review"))))));
  }
  if (items.empty()) return {};
  return h::section(cls("card"), h::h2(asking.say("break_glass.to_review")),
                    h::ul(cls("looks"), items));
}

std::string one_decimal(double number) {
  const auto tenths = std::llround(number * 10);
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

/// Stands until somebody who serves the person says that they looked into it.
Html alerts_part(const Asking& asking, const RecordView& view) {
  const bool open = std::ranges::any_of(
      view.answered, [](const auto& one) { return one.alerted && !one.looked_into; });
  if (!open || looks_only(view)) return {};
  return h::section(cls("card"), h::h2(asking.say("waits.alert")),
                    post_form(asking, person_url(view.person.id.text()).then("/alerts"),
                              h::p(h::button(cls("btn"), asking.say("instrument.looked_into")))));
}

Html plan_visit_part(const FormState& state, const RecordView& view) {
  if (looks_only(view)) return {};
  const Asking& asking = state.asking;
  const Zone zone = zone_of(view.site.zone);
  const Html planned =
      view.planned
          ? h::p(asking.say("visit.planned", {{"day", planned_words(asking, zone, *view.planned)},
                                              {"name", view.planned->professional}}))
          : Html();
  return h::section(
      cls("card"), h::h2(asking.say("visit.plan")), planned, give_time_part(state, view),
      post_form(asking, person_url(view.person.id.text()).then("/plan-visit"), cls("stack-s gap-s"),
                text_field(state, {"next_day", "visit.next", "", "date"}),
                h::p(h::button(cls("btn line small"), asking.say("visit.plan_it")))));
}

/// The share first; the score behind it, with what it cannot say.
Html where_aims_stand(const Asking& asking, const RecordView& view) {
  std::vector<std::span<const Rating>> of_aims;
  std::vector<GoalLevel> goals;
  for (const Aim* aim : view.held_aims()) {
    of_aims.emplace_back(view.ratings_of(*aim));
    if (const auto latest = latest_of(Side::person, view.ratings_of(*aim)))
      goals.push_back({latest->level.number(), 1});
  }
  const std::string& name = view.person.name.disclose();
  const AttainedShare share = attained_share(of_aims);
  const auto score = goal_attainment_score(goals);
  const std::string count = std::to_string(share.rated);
  Html behind;
  if (score)
    behind = h::details(
        cls("data"), h::summary(asking.say("aims_stand.score")),
        h::p(asking.say("aims_stand.score_is", {{"t", one_decimal(*score)}, {"count", count}})),
        h::p(cls("small"), asking.say("aims_stand.score_warning")),
        h::p(cls("small muted"), asking.say("aims_stand.source")));
  return h::section(
      cls("card"), h::h2(asking.say("aims_stand.title")),
      h::p(cls("gap-s"),
           share.rated == 0 ? asking.say("aims_stand.none", {{"name", name}})
                            : asking.say("aims_stand.share", {{"name", name},
                                                              {"n", std::to_string(share.attained)},
                                                              {"count", count}})),
      behind);
}

http::Response show_person(const FormState& state) {
  const Asking& asking = state.asking;
  const auto person = Id<Person>::parse(asking.part("person"));
  if (!person) return not_found(asking);
  const auto seen = service::read_record(asking.service, asking.caller(), RecordOf::person(*person),
                                         "shared page");
  if (!seen) return not_found(asking);
  const RecordView& view = seen.value();
  const Url here = person_url(person->text());
  const std::string visit = view.last_visit
                                ? day_words(asking, zone_of(view.site.zone), *view.last_visit)
                                : std::string();
  const Html said =
      asking.request.query.has("kept") ? saved_notice(asking.say("form.kept")) : Html();
  return page(
      asking, state.came_back() ? 422 : 200, asking.say("person.title"), Place::people,
      h::div(
          cls("wrap page stack"), fault_summary(state), said,
          h::div(h::h1(Text(view.person.name.disclose())),
                 h::p(cls("muted"), visit.empty()
                                        ? asking.say("person.both_see")
                                        : asking.say("person.both_see_since", {{"day", visit}}))),
          what_to_do(asking, view, here), openings_part(asking, view), prepared_part(asking, view),
          brought_card(asking, view), barriers_card(asking, view, BarrierReader::professional),
          corrections_card(
              asking, view,
              looks_only(view) ? CorrectionsReader::onlooker : CorrectionsReader::professional),
          h::div(
              cls("pair"), h::div(cls("stack"), aims_part(state, view)),
              h::div(cls("stack gap-s"),
                     h::div(cls("card"), plan_lanes(asking, view,
                                                    looks_only(view) ? PlanReader::onlooker
                                                                     : PlanReader::professional)),
                     where_aims_stand(asking, view), alerts_part(asking, view),
                     scores_card(asking, view.site.zone, view.answered, ScoresReader::professional),
                     plan_visit_part(state, view), life_part(asking, view),
                     check_ins_card(asking, view)))));
}

template <class Act>
http::Response act_on_person(const Asking& asking, Act act) {
  const auto person = Id<Person>::parse(asking.part("person"));
  if (!person) return not_found(asking);
  const Outcome<std::string> outcome = act(*person);
  if (outcome)
    return http::Response::see_other(person_url(person->text()).with("kept", "1").text());
  if (is_not_found(outcome.refusal())) return not_found(asking);
  // A field that stands once for each aim is named with its aim, so that its fault leads to it.
  std::vector<Fault> faults = outcome.refusal().faults();
  for (Fault& fault : faults)
    if (!fault.field.empty() && !asking.part("aim").empty())
      fault.field += "-" + std::string(asking.part("aim"));
  return show_person({asking, std::move(faults)});
}

template <class Act>
http::Response act_on_persons_aim(const Asking& asking, Act act) {
  const auto aim = Id<Aim>::parse(asking.part("aim"));
  if (!aim) return not_found(asking);
  return act_on_person(asking, [&](const Id<Person>& person) { return act(person, *aim); });
}

}  // namespace

http::Response people_page(const Asking& asking) {
  return show_people(asking, "", asking.page_number());
}

http::Response post_people_search(const Asking& asking) {
  return show_people(asking, one_line(asking.typed("name")), 0);
}

http::Response person_page(const Asking& asking) { return show_person({asking, {}}); }

http::Response post_read_back(const Asking& asking) {
  return act_on_persons_aim(asking, [&](const Id<Person>& person, const Id<Aim>& aim) {
    return service::read_aim_back(asking.service, asking.caller(), person, aim,
                                  asking.typed("as_understood"), asking.once());
  });
}

http::Response post_rating_beside(const Asking& asking) {
  return act_on_persons_aim(asking, [&](const Id<Person>& person, const Id<Aim>& aim) {
    return service::judge_attainment(asking.service, asking.caller(), RecordOf::person(person), aim,
                                     asking.typed("level"), asking.once());
  });
}

http::Response post_visit(const Asking& asking) {
  return act_on_person(asking, [&](const Id<Person>& person) {
    return service::hold_visit(asking.service, asking.caller(), person, asking.once(),
                               asking.typed("mode"));
  });
}

http::Response post_plan_visit(const Asking& asking) {
  return act_on_person(asking, [&](const Id<Person>& person) {
    return service::plan_visit(asking.service, asking.caller(), person, asking.typed("next_day"),
                               asking.once());
  });
}

http::Response post_give_time(const Asking& asking) {
  return act_on_person(asking, [&](const Id<Person>& person) {
    return service::give_time(asking.service, asking.caller(), person, asking.typed("time"),
                              asking.once());
  });
}

http::Response post_tick(const Asking& asking) {
  return act_on_person(asking, [&](const Id<Person>& person) {
    return service::tick_promise(asking.service, asking.caller(), person, asking.typed("action"),
                                 asking.once());
  });
}

}  // namespace alongside::web
