// SPDX-License-Identifier: Apache-2.0
// A list of offers, a form for one more, and one to change each.
#include "doors/web/offers.h"

#include "doors/web/page.h"
#include "doors/web/parts.h"
#include "science/evidence_card.h"
#include "service/make_offer.h"

namespace alongside::web {
namespace {

Url offers_url(const Id<Team>& team) { return Url("/teams").part(team.text()).then("/offers"); }

/// Reviews by what people want.
std::vector<Choice> reviews(const std::vector<EvidenceCard>& cards) {
  std::vector<Choice> choices;
  for (const EvidenceCard& card : cards)
    choices.push_back({card.id, Text(card.aim + ": " + card.action)});
  return choices;
}

Html fields(const FormState& state, const Offer& before, const std::vector<EvidenceCard>& cards) {
  return together(
      text_field(state, {"name", "offer.name", ""}, before.name),
      area_field(state, {"what_it_asks", "offer.asks", ""}, 2, before.what_it_asks),
      text_field(state, {"minutes", "offer.minutes", "", "number"},
                 before.minutes ? std::to_string(before.minutes->value) : std::string()),
      area_field(state, {"asks_of_others", "offer.others", ""}, 2, before.asks_of_others),
      area_field(state, {"could_go_wrong", "offer.wrong", ""}, 2, before.could_go_wrong),
      select_field(state, {"evidence", "offer.evidence", ""}, reviews(cards), before.evidence),
      text_field(state, {"action", "offer.action", "offer.action_hint"}, before.action));
}

Html offer_item(const Asking& asking, const Id<Team>& team, const Offer& offer) {
  const std::string number = std::to_string(offer.number);
  Url change = offers_url(team);
  change.with("change", number);
  return h::li(h::b(Text(offer.name)), Text(" "),
               h::span(cls("small muted"),
                       asking.say("offer.version", {{"n", std::to_string(offer.version)}})),
               h::p(Text(offer.what_it_asks)),
               offer.minutes ? h::p(cls("small"),
                                    asking.say_count("plan.minutes_a_week", offer.minutes->value))
                             : Html(),
               h::div(cls("row"),
                      h::a(cls("btn line small"), href(change), asking.say("offer.change"),
                           h::span(cls("vh"), Text(" " + offer.name))),
                      post_form(asking, offers_url(team).then("/end"), cls("inline"),
                                h::input(type("hidden"), name("offer"), value(number)),
                                h::button(cls("btn line small"), asking.say("offer.end"),
                                          h::span(cls("vh"), Text(" " + offer.name))))));
}

http::Response show_offers(const FormState& state) {
  const Asking& asking = state.asking;
  const auto team = Id<Team>::parse(asking.part("team"));
  if (!team) return not_found(asking);
  const auto seen = service::read_offers(asking.service, asking.caller(), *team);
  if (!seen) return not_found(asking);
  std::string changing(asking.request.query.value("change"));
  if (!asking.typed("offer").empty()) changing = asking.typed("offer");
  Offer before;
  std::vector<Html> items;
  for (const Offer& offer : seen.value().offers) {
    items.push_back(offer_item(asking, *team, offer));
    if (std::to_string(offer.number) == changing) before = offer;
  }
  const bool change = before.number != 0;
  return page(
      asking, state.came_back() ? 422 : 200, asking.say("offer.title"), Place::team,
      h::div(
          cls("wrap narrow page stack"), fault_summary(state),
          h::div(h::h1(asking.say("offer.title")), h::p(cls("lead"), asking.say("offer.lead")),
                 h::p(h::a(href(Url("/evidence")), asking.say("evidence.title")))),
          items.empty() ? h::p(asking.say("offer.none"))
                        : h::div(cls("card"), h::ul(cls("looks"), items)),
          post_form(
              asking, offers_url(*team), cls("card stack-s"), id("form"),
              change ? h::input(type("hidden"), name("offer"), value(std::to_string(before.number)))
                     : Html(),
              fields(state, before, seen.value().cards),
              h::p(h::button(cls("btn"), asking.say(change ? "offer.keep" : "offer.add"))))));
}

}  // namespace

http::Response offers_page(const Asking& asking) { return show_offers({asking, {}}); }

http::Response post_offer(const Asking& asking) {
  const auto team = Id<Team>::parse(asking.part("team"));
  if (!team) return not_found(asking);
  const auto made = service::make_offer(
      asking.service, asking.caller(), *team,
      {std::string(asking.typed("name")), std::string(asking.typed("what_it_asks")),
       std::string(asking.typed("minutes")), std::string(asking.typed("asks_of_others")),
       std::string(asking.typed("could_go_wrong")), std::string(asking.typed("evidence")),
       std::string(asking.typed("action"))},
      asking.typed("offer"), asking.once());
  if (made) return http::Response::see_other(offers_url(*team).text());
  if (is_not_found(made.refusal())) return not_found(asking);
  return show_offers({asking, made.refusal().faults()});
}

http::Response post_end_offer(const Asking& asking) {
  const auto team = Id<Team>::parse(asking.part("team"));
  if (!team) return not_found(asking);
  const auto ended = service::end_offer(asking.service, asking.caller(), *team,
                                        asking.typed("offer"), asking.once());
  if (!ended) return not_found(asking);
  return http::Response::see_other(offers_url(*team).text());
}

}  // namespace alongside::web
