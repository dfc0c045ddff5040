// SPDX-License-Identifier: Apache-2.0
// Cards as they are, with what is old marked and nothing recommended.
#include "doors/web/evidence.h"

#include <algorithm>

#include "coproduction/option_set.h"
#include "doors/web/page.h"
#include "doors/web/parts.h"
#include "doors/web/phrases.h"
#include "doors/web/what_could_help.h"
#include "science/evidence_card.h"
#include "service/keep_evidence.h"

namespace alongside::web {
namespace {

/// A field as the card has it; what reviews wrote is in English.
Html fact(const Asking& asking, std::string_view key, const std::string& value) {
  if (value.empty()) return {};
  return together(h::dt(asking.say(key)),
                  h::dd(Attribute("lang", std::string_view("en")), Text(value)));
}

std::string field(const EvidenceCard& card, std::string_view name) {
  for (const auto& [known, value] : fields_of(card))
    if (known == name) return value;
  return {};
}

std::string counts(const EvidenceCard& card) {
  std::string text;
  if (card.studies) text = std::to_string(*card.studies) + " studies";
  if (card.participants)
    text += (text.empty() ? "" : ", ") + std::to_string(*card.participants) + " people";
  return text;
}

/// Which kind of aim the page shows: all at once would be long.
std::string asked_about(const Asking& asking) {
  const std::string_view typed = asking.typed("about");
  return std::string(typed.empty() ? asking.request.query.value("about") : typed);
}

/// Somebody at the clinic answers for a card; the clinic's own can go.
Html card_forms(const Asking& asking, const EvidenceCard& card, bool own) {
  if (!asking.caller().professional) return {};
  const auto form = [&](Url to, std::string_view key) {
    return post_form(asking, to, cls("inline"),
                     h::input(type("hidden"), name("card"), value(card.id)),
                     h::input(type("hidden"), name("about"), value(card.aim)),
                     h::button(cls("btn line small"), asking.say(key),
                               h::span(cls("vh"), Text(" " + card.action))));
  };
  return h::div(cls("row"),
                card.reviewer.empty() ? form(Url("/evidence/answer"), "evidence.answer") : Html(),
                own ? form(Url("/evidence/end"), "evidence.end") : Html());
}

Html card_item(const Asking& asking, const EvidenceCard& card, Day today, bool own) {
  const std::string effect = field(card, "scale") + " " + field(card, "estimate") +
                             (card.unit.empty() ? "" : " " + card.unit) + " (" +
                             field(card, "interval") + ")";
  return h::li(h::details(
      cls("data"), id(card.id),
      h::summary(Attribute("lang", std::string_view("en")), Text(card.action)),
      card.expired(today)
          ? note(h::p(asking.say("options.expired", {{"day", card.review_by.iso()}})))
          : Html(),
      h::dl(cls("facts"), fact(asking, "evidence.people", card.people),
            fact(asking, "evidence.where", card.where),
            fact(asking, "evidence.compared", card.compared_with),
            fact(asking, "evidence.outcome", card.outcome), fact(asking, "evidence.effect", effect),
            fact(asking, "evidence.counts", counts(card)),
            fact(asking, "evidence.certainty", std::string(name_of(card.certainty))),
            fact(asking, "evidence.citation", card.citation),
            fact(asking, "evidence.source", card.source),
            fact(asking, "evidence.second", card.second_source),
            fact(asking, "evidence.note", card.note)),
      h::p(cls("small muted"),
           asking.say(
               "model.card",
               {{"id", card.id}, {"n", std::to_string(card.version)}, {"day", card.checked.iso()}}),
           Text(" "),
           card.reviewer.empty() ? asking.say("model.not_reviewed")
                                 : asking.say("evidence.answered_by", {{"name", card.reviewer}})),
      card_forms(asking, card, own)));
}

/// What is wrong with what was typed, row by row, as the card's own fields are called.
Html faults_of(const FormState& state) {
  if (!state.came_back()) return {};
  std::vector<Html> items;
  for (const RowFault& fault : service::cards_in(state.asking.typed("cards")).faults)
    items.push_back(h::li(Attribute("lang", std::string_view("en")),
                          Text((fault.line > 0 ? "line " + std::to_string(fault.line) + ": " : "") +
                               fault.field + " " + fault.reason)));
  return h::ul(cls("looks small"), items);
}

Html keep_form(const FormState& state) {
  const Asking& asking = state.asking;
  if (!asking.caller().professional) return {};
  return post_form(asking, Url("/evidence"), cls("card stack-s"),
                   h::h2(asking.say("evidence.keep_title")),
                   h::input(type("hidden"), name("about"), value(asked_about(asking))),
                   area_field(state, {"cards", "evidence.cards", "evidence.cards_hint"}, 6),
                   faults_of(state), h::p(h::button(cls("btn"), asking.say("evidence.keep"))));
}

http::Response show_evidence(const FormState& state) {
  const Asking& asking = state.asking;
  const Day today = zone_of("UTC").day_of(asking.now());
  const service::EvidenceView view = service::read_evidence(asking.service, asking.caller());
  const std::string about = asked_about(asking);
  std::vector<Html> parts;
  std::vector<Html> themes;
  for (const std::string_view theme : aim_themes) {
    std::vector<Html> items;
    std::int64_t count = 0;
    for (const EvidenceCard& card : view.cards) {
      const bool other = std::ranges::find(aim_themes, card.aim) == aim_themes.end();
      if (card.aim != theme && !(other && theme == "other")) continue;
      ++count;
      const bool own = std::ranges::find(view.kept_here, card.id) != view.kept_here.end();
      if (about == theme) items.push_back(card_item(asking, card, today, own));
    }
    if (count == 0) continue;
    themes.push_back(
        h::li(h::a(href(Url("/evidence").with("about", theme)), theme_words(asking, theme)),
              Text(" "), h::span(cls("small muted"), asking.say_count("evidence.cards_n", count))));
    if (!items.empty())
      parts.push_back(
          h::section(cls("card"), h::h2(theme_words(asking, theme)), h::ul(cls("looks"), items)));
  }
  parts.push_back(
      h::section(cls("card"), h::h2(asking.say("options.theme")), h::ul(cls("looks"), themes)));
  const Html said =
      asking.request.query.has("kept") ? saved_notice(asking.say("form.kept")) : Html();
  return page(asking, state.came_back() ? 422 : 200, asking.say("evidence.title"), Place::none,
              h::div(cls("wrap narrow page stack"), fault_summary(state), said,
                     h::h1(asking.say("evidence.title")),
                     h::p(cls("lead"), asking.say("evidence.lead")), parts, keep_form(state),
                     h::p(h::a(href(Url("/judgements")), asking.say("judgement.title")))));
}

http::Response done_or_shown(const Asking& asking, const Outcome<std::string>& done) {
  if (done)
    return http::Response::see_other(
        Url("/evidence").with("about", asked_about(asking)).with("kept", "1").text());
  if (is_not_found(done.refusal())) return not_found(asking);
  return show_evidence({asking, done.refusal().faults()});
}

}  // namespace

http::Response evidence_page(const Asking& asking) { return show_evidence({asking, {}}); }

http::Response post_cards(const Asking& asking) {
  return done_or_shown(asking, service::keep_cards(asking.service, asking.caller(),
                                                   asking.typed("cards"), asking.once()));
}

http::Response post_answer_for_card(const Asking& asking) {
  return done_or_shown(asking, service::answer_for_card(asking.service, asking.caller(),
                                                        asking.typed("card"), asking.once()));
}

http::Response post_end_card(const Asking& asking) {
  return done_or_shown(asking, service::end_card(asking.service, asking.caller(),
                                                 asking.typed("card"), asking.once()));
}

}  // namespace alongside::web
