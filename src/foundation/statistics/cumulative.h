// SPDX-License-Identifier: Apache-2.0
// Charts that remember: they add up small shifts that no single point shows.
#pragma once

#include <optional>
#include <span>
#include <vector>

namespace alongside::statistics {

/// Page's tabular CUSUM (Montgomery, eq. 9.2 and 9.3), in units of sigma.
struct CusumOptions {
  std::optional<double> centre;  ///< else the mean
  std::optional<double> sigma;   ///< else the mean moving range / 1.128
  double limit = 5;              ///< h
  double shift = 1;              ///< to be found, in sigma; half of it is the slack k
  double head_start = 0;         ///< Lucas & Crosier 1982
};
struct Cusum {
  double centre = 0, sigma = 0;
  std::vector<double> up;    ///< from 0 upwards
  std::vector<double> down;  ///< from 0 downwards
  std::vector<bool> signal_up, signal_down;
};
/// At least two values without `sigma`; a missing value leaves both sums as they were.
void cusum(std::span<const double> values, const CusumOptions& options, Cusum& found);

/// Roberts 1959; limits as Montgomery, eq. 9.25 and 9.26.
struct EwmaOptions {
  std::optional<double> centre;
  std::optional<double> sigma;
  double lambda = 0.2;  ///< in (0, 1]
  double sigmas = 3;
};
struct Ewma {
  double centre = 0, sigma = 0;
  std::vector<double> mean, lower, upper;
  std::vector<bool> signal;
};
void ewma(std::span<const double> values, const EwmaOptions& options, Ewma& found);

/// Sums of log likelihood ratios over single cases, 0 or 1. `up` watches for odds multiplied by the
/// ratio, `down` for odds divided by it (at most 0).
struct CaseSums {
  double risk = 0, risk_up = 0, risk_down = 0;  ///< Bernoulli CUSUM: as assumed
  std::vector<double> up, down;
  std::vector<bool> signal_up, signal_down;
  std::vector<double> vlad;  ///< risk-adjusted: expected minus observed so far (Lovegrove 1997)
};
/// Bernoulli CUSUM. `target`: the risk, in (0, 1), or a number of first cases (> 1) that give it. A
/// sum that reaches the limit is drawn as 0 and begins anew.
void bernoulli_cusum(std::span<const double> cases, double target, double odds_ratio, double limit,
                     CaseSums& found);
/// Risk-adjusted (Steiner 2000, eq. 2): each case has its own risk in (0, 1). A sum that reaches
/// the limit keeps its value there and begins anew after it, if `restart`.
enum class AfterSignal { restart, go_on };
void risk_adjusted_cusum(std::span<const double> cases, std::span<const double> risks,
                         double odds_ratio, double limit, AfterSignal after, CaseSums& found);

}  // namespace alongside::statistics
