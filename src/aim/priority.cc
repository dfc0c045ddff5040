// SPDX-License-Identifier: Apache-2.0
// Moves one aim past its neighbour.
#include "aim/priority.h"

#include <algorithm>

namespace alongside {

std::vector<AimNo> moved(std::span<const AimNo> order, AimNo aim, Towards towards) {
  std::vector<AimNo> next(order.begin(), order.end());
  const auto at = std::find(next.begin(), next.end(), aim);
  if (at == next.end()) return next;
  if (towards == Towards::first && at != next.begin()) std::iter_swap(at, at - 1);
  if (towards == Towards::last && at + 1 != next.end()) std::iter_swap(at, at + 1);
  return next;
}

}  // namespace alongside
