// SPDX-License-Identifier: Apache-2.0
// How often a rule set finds something in a series in which nothing happened.
#pragma once

#include <cstddef>

#include "foundation/statistics/run_rules.h"

namespace alongside::statistics {

/// `shewhart`: three sigma; the rest beside it.
enum class RuleSet { shewhart, shewhart_anhoej, nhs, western_electric, nelson };

/// The share of stable, independent, normal series of `points` values with at least one signal, the
/// limits from the same points of an I chart. Simulated (tests/benchmarks/false_alarms.cc says how
/// and with what error, under 0.3 percentage points) for 12 to 240 points, between them by straight
/// lines; beyond them the nearest end.
double false_alarm_rate(RuleSet rules, bool screened, std::size_t points);

/// Of Anhøj's two rules alone, exactly, around a known centre; 0 without useful points. For up to
/// 1,000 of them; beyond, that of 1,000.
double runs_false_alarm_rate(std::int64_t useful_points);

}  // namespace alongside::statistics
