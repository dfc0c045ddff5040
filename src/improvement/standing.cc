// SPDX-License-Identifier: Apache-2.0
// The last point speaks.
#include "improvement/standing.h"

#include <array>

namespace alongside {
namespace {

statistics::Improvement direction_of(std::optional<Better> better) {
  if (!better) return statistics::Improvement::neutral;
  return *better == Better::more ? statistics::Improvement::increase
                                 : statistics::Improvement::decrease;
}

Variation variation_of(Meaning meaning) {
  switch (meaning) {
    case Meaning::better:
      return Variation::better;
    case Meaning::worse:
      return Variation::worse;
    case Meaning::different:
      return Variation::different;
  }
  return Variation::usual;
}

}  // namespace

std::string_view code_of(Variation variation) {
  static constexpr std::array<std::string_view, 4> codes = {"usual", "better", "worse",
                                                            "different"};
  return codes[static_cast<std::size_t>(variation)];
}

std::optional<bool> is_wanted(Variation variation) {
  if (variation == Variation::better) return true;
  if (variation == Variation::worse) return false;
  return std::nullopt;
}

Standing standing_of(const statistics::ControlChart& chart, std::span<const Signal> found,
                     std::optional<Better> better, std::optional<double> target) {
  Standing standing;
  standing.assurance = statistics::assurance_of(chart, direction_of(better), target);
  std::size_t last = chart.points.size();
  while (last > 0 && statistics::is_missing(chart.points[last - 1].value)) --last;
  if (last == 0) return standing;
  for (const Signal& one : found) {
    if (one.side == 0 || last - 1 < one.first || last - 1 > one.last) continue;
    standing.variation = variation_of(one.meaning);
    standing.way = one.side;
    // A point beyond its limits says it plainest.
    if (one.rule == FoundBy::outside) break;
  }
  return standing;
}

}  // namespace alongside
