// SPDX-License-Identifier: Apache-2.0
// Was the aim attained? Only the person says so; a professional's rating stands beside theirs.
#pragma once

#include <optional>
#include <span>

#include "aim/levels.h"
#include "coproduction/person.h"
#include "foundation/base/clock.h"

namespace alongside {

/// Where one side sees the aim, on one day.
struct Rating {
  Side side = Side::person;
  std::string by;  ///< the professional's name; empty on the person's side
  Level level = Level::now();
  Instant rated_at;
  Private<std::string> level_words;  ///< as they were when it was said; empty: not described
  std::string written_by = {};       ///< who wrote the person's word down in a visit
  Baseline baseline = Baseline::below_attained;  ///< of the levels as they were then
  bool from_elsewhere = false;                   ///< said to another system, and came in
};

/// The person's latest, or nothing: missing is missing.
std::optional<Rating> latest_of(Side side, std::span<const Rating> ratings);

/// What the person's own latest rating says; nobody else's can make it attained.
enum class Attainment { not_rated, not_yet, attained };
Attainment attainment_of(std::span<const Rating> ratings);

/// Among the aims that the person rated, how many they say are attained: what is shown first.
struct AttainedShare {
  std::size_t attained = 0;
  std::size_t rated = 0;
};

/// Over each aim's ratings: the person's latest word.
AttainedShare attained_share(std::span<const std::span<const Rating>> aims);

/// One aim in a goal attainment score. All weigh the same unless somebody has a reason: weights for
/// difficulty are known to distort the score.
struct GoalLevel {
  int level = 0;      ///< -2 to 2
  double weight = 1;  ///< from 0, not 0 for all
};

/// How alike goals of one person are taken to be (Kiresuk & Sherman 1968).
constexpr double goal_correlation = 0.3;

/// Goal attainment scaling's T (Kiresuk & Sherman 1968, equation 1):
/// T = 50 + 10 Σwx / sqrt((1 - ρ) Σw² + ρ (Σw)²), ρ the correlation. Nothing without a goal:
/// missing is missing. Its range depends on how many goals there are (one: 30 to 70, five: 19.85
/// to 80.15), so that scores over different numbers of goals do not compare.
std::optional<double> goal_attainment_score(std::span<const GoalLevel> goals,
                                            double correlation = goal_correlation);

}  // namespace alongside
