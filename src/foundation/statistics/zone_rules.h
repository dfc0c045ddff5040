// SPDX-License-Identifier: Apache-2.0
// Rules over the zones between centre and limits: Western Electric (Statistical Quality Control
// Handbook, 1956) and Nelson (J Qual Technol 1984, 16: 237-239). A rule speaks at the point that
// completes its pattern, and at each later one that still does.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace alongside::statistics {

/// outside: beyond the limits as they are drawn. one_side: all of the window on one side of the
/// middle. trend: each further up, or each further down, than the one before. alternating: up and
/// down by turns. beyond: `needed` of the window further out than `sigmas`, on one side. within:
/// all nearer than `sigmas`. avoiding: all further out than `sigmas`, with both sides among them.
enum class Pattern { outside, one_side, trend, alternating, beyond, within, avoiding };

struct ZoneRule {
  Pattern pattern = Pattern::outside;
  std::size_t window = 1;  ///< points the pattern is made of
  std::size_t needed = 1;  ///< of them, for `beyond`
  double sigmas = 0;       ///< for beyond, within and avoiding

  bool operator==(const ZoneRule&) const = default;
};
/// At most 16, each with a bit of its own in the flags.
using ZoneRules = std::span<const ZoneRule>;

inline constexpr std::array<ZoneRule, 4> western_electric_rules = {{{Pattern::outside, 1, 1, 3},
                                                                    {Pattern::beyond, 3, 2, 2},
                                                                    {Pattern::beyond, 5, 4, 1},
                                                                    {Pattern::one_side, 8, 8, 0}}};
inline constexpr std::array<ZoneRule, 8> nelson_rules = {{{Pattern::outside, 1, 1, 3},
                                                          {Pattern::one_side, 9, 9, 0},
                                                          {Pattern::trend, 6, 6, 0},
                                                          {Pattern::alternating, 14, 14, 0},
                                                          {Pattern::beyond, 3, 2, 2},
                                                          {Pattern::beyond, 5, 4, 1},
                                                          {Pattern::within, 15, 15, 1},
                                                          {Pattern::avoiding, 8, 8, 1}}};

/// A series in units of each point's own sigma. Missing (NaN) breaks every pattern. Points exactly
/// on a line violate nothing.
struct Zoned {
  std::span<const double> z;
  std::span<const double> value;  ///< for rising, falling and alternating
  std::span<const char> outside;  ///< not 0: beyond the limits as they are drawn
};

/// Bit r - 1 of flags[i] is set where rule r of the list speaks at point i. `flags` has the length
/// of the series. Where k of n count, the completing point is one of k.
void apply_zone_rules(ZoneRules rules, const Zoned& series, std::span<std::uint16_t> flags);

}  // namespace alongside::statistics
