// SPDX-License-Identifier: Apache-2.0
// The P chart: shares with limits for the size of each point.
#include "foundation/statistics/control_limits.h"

#include <algorithm>
#include <cmath>

#include "foundation/base/expect.h"

namespace alongside::statistics {

ProportionChart proportion_chart(std::span<const Proportion> series) {
  ProportionChart chart;
  std::int64_t counts = 0;
  std::int64_t totals = 0;
  for (const Proportion& point : series) {
    expect(point.of >= 0 && point.count >= 0 && point.count <= point.of,
           "a count is not more than what it is out of");
    counts += point.count;
    totals += point.of;
  }
  if (totals > 0) chart.centre = static_cast<double>(counts) / static_cast<double>(totals);
  for (const Proportion& point : series) {
    LimitsAtPoint at;
    if (point.of > 0) {
      const double n = static_cast<double>(point.of);
      const double centre = *chart.centre;
      const double three_sigma = 3 * std::sqrt(centre * (1 - centre) / n);
      at.value = static_cast<double>(point.count) / n;
      at.lower = std::max(0.0, centre - three_sigma);
      at.upper = std::min(1.0, centre + three_sigma);
      at.outside = *at.value < *at.lower || *at.value > *at.upper;
    }
    chart.points.push_back(at);
  }
  return chart;
}

}  // namespace alongside::statistics
