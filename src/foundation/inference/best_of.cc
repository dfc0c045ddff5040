// SPDX-License-Identifier: Apache-2.0
// A normal vector above zero, one coordinate after another.
#include "foundation/inference/best_of.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "foundation/statistics/distribution.h"

namespace alongside::inference {
namespace {

using statistics::normal_share;
using Rows = std::vector<std::vector<double>>;

/// Nothing varies below this share of the largest variance: the values are one.
constexpr double least_variance = 1e-12;

/// Lower triangular factor; a coordinate that the ones before decide has 0 on its diagonal.
Rows factor_of(const Rows& covariance) {
  const std::size_t size = covariance.size();
  Rows lower(size, std::vector<double>(size, 0));
  for (std::size_t j = 0; j < size; ++j)
    for (std::size_t i = j; i < size; ++i) {
      double left = covariance[i][j];
      for (std::size_t k = 0; k < j; ++k) left -= lower[i][k] * lower[j][k];
      if (i == j)
        lower[j][j] = left > least_variance * std::max(1.0, covariance[j][j]) ? std::sqrt(left) : 0;
      else
        lower[i][j] = lower[j][j] > 0 ? left / lower[j][j] : 0;
    }
  return lower;
}

/// The least likely first: then what follows varies less.
void order(std::vector<double>& mean, Rows& covariance) {
  std::vector<std::size_t> by(mean.size());
  std::iota(by.begin(), by.end(), 0);
  std::ranges::stable_sort(by, {}, [&](std::size_t i) {
    return mean[i] / std::sqrt(std::max(covariance[i][i], 1e-300));
  });
  const auto old_mean = mean;
  const Rows old = covariance;
  for (std::size_t i = 0; i < by.size(); ++i) {
    mean[i] = old_mean[by[i]];
    for (std::size_t j = 0; j < by.size(); ++j) covariance[i][j] = old[by[i]][by[j]];
  }
}

/// The integrand of Genz: each coordinate given the ones before.
double chance_along(const std::vector<double>& mean, const Rows& lower,
                    const std::vector<double>& u, std::vector<double>& z) {
  double chance = 1;
  for (std::size_t i = 0; i < mean.size(); ++i) {
    double at = mean[i];
    for (std::size_t k = 0; k < i; ++k) at += lower[i][k] * z[k];
    if (lower[i][i] == 0) {
      if (at <= 0) return 0;
      z[i] = 0;
      continue;
    }
    const double below = normal_share(-at / lower[i][i]);
    chance *= 1 - below;
    if (chance < 1e-300) return 0;
    if (i + 1 == mean.size()) break;
    const double share = std::clamp(below + u[i] * (1 - below), 1e-15, 1 - 1e-15);
    z[i] = statistics::normal_quantile(share);
  }
  return chance;
}

/// One of values that are the same stands for all of them.
std::vector<std::size_t> same_as(std::size_t one, const std::vector<double>& mean,
                                 const Rows& covariance) {
  std::vector<std::size_t> same;
  for (std::size_t other = 0; other < mean.size(); ++other) {
    const double variance =
        covariance[one][one] + covariance[other][other] - 2 * covariance[one][other];
    if (variance <= least_variance && mean[one] == mean[other]) same.push_back(other);
  }
  return same;
}

}  // namespace

double chance_all_positive(std::vector<double> mean, Rows covariance) {
  if (mean.empty()) return 1;
  order(mean, covariance);
  const Rows lower = factor_of(covariance);
  std::vector<double> z(mean.size(), 0);
  if (mean.size() == 1) return chance_along(mean, lower, {}, z);
  // Richtmyer's lattice by roots of primes, each coordinate folded (Genz & Bretz 2009, 4.2).
  constexpr std::size_t points = 16'381;
  constexpr double primes[] = {2,  3,  5,  7,  11, 13, 17, 19, 23, 29,
                               31, 37, 41, 43, 47, 53, 59, 61, 67, 71};
  std::vector<double> u(mean.size(), 0.5);
  double sum = 0;
  for (std::size_t point = 1; point <= points; ++point) {
    for (std::size_t i = 0; i + 1 < mean.size(); ++i) {
      const double root = std::sqrt(primes[i % std::size(primes)]);
      const double step = std::fmod(static_cast<double>(point) * root, 1.0);
      u[i] = std::abs(2 * step - 1);
    }
    sum += chance_along(mean, lower, u, z);
  }
  return sum / static_cast<double>(points);
}

std::vector<double> chance_of_highest(const std::vector<double>& mean, const Rows& covariance) {
  std::vector<double> chances;
  for (std::size_t one = 0; one < mean.size(); ++one) {
    const auto same = same_as(one, mean, covariance);
    std::vector<std::size_t> others;
    for (std::size_t other = 0; other < mean.size(); ++other)
      if (std::ranges::find(same, other) == same.end()) others.push_back(other);
    std::vector<double> lead;
    Rows spread(others.size(), std::vector<double>(others.size(), 0));
    for (std::size_t i = 0; i < others.size(); ++i) {
      lead.push_back(mean[one] - mean[others[i]]);
      for (std::size_t j = 0; j < others.size(); ++j)
        spread[i][j] = covariance[one][one] - covariance[one][others[j]] -
                       covariance[others[i]][one] + covariance[others[i]][others[j]];
    }
    chances.push_back(chance_all_positive(std::move(lead), std::move(spread)) /
                      static_cast<double>(same.size()));
  }
  return chances;
}

}  // namespace alongside::inference
