// SPDX-License-Identifier: Apache-2.0
// Where a measure stands, in two words: which way it moves now, and whether its target can be
// relied on. What NHS England's "Making Data Count" says with two icons, for any chart with limits
// and any rule set.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "foundation/statistics/nhs_rules.h"
#include "improvement/signals.h"

namespace alongside {

enum class Variation { usual, better, worse, different };
std::string_view code_of(Variation variation);
/// Better is, worse is not; of the others nobody knows.
std::optional<bool> is_wanted(Variation variation);

struct Standing {
  Variation variation = Variation::usual;
  int way = 0;  ///< up 1, down -1; 0 while usual
  statistics::Assurance assurance = statistics::Assurance::none;
};

/// The variation is what the last point with a value takes part in; few crossings, which have no
/// side, are usual. `target`: of the last point, on the scale of the chart.
Standing standing_of(const statistics::ControlChart& chart, std::span<const Signal> found,
                     std::optional<Better> better, std::optional<double> target);

}  // namespace alongside
