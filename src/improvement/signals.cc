// SPDX-License-Identifier: Apache-2.0
// From flags to facts.
#include "improvement/signals.h"

#include <algorithm>

namespace alongside {
namespace {

struct Run {
  std::size_t first, last;
  int side;
  std::int64_t length;
};

/// Every run of a phase that is as long as the rule takes for more than chance.
std::vector<Run> long_runs(const statistics::ControlChart& chart,
                           const statistics::ChartPhase& phase) {
  const std::int64_t least = std::min(phase.runs.longest_run, phase.runs.longest_run_max + 1);
  std::vector<Run> runs;
  Run now{0, 0, 0, 0};
  const auto close = [&] {
    if (now.side != 0 && now.length >= least) runs.push_back(now);
  };
  for (std::size_t i = phase.begins; i < phase.ends; ++i) {
    const auto& point = chart.points[i];
    const int side = point.included ? statistics::side_of(point.value, point.centre) : 0;
    if (side == 0) continue;
    if (side == now.side) {
      now.last = i;
      ++now.length;
      continue;
    }
    close();
    now = {i, i, side, 1};
  }
  close();
  return runs;
}

}  // namespace

Meaning meaning_of(int side, std::optional<Better> better) {
  if (!better || side == 0) return Meaning::different;
  return (side > 0) == (*better == Better::more) ? Meaning::better : Meaning::worse;
}

std::vector<Signal> signals(const statistics::ControlChart& chart, std::optional<Better> better) {
  std::vector<Signal> found;
  const auto add = [&](FoundBy rule, std::size_t first, std::size_t last, int side,
                       std::int64_t points = 1) {
    found.push_back({rule, first, last, side, meaning_of(side, better), points, {}});
  };
  for (std::size_t i = 0; i < chart.points.size(); ++i) {
    const auto& point = chart.points[i];
    if (point.outside && point.included)
      add(FoundBy::outside, i, i, point.value > point.upper ? 1 : -1);
  }
  for (const auto& phase : chart.phases) {
    const auto& runs = phase.runs;
    if (runs.run_signal)
      for (const Run& run : long_runs(chart, phase))
        add(FoundBy::long_run, run.first, run.last, run.side, run.length);
    if (runs.crossings_signal) add(FoundBy::few_crossings, phase.begins, phase.ends - 1, 0);
  }
  std::ranges::stable_sort(found, {}, &Signal::first);
  return found;
}

}  // namespace alongside
