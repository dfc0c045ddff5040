// SPDX-License-Identifier: Apache-2.0
// A measure as FHIR R4 Measure, and its months as MeasureReports: for whoever asks for them in that
// form.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "improvement/chart.h"
#include "improvement/measure.h"

namespace alongside::exchange {

struct ReportedTeam {
  std::string site, team;
  std::vector<MonthCount> months;
};
/// A Bundle: the Measure with its definition, the query that counts as its criteria (language
/// application/sql) and how it is scored; then a summary MeasureReport for each month of each team,
/// oldest first. A month without units says so by dataAbsentReason, and has no count: missing, not
/// zero. Counts are whole; scores have the digits that give the same number back.
std::string measure_bundle(const Measure& measure, std::string_view query,
                           const std::vector<ReportedTeam>& teams, Instant counted_at);

}  // namespace alongside::exchange
