// SPDX-License-Identifier: Apache-2.0
// Charts that add up small shifts: CUSUM, EWMA, Bernoulli and risk-adjusted CUSUM, VLAD.
#pragma once

#include <string_view>

#include "doors/cli/chart_sheet.h"
#include "improvement/chart_table.h"

namespace alongside::cli {

/// cusum, ewma, b, racusum, vlad.
bool adds_up(std::string_view code);

/// Rows in the order of their times. b, racusum and vlad take cases, 0 or 1; racusum and vlad a
/// risk each. Throws std::runtime_error for what cannot be charted so.
SheetMade sums_sheet(const ChartTable& table, const ChartOptions& options);

}  // namespace alongside::cli
