// SPDX-License-Identifier: Apache-2.0
// A team says what it offers: its standards, each with its version.
#pragma once

#include <vector>

#include "coproduction/option.h"
#include "science/evidence_card.h"
#include "service/caller.h"
#include "service/permission.h"
#include "service/service.h"

namespace alongside::service {

struct OffersView {
  Team team;
  std::vector<Offer> offers;
  std::vector<EvidenceCard> cards = {};  ///< that an offer can be linked to
};
Outcome<OffersView> read_offers(const Service& service, const Caller& caller, const Id<Team>& team);

/// A new offer when `number` is empty, else its next version. Refused like offer_from; for more
/// than offers_max ("offer.too_many", field "name"); for a card that there is not
/// ("offer.evidence_unknown", field "evidence").
Outcome<std::string> make_offer(const Service& service, const Caller& caller, const Id<Team>& team,
                                const OfferDraft& draft, std::string_view number,
                                std::string_view once);
/// Agreements that chose it keep it.
Outcome<std::string> end_offer(const Service& service, const Caller& caller, const Id<Team>& team,
                               std::string_view number, std::string_view once);

}  // namespace alongside::service
