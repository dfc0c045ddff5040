// SPDX-License-Identifier: Apache-2.0
// The posterior averaged over all that the standard deviations may be: with few groups, the best
// single values are too sure of themselves.
#pragma once

#include <optional>
#include <vector>

#include "foundation/inference/variances.h"

namespace alongside::inference {

/// One point of the unknown standard deviations with its share of the whole.
struct WeightedPosterior {
  double share = 0;  ///< sums to 1
  std::vector<double> sds;
  LinearPosterior posterior;
};
struct AveragedPosterior {
  double log_evidence = 0;  ///< log of the integral over log standard deviations
  std::vector<WeightedPosterior> points;
};
/// Gauss-Legendre over log s wherever the surface lies within 16 of its lowest, 7 below the mode at
/// most, for up to three of them (three: up to 60 columns); for more, a central composite design
/// (Rue, Martino & Chopin 2009, 6.5) with f0 = 1.1, which is rougher.
std::optional<AveragedPosterior> average_over_variances(const VarianceModel& model);

}  // namespace alongside::inference
