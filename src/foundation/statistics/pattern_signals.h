// SPDX-License-Identifier: Apache-2.0
// Where the patterns of a rule set stand on a control chart, each as a stretch of points.
#pragma once

#include <cstdint>
#include <vector>

#include "foundation/statistics/control_limits.h"
#include "foundation/statistics/zone_rules.h"

namespace alongside::statistics {

struct PatternSignal {
  ZoneRule rule;
  std::size_t first = 0;  ///< points, from 0; those that make the pattern
  std::size_t last = 0;
  int side = 0;  ///< -1 below or falling, 1 above or rising, 0: neither
};

/// Reuses its memory from chart to chart. Patterns end where a phase ends; a point that was left
/// out breaks them, as a missing one does. Sigma is that of the point; where limits are not even, a
/// third of the way to the limit on its side.
class PatternFinder {
 public:
  /// In order of the rules, then of the points. Valid until the next call.
  const std::vector<PatternSignal>& find(const ControlChart& chart, ZoneRules rules);

 private:
  void gather(const ControlChart& chart, std::size_t rule, const ZoneRule& what);

  std::vector<double> z_, value_;
  std::vector<char> outside_;
  std::vector<std::uint16_t> flags_;
  std::vector<PatternSignal> found_;
};

}  // namespace alongside::statistics
