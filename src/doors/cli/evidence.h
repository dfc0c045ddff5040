// SPDX-License-Identifier: Apache-2.0
// Evidence cards on the command line: read, checked, listed, taken along.
#pragma once

#include <ostream>
#include <string_view>

#include "doors/cli/command.h"
#include "foundation/base/clock.h"

namespace alongside::cli {

/// Lists the cards of `table` (CSV), or those the program carries where it is empty. Answers how
/// many rows were no card; each is told on `errors` with its line. Throws std::runtime_error for
/// what is no table.
std::int64_t list_evidence(const EvidenceOptions& options, std::string_view table, Day today,
                           std::ostream& out, std::ostream& errors);

}  // namespace alongside::cli
