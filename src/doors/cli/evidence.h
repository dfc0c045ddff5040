// SPDX-License-Identifier: Apache-2.0
// Evidence cards on the command line: read, checked, listed, taken along.
#pragma once

#include <ostream>
#include <string_view>

#include "doors/cli/command.h"
#include "foundation/base/clock.h"
#include "science/evidence_card.h"

namespace alongside::cli {

/// The cards of `table`, or those the program carries where it is empty; only those of the aim that
/// was asked for. `faults`: how many rows were no card; each is told on `errors`.
std::vector<EvidenceCard> cards_of(const EvidenceOptions& options, std::string_view table,
                                   std::ostream& errors, std::int64_t& faults);
/// Lists the cards of `table` (CSV), or those the program carries where it is empty. Answers how
/// many rows were no card; each is told on `errors` with its line. Throws std::runtime_error for
/// what is no table.
std::int64_t list_evidence(const EvidenceOptions& options, std::string_view table, Day today,
                           std::ostream& out, std::ostream& errors);

}  // namespace alongside::cli
