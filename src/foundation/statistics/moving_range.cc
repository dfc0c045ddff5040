// SPDX-License-Identifier: Apache-2.0
// Each screening is one more pass over the ranges.
#include "foundation/statistics/moving_range.h"

#include <algorithm>
#include <limits>

namespace alongside::statistics {

MeanRange mean_range(std::span<const double> ranges, int screenings, double screen_factor) {
  MeanRange found;
  if (ranges.empty()) return found;
  double sum = 0;
  for (const double range : ranges) sum += range;
  const int all = static_cast<int>(ranges.size());
  found.ranges = all;
  found.value = sum / all;
  double limit = std::numeric_limits<double>::infinity();
  for (int round = 0; round < screenings && found.value > 0; ++round) {
    limit = std::min(limit, screen_factor * found.value);
    double kept_sum = 0;
    int kept = 0;
    for (const double range : ranges) {
      if (range >= limit) continue;
      kept_sum += range;
      ++kept;
    }
    if (kept == found.ranges) break;
    if (kept_sum == 0) {
      found.skipped = true;
      break;
    }
    found.ranges = kept;
    found.value = kept_sum / kept;
  }
  found.dropped = all - found.ranges;
  return found;
}

}  // namespace alongside::statistics
