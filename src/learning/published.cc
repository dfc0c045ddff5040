// SPDX-License-Identifier: Apache-2.0
// Two readings of one card.
#include "learning/published.h"

#include "foundation/statistics/distribution.h"

namespace alongside::learning {
namespace {

/// What is not stated is taken as low: nobody vouched for more.
Certainty certainty_of(const EvidenceCard& card) {
  switch (card.certainty) {
    case EvidenceCertainty::high:
      return Certainty::high;
    case EvidenceCertainty::moderate:
      return Certainty::moderate;
    case EvidenceCertainty::very_low:
      return Certainty::very_low;
    case EvidenceCertainty::low:
    case EvidenceCertainty::not_stated:
      break;
  }
  return Certainty::low;
}

Judgement judgement_of(const EvidenceCard& card) {
  Judgement judgement;
  judgement.certainty = certainty_of(card);
  const EvidenceDomains& domains = card.domains;
  if (domains.risk_of_bias == "low") judgement.risk_of_bias = Risk::low;
  if (domains.risk_of_bias == "some") judgement.risk_of_bias = Risk::some;
  if (domains.risk_of_bias == "high") judgement.risk_of_bias = Risk::high;
  if (domains.publication_bias == "undetected")
    judgement.publication_bias = PublicationBias::undetected;
  if (domains.publication_bias == "suspected")
    judgement.publication_bias = PublicationBias::suspected;
  if (domains.indirectness == "some") judgement.indirectness = Indirectness::some;
  if (domains.indirectness == "serious") judgement.indirectness = Indirectness::serious;
  if (domains.indirectness == "very serious") judgement.indirectness = Indirectness::very_serious;
  return judgement;
}

}  // namespace

std::optional<SharesOfPeople> published_shares(const EvidenceCard& card, double without) {
  if (card.scale != EffectScale::standardised_mean_difference) return std::nullopt;
  const double cut = statistics::normal_quantile(without);
  const auto share = [&](double d) {
    return statistics::normal_share(cut + (card.higher_is_better ? d : -d));
  };
  const double one = share(card.low);
  const double other = share(card.high);
  return SharesOfPeople{without, share(card.estimate), std::min(one, other), std::max(one, other)};
}

std::optional<ScienceOf> science_of(const EvidenceCard& card) {
  PublishedEffect effect;
  const double level = card.level / 100;
  if (card.scale == EffectScale::standardised_mean_difference)
    effect = standardised(card.estimate, card.low, card.high, level);
  else if (card.scale == EffectScale::odds_ratio)
    effect = from_odds_ratio(card.estimate, card.low, card.high, level);
  else
    return std::nullopt;
  const Judgement judgement = judgement_of(card);
  return ScienceOf{science_prior(effect, judgement, card.higher_is_better), judgement.certainty,
                   card.id + " " + std::to_string(card.version)};
}

Sureness sureness_of(const EvidenceCard& card) {
  switch (card.certainty) {
    case EvidenceCertainty::high:
      return Sureness::sure;
    case EvidenceCertainty::moderate:
      return Sureness::fairly_sure;
    case EvidenceCertainty::low:
    case EvidenceCertainty::very_low:
      return Sureness::not_very_sure;
    case EvidenceCertainty::not_stated:
      break;
  }
  return Sureness::not_said;
}

}  // namespace alongside::learning
