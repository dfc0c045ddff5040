// SPDX-License-Identifier: Apache-2.0
// Chances in words, as every reading of the learning engine has them.
#pragma once

#include <algorithm>
#include <cmath>

namespace alongside::cli {

/// So many of 100; never none and never all, since nothing here is certain.
inline int of_100(double chance) {
  return static_cast<int>(std::clamp(std::lround(100 * chance), 1L, 99L));
}

}  // namespace alongside::cli
