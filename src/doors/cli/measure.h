// SPDX-License-Identifier: Apache-2.0
// A measure counted at the command line: the same definition, and the same numbers, as on a page.
#pragma once

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "doors/cli/command.h"
#include "improvement/chart.h"
#include "improvement/measure.h"

namespace alongside::cli {

/// By its name or its code: "aim_asked", "A1". Throws std::runtime_error for any other, with the
/// names that there are.
const Measure& measure_named(std::string_view name);

/// Of one's own, from a file of lines that says what it counts over what is recorded. Throws
/// std::runtime_error with the file and the line that cannot be read.
Measure measure_in(const std::string& file, std::string_view text);

struct MeasuredTeam {
  std::string site, team;
  std::vector<MonthCount> months;
};
/// As a table (site, team, month, counted, of, value), or as JSON with the definition and the query
/// beside the numbers. A month without units has empty cells: missing, not zero.
void tell_measure(const MeasureOptions& options, const Measure& measure, std::string_view query,
                  const std::vector<MeasuredTeam>& teams, std::ostream& out);
/// Months that say something else than `before` says, which an earlier --json wrote of the same
/// measure: a table (site, team, month, before_counted, before_of, before_value, counted, of,
/// value). Throws std::runtime_error where `before` is none, or of another measure or version.
void tell_changes(const MeasureOptions& options, const Measure& measure, std::string_view before,
                  const std::vector<MeasuredTeam>& teams, std::ostream& out);
/// Codes, names and kinds of all that ship.
void list_measures(std::ostream& out);

}  // namespace alongside::cli
