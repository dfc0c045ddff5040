// SPDX-License-Identifier: Apache-2.0
// Parts that show what both sides do and how both see an aim.
#include "doors/web/plan_parts.h"

#include <algorithm>

#include "doors/web/page.h"
#include "doors/web/parts.h"
#include "doors/web/phrases.h"

namespace alongside::web {
namespace {

using service::RecordView;

Html action_details(const Asking& asking, const Zone& zone, const Action& action) {
  std::vector<Html> details;
  const auto add = [&](const Text& words) { details.push_back(h::span(words)); };
  if (action.due) add(asking.say("plan.by", {{"day", due_words(asking, zone, *action.due)}}));
  if (action.minutes) add(asking.say_count("plan.minutes_a_week", action.minutes->value));
  if (action.last_done)
    add(asking.say_count("plan.done_times", action.times_done,
                         {{"day", due_words(asking, zone, *action.last_done)}}));
  return together(h::span(details));
}

/// Whose side a reader ticks.
std::optional<Side> ticked_by(PlanReader reader) {
  if (reader == PlanReader::professional) return Side::professional;
  if (reader == PlanReader::supporter) return Side::person;
  return std::nullopt;
}

Html tick_form(const Asking& asking, const RecordView& view, const Agreement& agreement,
               const Action& action) {
  Url to = action.side == Side::person ? Url("/supporting") : Url("/people");
  to.part(view.person.id.text()).then("/tick");
  return post_form(asking, to,
                   h::button(cls("btn line small"), name("action"),
                             value(action_key(agreement, action)), asking.say("plan.done_today")));
}

Html action_item(const Asking& asking, const RecordView& view, const Agreement& agreement,
                 const Action& action, bool with_tick, bool stuck) {
  const Text owner(action.owner.empty() ? std::string() : action.owner + ": ");
  return h::li(
      icon(action.last_done ? Icon::tick : Icon::clock, 20),
      h::span(owner,
              h::span(Attribute("dir", std::string_view("auto")), cls("plain-words"),
                      Text(action.words.disclose())),
              action_details(asking, zone_of(view.site.zone), action),
              with_tick ? tick_form(asking, view, agreement, action) : Html(),
              stuck ? h::a(cls("small"),
                           href(Url("/me/stuck").with("action", action_key(agreement, action))),
                           asking.say("barrier.say"),
                           h::span(cls("vh"), Text(": " + action.words.disclose())))
                    : Html()));
}

Html lane(const Asking& asking, const RecordView& view, Side side, PlanReader reader) {
  const bool persons = side == Side::person;
  std::vector<Html> items;
  for (const Agreement* agreement : view.current_agreements())
    for (const Action& action : agreement->actions)
      if (action.side == side)
        items.push_back(action_item(asking, view, *agreement, action, ticked_by(reader) == side,
                                    persons && reader == PlanReader::person));
  const Text title = !persons ? asking.say("plan.team")
                     : reader == PlanReader::person
                         ? asking.say("plan.you")
                         : asking.say("plan.person", {{"name", view.person.name.disclose()}});
  return h::div(cls_of(persons ? "lane you" : "lane"),
                h::h3(mark(persons ? Shape::person : Shape::team), title), h::ul(items));
}

Html written_by(const Asking& asking, const Rating& rating) {
  if (rating.written_by.empty()) return {};
  return h::span(cls("small muted"), asking.say("rating.written_by", {{"name", rating.written_by}}),
                 Text(" "));
}

Html rating_item(const Asking& asking, const RecordView& view, const Aim& aim, Side side) {
  const auto latest = latest_of(side, view.ratings_of(aim));
  const bool persons = side == Side::person;
  const Text who = persons ? Text(view.person.name.disclose())
                           : Text(latest ? latest->by : asking.language.say("plan.team"));
  const Html words =
      latest ? together(rated_words(asking, *latest), Text(" "), written_by(asking, *latest),
                        h::span(cls("small muted"),
                                Text(day_words(asking, zone_of(view.site.zone), latest->rated_at))))
             : Html(asking.say("rating.none_yet"));
  return h::li(mark(persons ? Shape::person : Shape::team), h::span(h::b(who), h::br(), words));
}

constexpr std::string_view strands_wide =
    "<svg class=\"strands only-wide\" viewBox=\"0 0 700 360\" fill=\"none\" aria-hidden=\"true\" "
    "focusable=\"false\"><path d=\"M70 470C190 400 180 120 350 120S510 250 760 10\" "
    "stroke=\"#E58AB0\" "
    "stroke-opacity=\".5\" stroke-width=\"25\" stroke-linecap=\"round\"/><path d=\"M110 520C240 "
    "450 220 "
    "176 362 176S530 312 790 74\" stroke=\"#6FC7B3\" stroke-opacity=\".5\" stroke-width=\"25\" "
    "stroke-linecap=\"round\"/></svg>";
constexpr std::string_view strands_narrow =
    "<svg class=\"strands-m only-narrow\" viewBox=\"0 0 430 90\" preserveAspectRatio=\"none\" "
    "fill=\"none\" aria-hidden=\"true\" focusable=\"false\"><path d=\"M-20 74C60 74 90 30 180 "
    "30S320 66 "
    "460 8\" stroke=\"#E58AB0\" stroke-opacity=\".55\" stroke-width=\"11\"/><path d=\"M-20 98C70 "
    "98 96 54 "
    "186 54S330 90 460 34\" stroke=\"#6FC7B3\" stroke-opacity=\".55\" stroke-width=\"11\"/></svg>";

}  // namespace

Html raw_icon(std::string_view markup);

Html raw_strands() { return together(raw_icon(strands_wide), raw_icon(strands_narrow)); }

Html minutes_line(const Asking& asking, const RecordView& view) {
  const MinutesAWeek asked = view.asked_of_person();
  const auto to_spare = view.circumstances ? view.circumstances->to_spare : std::nullopt;
  const std::string minutes = std::to_string(asked.value);
  switch (fit_of(asked, to_spare)) {
    case Fit::not_said:
      return h::p(cls("small muted"), asking.say("plan.asks", {{"minutes", minutes}}));
    case Fit::fits:
      return h::p(cls("small muted"),
                  asking.say("plan.asks_of_spare",
                             {{"minutes", minutes}, {"spare", std::to_string(to_spare->value)}}));
    case Fit::over:
      return h::div(cls("note"), Attribute("role", std::string_view("note")), mark(Shape::worse),
                    h::p(h::b(asking.say("plan.over_title")), Text(" "),
                         asking.say("plan.over", {{"minutes", minutes},
                                                  {"spare", std::to_string(to_spare->value)}})));
  }
  return {};
}

namespace {

AroundAgreement around(const RecordView& view, const Agreement& agreement) {
  AroundAgreement facts;
  if (const auto& life = view.circumstances) {
    facts.minutes_said = life->to_spare.has_value();
    facts.life_said = facts.minutes_said || !life->commitments.disclose().empty() ||
                      !life->strengths.disclose().empty() || !life->helpers.disclose().empty();
  }
  for (const Aim& aim : view.aims) {
    if (std::ranges::find(agreement.aims, aim.number) == agreement.aims.end()) continue;
    facts.aim_followed |= aim.scale.has_value();
    for (const AimNumber& number : view.numbers)
      facts.aim_followed |= number.aim == aim.number.value && number.asked;
  }
  return facts;
}

/// Which of the formula's seven parts are not there yet; named, never counted up.
Html formula_strip(const Asking& asking, const RecordView& view, const Agreement& agreement) {
  std::string missing;
  for (const Slot slot : empty_slots(agreement, around(view, agreement)))
    missing += (missing.empty() ? "" : ", ") + words_for(asking, slot).words();
  return h::p(cls("small formula"), h::b(asking.say("formula.title")), Text(" "),
              missing.empty() ? asking.say("formula.whole")
                              : asking.say("formula.missing", {{"slots", missing}}));
}

/// Both views side by side, where they differ.
Html views_beside(const Asking& asking, const RecordView& view, const Agreement& agreement) {
  if (!agreement.seen_differently()) return {};
  const auto item = [&](Shape shape, const Text& who, const std::string& words) {
    return h::li(mark(shape), h::span(h::b(who), h::br(), Text(words)));
  };
  return h::div(
      h::p(cls("small"), h::b(asking.say("plan.seen_differently"))),
      h::ul(cls("sides"),
            item(Shape::person,
                 asking.say("agree.persons_view", {{"name", view.person.name.disclose()}}),
                 agreement.persons_view.disclose()),
            item(Shape::team, asking.say("agree.professionals_view"),
                 agreement.professionals_view.disclose())));
}

Html options_list(const Asking& asking, const Agreement& agreement) {
  if (agreement.options.empty()) return {};
  std::vector<Html> items;
  for (const Option& option : agreement.options)
    items.push_back(h::li(Text(option_line(asking, option))));
  return h::details(cls("data"), h::summary(asking.say("sheet.looked_at")),
                    h::ul(cls("looks small"), items));
}

Html days_of(const Asking& asking, const Zone& zone, const Agreement& agreement) {
  std::vector<Html> lines;
  if (!agreement.standard.empty())
    lines.push_back(
        h::p(cls("small"), asking.say("plan.standard", {{"words", agreement.standard}})));
  if (agreement.kept_at)
    lines.push_back(
        h::p(cls("small"),
             asking.say("plan.kept_on", {{"day", day_words(asking, zone, *agreement.kept_at)}})));
  if (agreement.look_again)
    lines.push_back(h::p(
        cls("small"),
        asking.say("plan.look_again", {{"day", due_words(asking, zone, *agreement.look_again)}})));
  if (agreement.disturbs.value_or(false))
    lines.push_back(h::div(cls("note"), mark(Shape::worse),
                           h::p(h::b(asking.say("plan.touches")), Text(" "),
                                Text(agreement.disturbs_how.disclose()))));
  return h::div(lines);
}

}  // namespace

Html agreement_facts(const Asking& asking, const RecordView& view, const Agreement& agreement) {
  std::vector<Html> aims;
  for (const AimNo cited : agreement.aims)
    for (const Aim& aim : view.aims)
      if (aim.number == cited) aims.push_back(h::p(voice(aim.words())));
  const std::string day = day_words(asking, zone_of(view.site.zone), agreement.agreed_at);
  return h::div(cls("stack-s"), aims,
                h::p(cls("small muted"),
                     asking.say("plan.agreed_on", {{"day", day}, {"name", agreement.recorded_by}})),
                h::p(cls("small"), words_for(asking, agreement.shared_work), Text(" · "),
                     words_for(asking, agreement.response_kind)),
                agreement.note.disclose().empty()
                    ? Html()
                    : h::p(cls("small"), Attribute("dir", std::string_view("auto")),
                           Text(agreement.note.disclose())),
                days_of(asking, zone_of(view.site.zone), agreement),
                views_beside(asking, view, agreement), options_list(asking, agreement),
                formula_strip(asking, view, agreement));
}

Html plan_lanes(const Asking& asking, const RecordView& view, PlanReader reader) {
  const Html title = h::h2(id("plan"), asking.say("plan.who_does_what"));
  if (view.current_agreements().empty())
    return h::section(
        cls("stack-s"), labelled_by("plan"), title,
        h::p(asking.say(reader == PlanReader::person ? "plan.none_yet" : "plan.none_yet_team")));
  return h::section(cls("stack-s"), labelled_by("plan"), title,
                    h::div(cls("lanes"), lane(asking, view, Side::person, reader),
                           lane(asking, view, Side::professional, reader)),
                    minutes_line(asking, view));
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

Html check_ins_card(const Asking& asking, const RecordView& view) {
  std::vector<Html> items;
  for (const auto& entry : view.check_ins)
    if (!entry.line.disclose().empty())
      items.push_back(
          h::li(voice(entry.line.disclose()), h::br(),
                h::span(cls("small muted"),
                        Text(day_words(asking, zone_of(view.site.zone), entry.made_at)))));
  if (items.empty()) return {};
  return h::section(cls("card"), h::h2(asking.say("person.wrote")), h::ul(cls("looks"), items));
}

Html ratings_beside(const Asking& asking, const RecordView& view, const Aim& aim) {
  return h::ul(cls("sides"), rating_item(asking, view, aim, Side::person),
               rating_item(asking, view, aim, Side::professional));
}

Html level_tiles(const FormState& state, const Aim& aim, const Text& legend, bool legend_shown) {
  std::vector<Choice> choices;
  for (const Level level : levels_from_the_top())
    choices.push_back({std::to_string(level.number()), level_words(state.asking, aim, level)});
  return tiles(state, "level", legend, choices, "", legend_shown);
}

}  // namespace alongside::web
