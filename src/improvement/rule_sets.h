// SPDX-License-Identifier: Apache-2.0
// What counts as a signal: a rule set by its name, or patterns of one's own.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/statistics/false_alarms.h"
#include "foundation/statistics/pattern_signals.h"
#include "improvement/signals.h"

namespace alongside {

struct Rules {
  enum class Kind { limits_and_runs, nhs, patterns };
  std::string name = "anhoej";
  Kind kind = Kind::limits_and_runs;
  statistics::RunsMethod runs = statistics::RunsMethod::anhoej;  ///< for limits_and_runs
  std::vector<statistics::ZoneRule> patterns;                    ///< for patterns
};

/// "anhoej" (limits and two runs rules), "best-box", "cut-box", "mdc" (NHS Making Data Count),
/// "western-electric", "nelson", or patterns with commas between them, at most 16: "outside",
/// "8-on-one-side", "6-trend", "14-alternating", "2-of-3-beyond-2", "15-within-1",
/// "8-avoiding-1". Nothing for anything else; windows are 2 to 100 points, sigmas above 0 to 6.
std::optional<Rules> rules_from(std::string_view text);

/// "2-of-3-beyond-2".
std::string code_of(const statistics::ZoneRule& rule);

/// In the order of their first points.
std::vector<Signal> signals_by(const Rules& rules, const statistics::ControlChart& chart,
                               std::optional<Better> better);

/// The share of stable series, with phases of those lengths, in which these rules find something:
/// from the table of statistics/false_alarms.h for 12 to 240 points a phase, else by simulation of
/// the same 1,000 series. Missing without points and beyond 2,000 a phase, where it comes near one.
double false_alarms_of(const Rules& rules, bool screened, const std::vector<std::size_t>& phases);

}  // namespace alongside
