// SPDX-License-Identifier: Apache-2.0
// Cards come in, are answered for, and go.
#include "service/keep_evidence.h"

#include <algorithm>
#include <tuple>

#include "foundation/base/text.h"
#include "record/evidence.h"
#include "service/act.h"

namespace alongside::service {
namespace {

template <class Body>
Outcome<std::string> change_cards(const Service& service, const Caller& caller, const Once& once,
                                  Body body) {
  return change_part(
      service, caller, {record::PartKind::evidence}, once,
      [&](const sql::Reading&) { return Permission::to_own_people(caller); },
      [&](sql::Writing& writing, const OwnPeopleAccess&) -> Outcome<Change> {
        return body(writing);
      });
}

}  // namespace

std::vector<EvidenceCard> evidence_at(const sql::Reading& reading, HomeNo home) {
  std::vector<EvidenceCard> cards = shipped_evidence();
  for (EvidenceCard& own : record::cards_kept(reading, home)) {
    const auto same = std::ranges::find(cards, own.id, &EvidenceCard::id);
    if (same != cards.end())
      *same = std::move(own);
    else
      cards.push_back(std::move(own));
  }
  std::ranges::sort(cards, [](const EvidenceCard& a, const EvidenceCard& b) {
    return std::tie(a.aim, a.id) < std::tie(b.aim, b.id);
  });
  return cards;
}

EvidenceView read_evidence(const Service& service, const Caller& caller) {
  return service.database().read([&](const sql::Reading& reading) {
    EvidenceView view{evidence_at(reading, caller.home), {}};
    for (const EvidenceCard& own : record::cards_kept(reading, caller.home))
      view.kept_here.push_back(own.id);
    return view;
  });
}

CardsRead cards_in(std::string_view text) {
  const std::string whole = tidied(std::string(text));
  if (whole.starts_with("id:") || whole.starts_with("#")) {
    auto read = evidence_card_from(whole);
    if (auto* card = std::get_if<EvidenceCard>(&read)) return {{std::move(*card)}, {}};
    const CardFault& fault = std::get<CardFault>(read);
    return {{}, {{0, fault.field, fault.reason}}};
  }
  const auto table = table_from(text);
  if (const auto* fault = std::get_if<TableFault>(&table))
    return {{}, {{fault->line, "", fault->reason}}};
  return cards_from(std::get<TextTable>(table));
}

Outcome<std::string> keep_cards(const Service& service, const Caller& caller, std::string_view text,
                                std::string_view once) {
  return change_cards(service, caller, {"keep_cards", once},
                      [&](sql::Writing& writing) -> Outcome<Change> {
                        const CardsRead read = cards_in(text);
                        if (!read.faults.empty() || read.cards.empty())
                          return Refusal("evidence.not_cards", "cards");
                        if (read.cards.size() > cards_at_once_max)
                          return Refusal("evidence.too_many", "cards");
                        for (const EvidenceCard& card : read.cards)
                          record::keep_card(writing, caller.home, card, caller.name, service.now());
                        const std::string count = std::to_string(read.cards.size());
                        return Change{count, count + " cards"};
                      });
}

Outcome<std::string> answer_for_card(const Service& service, const Caller& caller,
                                     std::string_view card, std::string_view once) {
  return change_cards(
      service, caller, {"answer_for_card", once}, [&](sql::Writing& writing) -> Outcome<Change> {
        for (EvidenceCard known : evidence_at(writing, caller.home)) {
          if (known.id != card) continue;
          known.reviewer = caller.name;
          known.version += 1;
          record::keep_card(writing, caller.home, known, caller.name, service.now());
          return Change{"", "card " + known.id};
        }
        return Refusal("evidence.gone");
      });
}

Outcome<std::string> end_card(const Service& service, const Caller& caller, std::string_view card,
                              std::string_view once) {
  return change_cards(service, caller, {"end_card", once},
                      [&](sql::Writing& writing) -> Outcome<Change> {
                        for (const EvidenceCard& known : record::cards_kept(writing, caller.home)) {
                          if (known.id != card) continue;
                          record::end_card(writing, caller.home, card, service.now());
                          return Change{"", "card " + known.id};
                        }
                        return Refusal("evidence.gone");
                      });
}

}  // namespace alongside::service
