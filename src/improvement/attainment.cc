// SPDX-License-Identifier: Apache-2.0
// Reads the ratings of one aim.
#include "improvement/attainment.h"

namespace alongside {

std::optional<Rating> latest_of(Side side, std::span<const Rating> ratings) {
  std::optional<Rating> latest;
  for (const Rating& rating : ratings) {
    if (rating.side != side) continue;
    if (!latest || rating.rated_at >= latest->rated_at) latest = rating;
  }
  return latest;
}

Attainment attainment_of(std::span<const Rating> ratings) {
  const auto latest = latest_of(Side::person, ratings);
  if (!latest) return Attainment::not_rated;
  return latest->level.is_attained() ? Attainment::attained : Attainment::not_yet;
}

}  // namespace alongside
