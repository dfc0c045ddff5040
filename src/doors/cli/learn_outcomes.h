// SPDX-License-Identifier: Apache-2.0
// A table of what people did and how it went, as rows for the learning engine.
#pragma once

#include <string_view>

#include "learning/rows.h"

namespace alongside::cli {

struct OutcomeScale {
  double sd = 1;      ///< in which outcomes are told; above 0
  bool down = false;  ///< lower is better
};
/// Needed columns: site, person, action, outcome (empty: no follow-up); if there: aim, design,
/// period; every other column, six at most, is a circumstance. Throws std::runtime_error, with the
/// line or column, for what cannot be read.
learning::OutcomeTable outcomes_in(std::string_view text, const OutcomeScale& scale);

}  // namespace alongside::cli
