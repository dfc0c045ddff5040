// SPDX-License-Identifier: Apache-2.0
// Counts how often each rule set signals in stable normal series, limits from the same points: the
// table of foundation/statistics/false_alarms.cc.    alongside_false_alarms [SERIES]
// With 200,000 series the standard error of a share is at most 0.0011.
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <numbers>
#include <vector>

#include "foundation/base/random.h"
#include "foundation/statistics/control_limits.h"
#include "foundation/statistics/nhs_rules.h"
#include "foundation/statistics/zone_rules.h"

namespace {

using namespace alongside;              // NOLINT: one file
using namespace alongside::statistics;  // NOLINT

class Normal {
 public:
  double next() {
    const double u = (static_cast<double>(chance_.below(1ULL << 53)) + 0.5) * 0x1p-53;
    const double v = static_cast<double>(chance_.below(1ULL << 53)) * 0x1p-53;
    return std::sqrt(-2 * std::log(u)) * std::cos(2 * std::numbers::pi * v);
  }

 private:
  SeededRandomness chance_{20261122};
};

bool zone_signal(const ControlChart& chart, ZoneRules rules, std::vector<double>& z,
                 std::vector<std::uint16_t>& flags, bool* outside) {
  const std::size_t n = chart.points.size();
  for (std::size_t i = 0; i < n; ++i) {
    z[i] = (chart.points[i].value - chart.points[i].centre) / chart.points[i].sigma;
    outside[i] = chart.points[i].outside;
  }
  apply_zone_rules(rules, {z, z, {outside, n}}, flags);
  for (const std::uint16_t flag : flags)
    if (flag != 0) return true;
  return false;
}

bool any_outside(const ControlChart& chart) {
  for (const ChartPoint& point : chart.points)
    if (point.outside) return true;
  return false;
}

}  // namespace

int main(int count, char** words) {
  const long series = count > 1 ? std::atol(words[1]) : 200'000;
  Normal normal;
  ChartMaker maker;
  constexpr std::size_t lengths[] = {12, 16, 20, 24, 30, 36, 48, 60, 90, 120, 180, 240};
  for (const std::size_t n : lengths) {
    std::vector<Observation> observations(n);
    std::vector<double> z(n);
    std::vector<std::uint16_t> flags(n);
    std::vector<NhsPoint> nhs;
    const auto outside = std::make_unique<bool[]>(n);
    double hits[10] = {};
    for (long i = 0; i < series; ++i) {
      for (Observation& at : observations) at.value = normal.next();
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
        of[3] += zone_signal(chart, ZoneRules::western_electric, z, flags, outside.get());
        of[4] += zone_signal(chart, ZoneRules::nelson, z, flags, outside.get());
      }
    }
    std::printf("{%zu, {", n);
    for (int at = 0; at < 10; ++at)
      std::printf("%s%.4f", at > 0 ? ", " : "", hits[at] / static_cast<double>(series));
    std::printf("}},\n");
  }
}
