// SPDX-License-Identifier: Apache-2.0
// Both sides beside each other; what was said before stands to the right; no line is added up.
#include "doors/web/value_passport.h"

#include <algorithm>

#include "doors/web/page.h"
#include "doors/web/parts.h"
#include "doors/web/phrases.h"
#include "doors/web/projects.h"
#include "foundation/words/phrase.h"
#include "service/take_value_passport.h"

namespace alongside::web {
namespace {

using service::PassportsView;

constexpr std::size_t passports_side_by_side = 5;

Url value_url(const Asking& asking) {
  return Url("/teams").part(asking.part("team")).then("/value");
}

std::string_view name_key(PassportLine line) {
  switch (line) {
    case PassportLine::communication:
      return "value.communication";
    case PassportLine::self_efficacy:
      return "value.self_efficacy";
    case PassportLine::interconnectedness:
      return "value.interconnectedness";
    case PassportLine::cost:
      return "value.cost";
    case PassportLine::professional_experience:
      return "value.professional_experience";
    case PassportLine::right_care:
      return "value.right_care";
    case PassportLine::chain:
      return "value.chain";
    case PassportLine::shop:
      return "value.shop";
    case PassportLine::network:
      return "value.network";
    case PassportLine::access:
      return "value.access";
  }
  return {};
}

std::string_view question_key(PassportLine line) {
  switch (line) {
    case PassportLine::communication:
      return "value.ask_communication";
    case PassportLine::self_efficacy:
      return "value.ask_self_efficacy";
    case PassportLine::interconnectedness:
      return "value.ask_interconnectedness";
    case PassportLine::cost:
      return "value.ask_cost";
    case PassportLine::professional_experience:
      return "value.ask_professional_experience";
    case PassportLine::right_care:
      return "value.ask_right_care";
    case PassportLine::chain:
      return "value.ask_chain";
    case PassportLine::shop:
      return "value.ask_shop";
    case PassportLine::network:
      return "value.ask_network";
    case PassportLine::access:
      return "value.ask_access";
  }
  return {};
}

Text level_words(const Asking& asking, PassportLine line, std::int64_t level) {
  constexpr std::array<std::string_view, passport_level_max + 1> of_a_domain = {
      "value.0", "value.1", "value.2", "value.3"};
  constexpr std::array<std::string_view, passport_level_max + 1> of_a_way = {
      "value.way_0", "value.way_1", "value.way_2", "value.way_3"};
  const auto& keys = is_domain(line) ? of_a_domain : of_a_way;
  return asking.say(keys[static_cast<std::size_t>(level)]);
}

Html level_part(const Asking& asking, PassportLine line, Shape shape,
                const std::optional<std::int64_t>& level) {
  const Text who = asking.say(shape == Shape::team ? "value.professionals" : "value.partners");
  return h::span(cls("row"), mark(shape, 14), h::span(cls("vh"), who, Text(" ")),
                 level ? level_words(asking, line, *level) : asking.say("form.not_said"));
}

/// "the team" above "partners", so that a difference is seen.
Html cell(const Asking& asking, PassportLine line, const PassportView& view) {
  return h::td(level_part(asking, line, Shape::team, view.professionals),
               level_part(asking, line, Shape::person, view.partners));
}

Html line_row(const Asking& asking, const PassportsView& view, PassportLine line) {
  std::vector<Html> cells{
      h::th(Attribute("scope", std::string_view("row")), asking.say(name_key(line)))};
  for (std::size_t i = 0; i < view.passports.size() && i < passports_side_by_side; ++i)
    cells.push_back(cell(asking, line, view.passports[i].at(line)));
  return h::tr(cells);
}

Html over_time(const Asking& asking, const PassportsView& view, std::string_view title_key,
               bool domains) {
  const Attribute col("scope", std::string_view("col"));
  std::vector<Html> heads{h::th(col, asking.say("value.line"))};
  for (std::size_t i = 0; i < view.passports.size() && i < passports_side_by_side; ++i)
    heads.push_back(
        h::th(col, Text(words::date_in_words(asking.language, view.passports[i].as_of))));
  std::vector<Html> rows;
  for (const PassportLine line : passport_lines)
    if (is_domain(line) == domains) rows.push_back(line_row(asking, view, line));
  return h::section(cls("card scroll"), Attribute("tabindex", std::string_view("0")),
                    Attribute("role", std::string_view("region")), label(asking.say(title_key)),
                    h::h2(asking.say(title_key)),
                    h::table(cls("plain"), h::thead(h::tr(heads)), h::tbody(rows)));
}

Html said(const std::string& words) {
  return h::span(Attribute("dir", std::string_view("auto")), Text(words));
}

/// What was seen and what comes next, of the newest.
Html words_of(const Asking& asking, const ValuePassport& passport) {
  std::vector<Html> facts;
  for (const PassportLine line : passport_lines) {
    const PassportView& view = passport.at(line);
    if (view.seen.empty() && view.next_step.empty()) continue;
    facts.push_back(h::dt(asking.say(name_key(line))));
    if (!view.seen.empty()) facts.push_back(h::dd(said(view.seen)));
    if (!view.next_step.empty())
      facts.push_back(h::dd(h::b(asking.say("value.next")), Text(" "), said(view.next_step)));
  }
  if (facts.empty()) return {};
  return h::section(cls("card"), h::h2(asking.say("value.in_words")), h::dl(cls("facts"), facts));
}

Html differently(const Asking& asking, const ValuePassport& passport) {
  std::string what;
  for (const PassportLine line : seen_differently(passport))
    what += (what.empty() ? "" : ", ") + asking.say(name_key(line)).words();
  if (what.empty()) return {};
  return note(Html(asking.say("value.differently", {{"what", what}})));
}

Html when_again(const Asking& asking, const PassportsView& view) {
  const ValuePassport& newest = view.passports.front();
  const Day again = newest.as_of.plus(passport_days_between);
  const bool now = again <= zone_of(view.zone).day_of(asking.now());
  return h::p(cls("small muted"),
              asking.say(now ? "value.again_now" : "value.again_on",
                         {{"day", words::date_in_words(asking.language, again)}}));
}

std::optional<PassportsView> passports_asked(const Asking& asking) {
  const auto team = Id<Team>::parse(asking.part("team"));
  if (!team) return std::nullopt;
  auto seen = service::read_passports(asking.service, asking.caller(), *team);
  if (!seen) return std::nullopt;
  return std::move(seen).value();
}

std::vector<Choice> level_choices(const Asking& asking, PassportLine line) {
  std::vector<Choice> choices;
  for (std::int64_t level = 0; level <= passport_level_max; ++level)
    choices.push_back({std::to_string(level), Html(level_words(asking, line, level))});
  return choices;
}

Html line_fields(const FormState& state, PassportLine line) {
  const Asking& asking = state.asking;
  const auto choices = level_choices(asking, line);
  const std::string title = "line-" + std::string(code_of(line));
  return h::section(
      cls("card stack-s"), Attribute("role", std::string_view("group")), labelled_by(title),
      h::h3(id(title), asking.say(name_key(line))),
      h::p(cls("small muted"), asking.say(question_key(line))),
      h::div(cls("two"),
             select_field(state, {passport_field(line, "professionals"), "value.professionals", ""},
                          choices, ""),
             select_field(state, {passport_field(line, "partners"), "value.partners", ""}, choices,
                          "")),
      text_field(state, {passport_field(line, "seen"), "value.seen", ""}),
      text_field(state, {passport_field(line, "next"), "value.next_field", ""}));
}

http::Response show_form(const FormState& state) {
  const Asking& asking = state.asking;
  const auto view = passports_asked(asking);
  if (!view) return not_found(asking);
  std::vector<Html> domains, ways;
  for (const PassportLine line : passport_lines)
    (is_domain(line) ? domains : ways).push_back(line_fields(state, line));
  std::int64_t newest = 0;
  for (const ValuePassport& passport : view->passports) newest = std::max(newest, passport.number);
  const std::string today = zone_of(view->zone).day_of(asking.now()).iso();
  return page(
      asking, state.came_back() ? 422 : 200, asking.say("value.take"), Place::team,
      h::div(cls("wrap narrow page stack"),
             h::p(h::a(href(value_url(asking)), asking.say("value.title"))), fault_summary(state),
             h::h1(asking.say("value.take")), h::p(cls("lead"), asking.say("value.take_lead")),
             post_form(asking, Url(value_url(asking)).then("/new"), cls("stack"),
                       h::input(type("hidden"), name("base"), value(std::to_string(newest))),
                       text_field(state, {"as_of", "value.as_of", "", "date"}, today),
                       h::h2(asking.say("value.domains")), domains, h::h2(asking.say("value.ways")),
                       h::p(asking.say("value.ways_lead")), ways,
                       h::p(h::button(cls("btn"), asking.say("form.save"))))));
}

PassportDraft typed_passport(const Asking& asking) {
  PassportDraft draft;
  draft.as_of = typed_in(asking, "as_of");
  for (std::size_t i = 0; i < passport_lines.size(); ++i) {
    const auto typed = [&](std::string_view part) {
      return typed_in(asking, passport_field(passport_lines[i], part));
    };
    draft.lines[i] = {typed("professionals"), typed("partners"), typed("seen"), typed("next")};
  }
  return draft;
}

}  // namespace

http::Response value_page(const Asking& asking) {
  const auto view = passports_asked(asking);
  if (!view) return not_found(asking);
  const Html take =
      h::p(cls("no-print"),
           h::a(cls("btn"), href(Url(value_url(asking)).then("/new")), asking.say("value.take")));
  const Html head =
      together(asking.request.query.has("kept") ? saved_notice(asking.say("form.kept")) : Html(),
               h::h1(asking.say("value.title_of", {{"team", view->team.name}})),
               h::p(cls("lead"), asking.say("value.lead")));
  if (view->passports.empty())
    return page(asking, 200, asking.say("value.title"), Place::team,
                h::div(cls("wrap narrow page stack"), head,
                       empty_state(asking.say("value.none"), asking.say("value.why"), take)));
  const ValuePassport& newest = view->passports.front();
  return page(
      asking, 200, asking.say("value.title"), Place::team,
      h::div(cls("wrap page stack project-page"), head, differently(asking, newest),
             h::p(cls("row small"), mark(Shape::team, 14), asking.say("value.professionals"),
                  mark(Shape::person, 14), asking.say("value.partners")),
             over_time(asking, *view, "value.domains", true),
             over_time(asking, *view, "value.ways", false), words_of(asking, newest),
             when_again(asking, *view), take,
             h::p(cls("small muted"), asking.say("value.source"))));
}

http::Response new_passport_page(const Asking& asking) { return show_form({asking, {}}); }

http::Response post_passport(const Asking& asking) {
  const auto team = Id<Team>::parse(asking.part("team"));
  if (!team) return not_found(asking);
  return done_or_again(
      asking,
      service::take_value_passport(asking.service, asking.caller(), *team, typed_passport(asking),
                                   asking.typed("base"), asking.once()),
      value_url(asking).with("kept", "1"), show_form);
}

}  // namespace alongside::web
