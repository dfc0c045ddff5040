// SPDX-License-Identifier: Apache-2.0
// What a control chart found, as facts that can be said: which rule, at which points, to which
// side, and whether that is better or worse for what is measured.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "foundation/statistics/control_limits.h"
#include "foundation/statistics/zone_rules.h"
#include "improvement/measure.h"

namespace alongside {

/// outside: one point beyond its limits. long_run: more in a row on one side than chance gives.
/// few_crossings: the series changes sides less often than chance gives, so it drifts or clusters.
/// pattern: one of a rule set (rule_sets.h).
enum class FoundBy { outside, long_run, few_crossings, pattern };
enum class Meaning { different, better, worse };

struct Signal {
  FoundBy rule = FoundBy::outside;
  std::size_t first = 0;  ///< points, from 0
  std::size_t last = 0;
  int side = 0;  ///< of the middle: -1 below, 1 above, 0 for few crossings
  Meaning meaning = Meaning::different;
  std::int64_t points = 1;            ///< of a run: those off the middle
  statistics::ZoneRule pattern = {};  ///< of `pattern`
};

/// `side`: -1, 0, 1. `better`: the direction that is wanted, if any.
Meaning meaning_of(int side, std::optional<Better> better);

/// In the order of their first points; a point that was left out is none. `better`: the direction
/// that is wanted; none: any change is only different.
std::vector<Signal> signals(const statistics::ControlChart& chart, std::optional<Better> better);

}  // namespace alongside
