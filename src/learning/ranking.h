// SPDX-License-Identifier: Apache-2.0
// Options beside each other under what a week can carry. Nothing here picks one.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace alongside::learning {

struct Options {
  std::vector<std::string> names;
  std::vector<double> mean;                     ///< expected benefit
  std::vector<std::vector<double>> covariance;  ///< of the benefits
  std::vector<double> minutes_per_week;
  std::vector<double> cost;  ///< empty: none costs anything
  double mid = 0;            ///< a change worth having
  double group_threshold = 0.8;
  std::optional<double> max_minutes;
  std::optional<double> value_per_hour;  ///< the person's own exchange rate
};

struct Ranking {
  std::vector<double> above_mid;            ///< P(benefit > mid)
  std::vector<std::vector<double>> better;  ///< P(i > j); the diagonal means nothing
  std::vector<double> p_score;              ///< mean of a row
  std::vector<double> highest;              ///< P(highest of all)
  std::vector<bool> feasible;
  /// Feasible, and no other feasible one is at least as good on benefit, minutes and cost and
  /// better on one.
  std::vector<bool> pareto;
  /// By falling benefit; those in one group cannot be told apart from its first.
  std::vector<std::vector<std::string>> groups;
  std::vector<double> net_benefit;  ///< empty without an exchange rate
};
/// All lists as long as `names`, `covariance` square.
Ranking ranked(const Options& options);

}  // namespace alongside::learning
