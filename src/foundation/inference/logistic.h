// SPDX-License-Identifier: Apache-2.0
// Yes or no as the outcome: logistic models with normal priors, alone, over sites, and with a level
// for each person.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace alongside::inference {

/// Rows of equal length; y is 0 or 1.
struct YesNo {
  std::vector<std::vector<double>> x;
  std::vector<double> y;
  std::size_t columns() const { return x.empty() ? 0 : x.front().size(); }
};

/// Independent normal priors, one a column; sds above 0.
struct NormalPriors {
  std::vector<double> mean, sd;
};

/// What a site sends at one value of the coefficients.
struct LogisticSums {
  double n = 0;
  double log_likelihood = 0;
  std::vector<double> gradient;
  std::vector<double> curvature;  ///< minus the Hessian; packed
  LogisticSums& operator+=(const LogisticSums& more);
};
LogisticSums logistic_sums(const YesNo& rows, const std::vector<double>& at);

/// One step of Newton from `at` after the prior is added; nothing where the curvature has no
/// inverse.
std::optional<std::vector<double>> newton_step(const LogisticSums& sums, const NormalPriors& prior,
                                               const std::vector<double>& at);

struct LogisticMode {
  std::vector<double> mode;
  std::vector<double> sd;   ///< Laplace: root of the inverse curvature's diagonal
  double log_evidence = 0;  ///< Laplace
};
std::optional<LogisticMode> logistic_mode(const YesNo& rows, const NormalPriors& prior);

/// A normal level for each person, by maximum likelihood; the likelihood of a person by 61
/// Gauss-Hermite nodes about their own mode. `person`: whose row it is.
struct LogisticLevels {
  std::vector<double> coefficient, se;
  double person_sd = 0;
  double log_likelihood = 0;
};
std::optional<LogisticLevels> logistic_levels(const YesNo& rows,
                                              const std::vector<std::string>& person);

}  // namespace alongside::inference
