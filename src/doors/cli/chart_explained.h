// SPDX-License-Identifier: Apache-2.0
// Why this chart, what other rules would say, the same elsewhere; and all of it for machines.
#pragma once

#include <string>

#include "doors/cli/chart_series.h"

namespace alongside::cli {

/// Why this chart, how often its rules cry wolf, what the other rule sets would say, what a season
/// adds, and the same in R; lines.
std::string explanation_of(const Charted& charted);
/// "Season: January +2.1, …": what each place in the cycle adds.
std::string season_words(const Charted& charted);
/// Everything, with the options and the program's version that make it again.
std::string chart_as_json(const Charted& charted);

}  // namespace alongside::cli
