// SPDX-License-Identifier: Apache-2.0
// A table by simulation, and the exact count for runs alone.
#include "foundation/statistics/false_alarms.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "foundation/statistics/run_chances.h"

namespace alongside::statistics {
namespace {

/// Shares for each rule set, in the order of RuleSet: five without screening, five with.
struct Rates {
  double points;
  std::array<double, 10> share;
};
// clang-format off
constexpr std::array<Rates, 12> simulated = {{
    {12, {0.0258, 0.0379, 0.0462, 0.0506, 0.0626, 0.0522, 0.0627, 0.0713, 0.0760, 0.0869}},
    {16, {0.0377, 0.0500, 0.0806, 0.0811, 0.1050, 0.0688, 0.0796, 0.1094, 0.1119, 0.1341}},
    {20, {0.0489, 0.0760, 0.1180, 0.1162, 0.1488, 0.0830, 0.1070, 0.1488, 0.1499, 0.1802}},
    {24, {0.0588, 0.0890, 0.1543, 0.1491, 0.1901, 0.0951, 0.1217, 0.1863, 0.1852, 0.2234}},
    {30, {0.0730, 0.1012, 0.2072, 0.1980, 0.2515, 0.1127, 0.1375, 0.2402, 0.2373, 0.2867}},
    {36, {0.0884, 0.1304, 0.2598, 0.2454, 0.3104, 0.1305, 0.1679, 0.2927, 0.2856, 0.3454}},
    {48, {0.1181, 0.1523, 0.3535, 0.3334, 0.4146, 0.1652, 0.1952, 0.3871, 0.3770, 0.4509}},
    {60, {0.1460, 0.1836, 0.4352, 0.4100, 0.5045, 0.1978, 0.2307, 0.4686, 0.4548, 0.5398}},
    {90, {0.2117, 0.2695, 0.6009, 0.5686, 0.6728, 0.2711, 0.3215, 0.6302, 0.6110, 0.7022}},
    {120, {0.2734, 0.3180, 0.7182, 0.6870, 0.7860, 0.3390, 0.3767, 0.7431, 0.7247, 0.8095}},
    {180, {0.3820, 0.4349, 0.8593, 0.8335, 0.9081, 0.4558, 0.4997, 0.8763, 0.8613, 0.9214}},
    {240, {0.4722, 0.5055, 0.9295, 0.9110, 0.9588, 0.5500, 0.5762, 0.9396, 0.9298, 0.9665}},
}};
// clang-format on

constexpr std::int64_t exact_max = 1000;

}  // namespace

double false_alarm_rate(RuleSet rules, bool screened, std::size_t points) {
  const std::size_t column = static_cast<std::size_t>(rules) + (screened ? 5 : 0);
  const double n =
      std::clamp(static_cast<double>(points), simulated.front().points, simulated.back().points);
  const auto* above = std::ranges::lower_bound(simulated, n, {}, &Rates::points);
  if (above == simulated.begin()) return above->share[column];
  const auto* below = above - 1;
  const double part = (n - below->points) / (above->points - below->points);
  return below->share[column] + part * (above->share[column] - below->share[column]);
}

double runs_false_alarm_rate(std::int64_t useful_points) {
  const auto n = static_cast<int>(std::min(useful_points, exact_max));
  if (n < 1) return 0;
  const int longest = static_cast<int>(std::nearbyint(std::log2(n))) + 3;
  return false_alarm_chance(n, longest, static_cast<int>(crossings_lower_limit(n - 1)));
}

}  // namespace alongside::statistics
