// SPDX-License-Identifier: Apache-2.0
// How much blocks of columns, persons and single rows vary: estimated from the sums of a linear
// model, by restricted maximum likelihood or with a prior on each standard deviation.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "foundation/inference/linear_posterior.h"
#include "foundation/inference/minimise.h"

namespace alongside::inference {

/// One standard deviation that is not known.
struct UnknownSd {
  enum class Of { block, person, sigma };
  Of of = Of::block;
  int block = -1;  ///< which one, as VarianceModel::block_of counts them
  double start = 1;
  /// Half-normal prior of this scale, on the log scale: -s²/(2A²) + log s. The log s keeps the mode
  /// away from 0 (Chung et al. 2013).
  std::optional<double> half_normal_scale;
  /// Normal prior of log s, with its constant.
  std::optional<double> log_mean, log_sd;
};

/// Logs of standard deviations beyond these are not looked at: below, nothing varies that anybody
/// could see, and the surface is level.
constexpr double log_sd_min = -9;
constexpr double log_sd_max = 9;

struct VarianceModel {
  const LinearSums& sums;
  std::vector<ColumnPrior> prior;  ///< sds of the blocks that are known
  std::vector<int> block_of;       ///< of each column; -1: its sd is known
  Spread spread;                   ///< what is known of it
  std::vector<UnknownSd> unknown;

  std::size_t blocks() const;
  /// The model with the standard deviations put in; one each unknown.
  VarianceModel with(const std::vector<double>& sds) const;
};

struct Variances {
  std::vector<double> sds;  ///< one each unknown
  double objective = 0;     ///< log marginal likelihood + log priors, at its highest
  LinearPosterior posterior;
};

/// The highest point of log marginal likelihood + log priors over log standard deviations, from two
/// starts; with flat columns and no priors it is restricted maximum likelihood (Patterson &
/// Thompson 1971), where a standard deviation of 0 comes out below 1e-3.
/// Nothing where the model cannot be worked out.
std::optional<Variances> estimate_variances(const VarianceModel& model);

/// Minus the objective over log standard deviations, and its slope.
Surface objective_of(const VarianceModel& model);

}  // namespace alongside::inference
