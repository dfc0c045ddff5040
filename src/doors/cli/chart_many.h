// SPDX-License-Identifier: Apache-2.0
// Many measures of one table: a chart for each, and one table of where they all stand.
#pragma once

#include "doors/cli/chart_sheet.h"
#include "improvement/chart_table.h"

namespace alongside::cli {

/// One chart for each word in the column `by`, in the order of first appearance; one that cannot be
/// charted is told with its name. Throws std::runtime_error where none can.
SheetMade many_sheet(const ChartTable& table, const ChartOptions& options);

}  // namespace alongside::cli
