// SPDX-License-Identifier: Apache-2.0
// Places beside each other: names, counts and sizes become a funnel plot.
#pragma once

#include "doors/cli/chart_sheet.h"
#include "improvement/chart_table.h"

namespace alongside::cli {

/// Rows of one place are added up. Proportions where no count is above its size, ratios otherwise.
/// Throws std::runtime_error for what cannot be charted so.
SheetMade funnel_sheet(const ChartTable& table, const ChartOptions& options);

}  // namespace alongside::cli
