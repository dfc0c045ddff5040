// SPDX-License-Identifier: Apache-2.0
// One person's own trial: a measurement day by day under A and under B, where a day resembles the
// day before.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "foundation/inference/meta_analysis.h"

namespace alongside::inference {

/// Days in rising order, no two alike; phase 0 is A, 1 is B.
struct PhaseSeries {
  std::vector<double> time;
  std::vector<double> y;
  std::vector<double> phase;
};

/// Correlation of two days: phi^|difference|.
/// AR1: whole days, phi in (-1, 1). CAR1: any times, phi in (0, 1).
enum class DayToDay { ar1, car1 };
enum class Likelihood { maximum, restricted };

struct PhaseFit {
  double phi = 0;
  double sigma = 0;                 ///< of one day, stationary
  std::vector<double> coefficient;  ///< level under A, effect of B, change in ten days if asked
  std::vector<double> se;
  double log_likelihood = 0;
};
/// Generalised least squares (Pinheiro & Bates 2000, 5.2):
/// y = level + effect phase (+ trend (time - mean)/10) + e. Nothing where the phases are not both
/// there or the rows are too few.
std::optional<PhaseFit> fit_phases(const PhaseSeries& series, bool trend, DayToDay days,
                                   Likelihood likelihood);

struct PhasePrior {
  double level_mean = 0, level_sd = 1;
  double effect_mean = 0, effect_sd = 1;
  double sigma_scale = 1;  ///< half-normal
};
struct PhasePosterior {
  NormalMixture effect;
  double phi_mean = 0, sigma_mean = 0;
  double log_evidence = 0;
};
/// The same without a trend, phi uniform on (0, 0.99), everything else as `prior`; phi and log
/// sigma by a grid of 41 x 41 nodes, the rest in closed form. Too few days leave the prior as it
/// was.
PhasePosterior phase_posterior(const PhaseSeries& series, const PhasePrior& prior);

}  // namespace alongside::inference
