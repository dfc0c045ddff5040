// SPDX-License-Identifier: Apache-2.0
// `alongside chart FILE`: a table in, a chart and what it says out.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

#include "doors/cli/command.h"

namespace alongside::cli {

/// Charts the table in `text` as `options` ask; writes the reading to `out`, files where asked.
/// Throws std::runtime_error with a sentence for whatever cannot be charted. Answers the exit code.
int chart_table_text(const ChartOptions& options, std::string_view text, std::ostream& out);

}  // namespace alongside::cli
