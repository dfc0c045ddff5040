// SPDX-License-Identifier: Apache-2.0
// Counts how often each rule set signals in stable normal series, limits from the same points: the
// table of foundation/statistics/false_alarms.cc.    alongside_false_alarms [SERIES]
// With 200,000 series the standard error of a share is at most 0.0011.
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include "foundation/base/random.h"
#include "foundation/statistics/control_limits.h"
#include "foundation/statistics/distribution.h"
#include "foundation/statistics/nhs_rules.h"
#include "foundation/statistics/pattern_signals.h"

namespace {

using namespace alongside;              // NOLINT: one file
using namespace alongside::statistics;  // NOLINT

;

bool any_outside(const ControlChart& chart) {
  for (const ChartPoint& point : chart.points)
    if (point.outside) return true;
  return false;
}

}  // namespace

int main(int count, char** words) {
  const long series = count > 1 ? std::atol(words[1]) : 200'000;
  SeededRandomness chance(20261122);
  ChartMaker maker;
  PatternFinder finder;
  constexpr std::size_t lengths[] = {12, 16, 20, 24, 30, 36, 48, 60, 90, 120, 180, 240};
  for (const std::size_t n : lengths) {
    std::vector<Observation> observations(n);
    std::vector<NhsPoint> nhs;
    double hits[10] = {};
    for (long i = 0; i < series; ++i) {
      for (Observation& at : observations) at.value = normal_deviate(chance);
      for (std::size_t screened = 0; screened < 2; ++screened) {
        ChartOptions options;
        options.ranges.screenings = static_cast<int>(screened);
        const ControlChart& chart = maker.make(observations, options);
        const bool beyond = any_outside(chart);
        double* of = hits + screened * 5;
        of[0] += beyond;
        of[1] += beyond || chart.phases[0].runs.signal;
        apply_nhs_rules(chart, Improvement::increase, nhs);
        bool nhs_speaks = false;
        for (const NhsPoint& point : nhs) nhs_speaks |= point.cause != NhsCause::common;
        of[2] += nhs_speaks;
        of[3] += !finder.find(chart, western_electric_rules).empty();
        of[4] += !finder.find(chart, nelson_rules).empty();
      }
    }
    std::printf("{%zu, {", n);
    for (int at = 0; at < 10; ++at)
      std::printf("%s%.4f", at > 0 ? ", " : "", hits[at] / static_cast<double>(series));
    std::printf("}},\n");
  }
}
