// SPDX-License-Identifier: Apache-2.0
// One person tries two things turn by turn: what their own days say, or that it is too early.
#pragma once

#include <optional>

#include "foundation/inference/arrangements.h"
#include "foundation/inference/phases.h"
#include "learning/priors.h"

namespace alongside::learning {

struct OwnTrial {
  inference::PhaseSeries series;  ///< at least one day; higher is better; NaN: no value
  /// What was believed of B less A before, in the units of y; without it N(0, (0.46 sd)²): 0.35 sd
  /// for an action of which nothing is published, 0.3 sd between persons.
  std::optional<Belief> expected;
  /// A change worth having, in the units of y; without it half an sd (Norman, Sloan & Wyrwich
  /// 2003).
  std::optional<double> worthwhile;
  std::optional<inference::TrialDesign> design;  ///< how chance drew the order, if it did
};

/// too_early: fewer than five days of either, or one of them tried only once, or neither likely to
/// be better while the 80 % interval is wider than one sd. better, worse: at least 90 of 100.
/// either_way: the interval is narrow, and holds both.
enum class TrialVerdict { too_early, better, worse, either_way };

struct TrialReading {
  TrialVerdict verdict = TrialVerdict::too_early;
  std::size_t days_a = 0, days_b = 0;
  double sd = 0;  ///< of days within their phase
  Belief expected;
  double worthwhile = 0;
  double mean = 0, low80 = 0, high80 = 0;  ///< of B less A
  double chance_better = 0;                ///< P(B - A > 0)
  double chance_worthwhile = 0;            ///< P(B - A > worthwhile)
  double likeness = 0;                     ///< of one day and the next
  double information = 0;                  ///< 1 - variance now / variance before
  std::size_t turns = 0;                   ///< times that one followed the other
  std::optional<inference::RandomisationTest> test;
  std::optional<double> nap;  ///< P(a day of B is better than one of A)
};
TrialReading read_trial(const OwnTrial& trial);

}  // namespace alongside::learning
