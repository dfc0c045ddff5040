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

  bool outside() const { return series_.outside[index_]; }

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

  bool within(std::size_t window) const {
    if (index_ + 1 < window) return false;
    for (std::size_t back = 0; back < window; ++back)
      if (std::isnan(z(back)) || beyond(z(back), 1) != 0) return false;
    return true;
  }

  bool avoiding(std::size_t window) const {
    if (index_ + 1 < window) return false;
    bool above = false;
    bool below = false;
    for (std::size_t back = 0; back < window; ++back) {
      const int side = beyond(z(back), 1);
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

std::uint16_t western_electric(const At& at) {
  unsigned flags = at.outside() ? 1U : 0U;
  if (at.some_of(2, 3, 2)) flags |= 2U;
  if (at.some_of(4, 5, 1)) flags |= 4U;
  if (at.one_side(8)) flags |= 8U;
  return static_cast<std::uint16_t>(flags);
}

std::uint16_t nelson(const At& at) {
  unsigned flags = at.outside() ? 1U : 0U;
  if (at.one_side(9)) flags |= 2U;
  if (at.trend(6)) flags |= 4U;
  if (at.alternating(14)) flags |= 8U;
  if (at.some_of(2, 3, 2)) flags |= 16U;
  if (at.some_of(4, 5, 1)) flags |= 32U;
  if (at.within(15)) flags |= 64U;
  if (at.avoiding(8)) flags |= 128U;
  return static_cast<std::uint16_t>(flags);
}

}  // namespace

void apply_zone_rules(ZoneRules rules, const Zoned& series, std::span<std::uint16_t> flags) {
  for (std::size_t i = 0; i < flags.size(); ++i) {
    const At at(series, i);
    flags[i] = rules == ZoneRules::nelson ? nelson(at) : western_electric(at);
  }
}

}  // namespace alongside::statistics
