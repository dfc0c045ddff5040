// SPDX-License-Identifier: Apache-2.0
// Evidence cards as FHIR Evidence (R5, as Evidence Based Medicine on FHIR uses it), there and back.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "science/evidence_card.h"

namespace alongside::exchange {

/// A Bundle with an Evidence for each card: population, exposure, reference exposure and measured
/// variable in words, the statistic with its interval, certainty overall and by domain, citation
/// and review days. What FHIR has no element for stands in extensions of our own.
std::string evidence_bundle(const std::vector<EvidenceCard>& cards);

/// A Bundle or one Evidence as a table of cards (CSV), as science/evidence_table reads it: what an
/// Evidence does not say stays empty, so that a curator can add it. Nothing where the text is no
/// JSON or holds no Evidence.
std::optional<std::string> evidence_table_from(std::string_view text);

}  // namespace alongside::exchange
