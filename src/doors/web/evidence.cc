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

Html card_item(const Asking& asking, const EvidenceCard& card, Day today) {
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
           asking.say(card.reviewer.empty() ? "model.not_reviewed" : "model.reviewed"))));
}

}  // namespace

http::Response evidence_page(const Asking& asking) {
  const Day today = zone_of("UTC").day_of(asking.now());
  std::vector<Html> parts;
  for (const std::string_view theme : aim_themes) {
    std::vector<Html> items;
    for (const EvidenceCard& card : shipped_evidence())
      if (card.aim == theme) items.push_back(card_item(asking, card, today));
    if (!items.empty())
      parts.push_back(
          h::section(cls("card"), h::h2(theme_words(asking, theme)), h::ul(cls("looks"), items)));
  }
  return page(asking, 200, asking.say("evidence.title"), Place::none,
              h::div(cls("wrap narrow page stack"), h::h1(asking.say("evidence.title")),
                     h::p(cls("lead"), asking.say("evidence.lead")), parts,
                     h::p(h::a(href(Url("/judgements")), asking.say("judgement.title")))));
}

}  // namespace alongside::web
