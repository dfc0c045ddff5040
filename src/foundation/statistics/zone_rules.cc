// SPDX-License-Identifier: Apache-2.0
// Each rule looks back from one point.
#include "foundation/statistics/zone_rules.h"

#include <algorithm>
#include <cmath>

#include "foundation/statistics/run_rules.h"

namespace alongside::statistics {
namespace {

constexpr double slack = 1e-13;

/// 1 or -1 when the point lies strictly beyond that many sigma, else 0.
int beyond(double z, double sigmas) {
  if (!(std::abs(z) > sigmas + slack * std::max(1.0, sigmas))) return 0;
  return z > 0 ? 1 : -1;
}

class At {
 public:
  At(const Zoned& series, std::size_t index) : series_(series), index_(index) {}

  bool outside() const { return series_.outside[index_] != 0; }

  bool some_of(std::size_t needed, std::size_t window, double sigmas) const {
    if (index_ + 1 < window) return false;
    const int side = beyond(z(0), sigmas);
    if (side == 0) return false;
    std::size_t found = 0;
    for (std::size_t back = 0; back < window; ++back) found += beyond(z(back), sigmas) == side;
    return found >= needed;
  }

  bool one_side(std::size_t window) const {
    if (index_ + 1 < window || beyond(z(0), 0) == 0) return false;
    for (std::size_t back = 1; back < window; ++back)
      if (beyond(z(back), 0) != beyond(z(0), 0)) return false;
    return true;
  }

  bool trend(std::size_t window) const {
    if (index_ + 1 < window) return false;
    const int way = step(0);
    for (std::size_t back = 0; back + 1 < window; ++back)
      if (step(back) != way || way == 0) return false;
    return true;
  }

  bool alternating(std::size_t window) const {
    if (index_ + 1 < window) return false;
    for (std::size_t back = 0; back + 1 < window; ++back) {
      if (step(back) == 0) return false;
      if (back > 0 && step(back) != -step(back - 1)) return false;
    }
    return true;
  }

  bool within(std::size_t window, double sigmas) const {
    if (index_ + 1 < window) return false;
    for (std::size_t back = 0; back < window; ++back)
      if (std::isnan(z(back)) || beyond(z(back), sigmas) != 0) return false;
    return true;
  }

  bool avoiding(std::size_t window, double sigmas) const {
    if (index_ + 1 < window) return false;
    bool above = false;
    bool below = false;
    for (std::size_t back = 0; back < window; ++back) {
      const int side = beyond(z(back), sigmas);
      if (side == 0) return false;
      (side > 0 ? above : below) = true;
    }
    return above && below;
  }

 private:
  double z(std::size_t back) const { return series_.z[index_ - back]; }
  /// The way from the point before to the one `back` from here.
  int step(std::size_t back) const {
    return side_of(series_.value[index_ - back], series_.value[index_ - back - 1]);
  }
  const Zoned& series_;
  std::size_t index_;
};

bool speaks(const At& at, const ZoneRule& rule) {
  switch (rule.pattern) {
    case Pattern::outside:
      return at.outside();
    case Pattern::one_side:
      return at.one_side(rule.window);
    case Pattern::trend:
      return at.trend(rule.window);
    case Pattern::alternating:
      return at.alternating(rule.window);
    case Pattern::beyond:
      return at.some_of(rule.needed, rule.window, rule.sigmas);
    case Pattern::within:
      return at.within(rule.window, rule.sigmas);
    case Pattern::avoiding:
      return at.avoiding(rule.window, rule.sigmas);
  }
  return false;
}

}  // namespace

void apply_zone_rules(ZoneRules rules, const Zoned& series, std::span<std::uint16_t> flags) {
  for (std::size_t i = 0; i < flags.size(); ++i) {
    const At at(series, i);
    unsigned found = 0;
    for (std::size_t rule = 0; rule < rules.size(); ++rule)
      if (speaks(at, rules[rule])) found |= 1U << rule;
    flags[i] = static_cast<std::uint16_t>(found);
  }
}

}  // namespace alongside::statistics
