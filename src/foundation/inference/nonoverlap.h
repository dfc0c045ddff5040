// SPDX-License-Identifier: Apache-2.0
// How far two phases lie apart, without a model of either.
#pragma once

#include <optional>
#include <span>

namespace alongside::inference {

/// Which way is better.
enum class Direction { increase, decrease };

struct Nonoverlap {
  double nap = 0;                ///< P(B better than A), ties half (Parker & Vannest 2009)
  double tau = 0;                ///< 2 NAP - 1
  double s_ab = 0;               ///< pairs better less pairs worse
  double s_trend = 0;            ///< the same within A, later against earlier
  double tau_u = 0;              ///< (s_ab - s_trend)/(n m) (Parker et al. 2011); may leave [-1, 1]
  double pnd = 0;                ///< share of B beyond all of A
  double pem = 0;                ///< share of B beyond the median of A, ties half
  double slope = 0;              ///< of A by Theil and Sen, on the scale as given
  double tau_corrected = 0;      ///< Tau after that line is taken off both (Tarlow 2017)
  std::optional<double> nap_se;  ///< Sen's unbiased form; nothing where it is below zero
  std::optional<double> nap_low95, nap_high95;  ///< Newcombe 2006, method 5
};
/// Both at least one value. Residuals that differ by less than 1e-8 are ties.
Nonoverlap nonoverlap(std::span<const double> a, std::span<const double> b, Direction better);

}  // namespace alongside::inference
