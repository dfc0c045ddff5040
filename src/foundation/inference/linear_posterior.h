// SPDX-License-Identifier: Apache-2.0
// What a linear model says after its sums: means, their covariance, and how well the variances fit.
#pragma once

#include <optional>
#include <vector>

#include "foundation/inference/linear_sums.h"

namespace alongside::inference {

/// Of one column. Flat: no prior at all, as a fixed effect of restricted maximum likelihood.
struct ColumnPrior {
  double mean = 0;
  double sd = 1;  ///< above 0
  bool flat = false;
};

struct Spread {
  double sigma = 1;   ///< above 0: of one row about its person's level
  double person = 0;  ///< from 0: of persons' levels
};

/// A = [X'X - Σ c_p s_p s_p']/σ², z = [X'y - Σ c_p t_p s_p]/σ², c_p = ρ/(1 + n_p ρ), ρ = τ²/σ²;
/// C = A + P, θ = C⁻¹ (z + P m), and the log marginal likelihood
/// -½ [n log 2π + n log σ² + Σ log(1 + n_p ρ) + Σ log s_j² + log|C| + (y'y - Σ c_p t_p²)/σ² + m'Pm
/// - θ'Cθ] (Lindley & Smith 1972). With flat columns it is the restricted one: they stand in
/// neither P nor Σ log s_j², and n is less by their number in the first term.
struct LinearPosterior {
  std::vector<double> mean;
  std::vector<double> covariance;  ///< packed
  double log_marginal_likelihood = 0;

  double variance(std::size_t column) const { return covariance[packed(column, column)]; }
};

/// Nothing where no mean can be told: flat columns that the rows cannot tell apart.
std::optional<LinearPosterior> posterior_of(const LinearSums& sums,
                                            const std::vector<ColumnPrior>& prior, Spread spread);

/// The slope of the log marginal likelihood over the logs of standard deviations.
struct LinearSlope {
  std::vector<double> blocks;  ///< one a block of `block_of`
  double person = 0;
  double sigma = 0;
};
/// `block_of`: for each column the block whose standard deviation it shares, or -1.
LinearSlope slope_of(const LinearSums& sums, const std::vector<ColumnPrior>& prior, Spread spread,
                     const LinearPosterior& posterior, const std::vector<int>& block_of,
                     std::size_t blocks);

}  // namespace alongside::inference
