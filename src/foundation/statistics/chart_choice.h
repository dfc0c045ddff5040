// SPDX-License-Identifier: Apache-2.0
// Which chart fits the data, and why: a proposal that is always told with its reason.
#pragma once

#include <span>
#include <string_view>

#include "foundation/statistics/control_limits.h"

namespace alongside::statistics {

enum class ChoiceReason {
  groups,        ///< several values each time: their means
  few_points,    ///< too few for limits: a run chart
  shares,        ///< counts out of a size
  shares_wider,  ///< and they vary more than chance: Laney's correction
  rates,         ///< counts over an area, which may exceed it
  rates_wider,
  sizes,        ///< measurements with a size each
  counts,       ///< whole counts that vary as chance has it
  rare_events,  ///< more zeros than not: better count what lies between events
  single_values,
  gaps  ///< times or cases between events, as the one who asks says
};
std::string_view code_of(ChoiceReason reason);

struct Choice {
  ChartKind kind;
  ChoiceReason reason;
};

/// What the sizes are, where the one who asks knows: an area of opportunity (days, hours) is never
/// what counts are out of.
enum class SizesAre { not_said, an_area };

/// From the rows as they came and the observations they made. Fewer than `points_for_limits`
/// observations: a run chart.
Choice choose_chart(const Rows& rows, std::span<const Observation> observations,
                    SizesAre sizes = SizesAre::not_said);

}  // namespace alongside::statistics
