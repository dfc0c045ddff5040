// SPDX-License-Identifier: Apache-2.0
// Standards of a team.
#include "service/make_offer.h"

#include <algorithm>

#include "record/people.h"
#include "record/visits.h"
#include "service/act.h"
#include "service/keep_evidence.h"

namespace alongside::service {
namespace {

const Offer* numbered(const std::vector<Offer>& offers, std::string_view number) {
  for (const Offer& offer : offers)
    if (std::to_string(offer.number) == number) return &offer;
  return nullptr;
}

Outcome<Done> card_known(const sql::Reading& reading, HomeNo home, const Offer& offer) {
  const auto cards = evidence_at(reading, home);
  if (offer.evidence.empty() ||
      std::ranges::find(cards, offer.evidence, &EvidenceCard::id) != cards.end())
    return Done{};
  return Refusal("offer.evidence_unknown", "evidence");
}

}  // namespace

Outcome<OffersView> read_offers(const Service& service, const Caller& caller,
                                const Id<Team>& team) {
  return service.database().read([&](const sql::Reading& reading) -> Outcome<OffersView> {
    TRY(const TeamAccess access, Permission::to_team(reading, caller, team, service.now()));
    return OffersView{record::team(reading, access), record::offers(reading, access),
                      evidence_at(reading, caller.home)};
  });
}

Outcome<std::string> make_offer(const Service& service, const Caller& caller, const Id<Team>& team,
                                const OfferDraft& draft, std::string_view number,
                                std::string_view once) {
  return change_team(service, caller, team, record::PartKind::offers, {"make_offer", once},
                     [&](sql::Writing& writing, const TeamAccess& access) -> Outcome<Change> {
                       TRY(Offer offer, offer_from(draft));
                       CHECK(card_known(writing, caller.home, offer));
                       const auto known = record::offers(writing, access);
                       if (number.empty()) {
                         if (known.size() >= offers_max) return Refusal("offer.too_many", "name");
                       } else {
                         const Offer* before = numbered(known, number);
                         if (before == nullptr) return Refusal("permission.not_found");
                         offer.number = before->number;
                       }
                       const auto made =
                           record::set_offer(writing, access, offer, caller.name, service.now());
                       return Change{std::to_string(made), "offer " + std::to_string(made)};
                     });
}

Outcome<std::string> end_offer(const Service& service, const Caller& caller, const Id<Team>& team,
                               std::string_view number, std::string_view once) {
  return change_team(service, caller, team, record::PartKind::offers, {"end_offer", once},
                     [&](sql::Writing& writing, const TeamAccess& access) -> Outcome<Change> {
                       const auto known = record::offers(writing, access);
                       const Offer* offer = numbered(known, number);
                       if (offer == nullptr) return Refusal("permission.not_found");
                       record::end_offer(writing, access, offer->number, service.now());
                       return Change{"", "offer " + std::to_string(offer->number)};
                     });
}

}  // namespace alongside::service
