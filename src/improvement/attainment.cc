// SPDX-License-Identifier: Apache-2.0
// Reads the ratings of one aim.
#include "improvement/attainment.h"

#include <cmath>

#include "foundation/base/expect.h"

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

AttainedShare attained_share(std::span<const std::span<const Rating>> aims) {
  AttainedShare share;
  for (const auto& ratings : aims) {
    const Attainment attainment = attainment_of(ratings);
    share.rated += attainment == Attainment::not_rated ? 0 : 1;
    share.attained += attainment == Attainment::attained ? 1 : 0;
  }
  return share;
}

std::optional<double> goal_attainment_score(std::span<const GoalLevel> goals, double rho) {
  if (goals.empty()) return std::nullopt;
  double weighted = 0;
  double squares = 0;
  double sum = 0;
  for (const GoalLevel& goal : goals) {
    expect(goal.weight >= 0, "a weight is not below zero");
    weighted += goal.weight * goal.level;
    squares += goal.weight * goal.weight;
    sum += goal.weight;
  }
  return 50 + 10 * weighted / std::sqrt((1 - rho) * squares + rho * sum * sum);
}

}  // namespace alongside
