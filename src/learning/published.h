// SPDX-License-Identifier: Apache-2.0
// A published review as a patient can read it, counts of people, and as the model takes it, a
// belief with its sd.
#pragma once

#include <optional>

#include "learning/release.h"
#include "science/evidence_card.h"

namespace alongside::learning {

/// Of all people, the share for whom it goes well.
struct SharesOfPeople {
  double without = 0;                  ///< of those who carry on
  double with = 0, low = 0, high = 0;  ///< of those who do it, and the review's interval
};
/// Taking "well" as what `without` (a share in (0, 1)) of those who carry on reach: Φ(Φ⁻¹(without)
/// + d) for a standardised mean difference d (Furukawa & Leucht 2011, PLoS One 6:e19070). Nothing
/// for other scales: they need what happened to those without it, which cards do not say.
std::optional<SharesOfPeople> published_shares(const EvidenceCard& card, double without);

/// Standardised mean differences and odds ratios; nothing for the rest.
std::optional<ScienceOf> science_of(const EvidenceCard& card);

/// How sure a review is of its number, in three steps; `not_said`: the review does not say.
enum class Sureness { not_said, not_very_sure, fairly_sure, sure };
Sureness sureness_of(const EvidenceCard& card);

}  // namespace alongside::learning
