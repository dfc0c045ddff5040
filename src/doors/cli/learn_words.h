// SPDX-License-Identifier: Apache-2.0
// Chances, statuses, claims and flags in words, as every reading of the learning engine has them.
#pragma once

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

#include "learning/status.h"

namespace alongside::cli {

/// So many of 100; never none and never all, since nothing here is certain.
inline int of_100(double chance) {
  return static_cast<int>(std::clamp(std::lround(100 * chance), 1L, 99L));
}

/// Two decimals.
std::string shown(double value);
std::string_view sentence(learning::Claim claim);
std::string_view words_of(learning::Status status);
std::string_view words_of(learning::Flag flag);

}  // namespace alongside::cli
