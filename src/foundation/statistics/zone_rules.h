// SPDX-License-Identifier: Apache-2.0
// Rules over the zones between centre and limits: Western Electric (Statistical Quality Control
// Handbook, 1956) and Nelson (J Qual Technol 1984, 16: 237-239). A rule speaks at the point that
// completes its pattern, and at each later one that still does.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace alongside::statistics {

/// western_electric 1 to 4: beyond 3 sigma; two of three beyond 2 on one side; four of five beyond
/// 1 on one side; eight on one side. nelson 1 to 8: beyond 3 sigma; nine on one side; six rising or
/// falling; fourteen alternating; two of three beyond 2; four of five beyond 1; fifteen within 1;
/// eight beyond 1 with both sides among them. Where k of n count, the completing point is one of k.
enum class ZoneRules { western_electric, nelson };

constexpr int zone_rules_of(ZoneRules rules) { return rules == ZoneRules::nelson ? 8 : 4; }

/// A series in units of each point's own sigma. Missing (NaN) breaks every pattern. Points exactly
/// on a line violate nothing.
struct Zoned {
  std::span<const double> z;
  std::span<const double> value;  ///< for rising, falling and alternating
  std::span<const bool> outside;  ///< rule 1: beyond the limits as they are drawn
};

/// Bit r - 1 of flags[i] is set where rule r speaks at point i. `flags` has the length of the
/// series.
void apply_zone_rules(ZoneRules rules, const Zoned& series, std::span<std::uint16_t> flags);

}  // namespace alongside::statistics
