// SPDX-License-Identifier: Apache-2.0
// From flags to facts.
#include "improvement/findings.h"

#include <algorithm>

namespace alongside {
namespace {

Meaning meaning_of(int side, std::optional<Better> better) {
  if (!better || side == 0) return Meaning::different;
  return (side > 0) == (*better == Better::more) ? Meaning::better : Meaning::worse;
}

}  // namespace

std::vector<Finding> findings(const statistics::ControlChart& chart, std::optional<Better> better) {
  std::vector<Finding> found;
  const auto add = [&](FoundBy rule, std::size_t first, std::size_t last, int side) {
    found.push_back({rule, first, last, side, meaning_of(side, better)});
  };
  for (std::size_t i = 0; i < chart.points.size(); ++i) {
    const auto& point = chart.points[i];
    if (point.outside) add(FoundBy::outside, i, i, point.value > point.upper ? 1 : -1);
  }
  for (const auto& phase : chart.phases) {
    const auto& runs = phase.runs;
    if (runs.run_signal) {
      const auto first = phase.begins + static_cast<std::size_t>(runs.run_begins);
      const auto last = phase.begins + static_cast<std::size_t>(runs.run_ends);
      const auto& point = chart.points[first];
      add(FoundBy::long_run, first, last, point.value > point.centre ? 1 : -1);
    }
    if (runs.crossings_signal) add(FoundBy::few_crossings, phase.begins, phase.ends - 1, 0);
  }
  std::ranges::stable_sort(found, {}, &Finding::first);
  return found;
}

}  // namespace alongside
