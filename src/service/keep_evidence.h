// SPDX-License-Identifier: Apache-2.0
// A curator keeps evidence cards of the clinic's own, and somebody answers for a card.
#pragma once

#include <string>
#include <vector>

#include "science/evidence_table.h"
#include "service/caller.h"
#include "service/permission.h"
#include "service/service.h"

namespace alongside::service {

struct EvidenceView {
  std::vector<EvidenceCard> cards;     ///< those of the program, or the clinic's in their place
  std::vector<std::string> kept_here;  ///< ids of the clinic's own
};
/// For anybody who is signed in: cards are about nobody.
EvidenceView read_evidence(const Service& service, const Caller& caller);
std::vector<EvidenceCard> evidence_at(const sql::Reading& reading, HomeNo home);

/// "name: value" lines of one card, or a table of many (CSV). What is wrong with it, row by row.
CardsRead cards_in(std::string_view text);

/// Professionals. All or none; answers how many. Refused: "evidence.not_cards" (field "cards")
/// where cards_in finds a fault or no card, "evidence.too_many" over cards_at_once_max.
constexpr std::size_t cards_at_once_max = 200;
Outcome<std::string> keep_cards(const Service& service, const Caller& caller, std::string_view text,
                                std::string_view once);
/// "I have read it, and answer for it": a version of the card with the caller's name.
Outcome<std::string> answer_for_card(const Service& service, const Caller& caller,
                                     std::string_view card, std::string_view once);
/// A card of the clinic's own is no longer used; the program's of that id holds again.
Outcome<std::string> end_card(const Service& service, const Caller& caller, std::string_view card,
                              std::string_view once);

}  // namespace alongside::service
