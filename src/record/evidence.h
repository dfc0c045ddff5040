// SPDX-License-Identifier: Apache-2.0
// Evidence cards that a clinic keeps: rows and values. They are about nobody.
#pragma once

#include <vector>

#include "coproduction/person.h"
#include "foundation/sql/database.h"
#include "record/part.h"
#include "science/evidence_card.h"

namespace alongside::record {

/// In force, by id.
std::vector<EvidenceCard> cards_kept(const sql::Reading& reading, HomeNo home);
/// The next version of its id, whatever the card says; answers it.
std::int64_t keep_card(sql::Writing& writing, HomeNo home, EvidenceCard card,
                       std::string_view kept_by, Instant now);
void end_card(sql::Writing& writing, HomeNo home, std::string_view card, Instant now);

}  // namespace alongside::record
