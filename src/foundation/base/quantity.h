// SPDX-License-Identifier: Apache-2.0
// Numbers with their unit: minutes a week is not minutes, and neither adds to a count.
#pragma once

#include <compare>
#include <cstdint>

namespace alongside {

/// A whole number of one unit; only the same unit can be added or compared.
template <class Unit>
struct Quantity {
  std::int64_t value = 0;
  auto operator<=>(const Quantity&) const = default;
  Quantity operator+(Quantity other) const { return {value + other.value}; }
  Quantity operator-(Quantity other) const { return {value - other.value}; }
};

struct MinutesAWeekUnit;
/// What a plan asks of somebody, and what they can spare. 0 to 10,080 (a whole week).
using MinutesAWeek = Quantity<MinutesAWeekUnit>;
constexpr std::int64_t minutes_a_week_max = 7 * 24 * 60;

/// A share of a whole keeps both its numbers; `of` may be 0, and then there is no share.
struct Proportion {
  std::int64_t count = 0;
  std::int64_t of = 0;
  bool operator==(const Proportion&) const = default;
};

}  // namespace alongside
