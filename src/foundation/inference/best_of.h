// SPDX-License-Identifier: Apache-2.0
// Which of several uncertain values is the highest.
#pragma once

#include <vector>

namespace alongside::inference {

/// For each of jointly normal values, the chance that it is the highest (values that are the same
/// share it). `covariance` row by row, positive semidefinite. One value against another exactly;
/// more by 16,381 points of a lattice (Genz 1992), good to about 1e-5.
std::vector<double> chance_of_highest(const std::vector<double>& mean,
                                      const std::vector<std::vector<double>>& covariance);

/// P(x > 0) for all coordinates of a normal vector.
double chance_all_positive(std::vector<double> mean, std::vector<std::vector<double>> covariance);

}  // namespace alongside::inference
