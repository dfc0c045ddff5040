// SPDX-License-Identifier: Apache-2.0
// Newton for what is nearly normal, quadrature for what is not.
#include "foundation/inference/logistic.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

#include "foundation/inference/linear_sums.h"
#include "foundation/inference/minimise.h"
#include "foundation/inference/quadrature.h"

namespace alongside::inference {
namespace {

using Matrix = Eigen::MatrixXd;
using Vector = Eigen::VectorXd;

double inverse_logit(double eta) { return 1 / (1 + std::exp(-eta)); }
/// log(1 + e^eta), for any eta.
double soft_plus(double eta) {
  return eta > 0 ? eta + std::log1p(std::exp(-eta)) : std::log1p(std::exp(eta));
}
double log_likelihood(double y, double eta) { return y * eta - soft_plus(eta); }

double dot(const std::vector<double>& a, const std::vector<double>& b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
  return sum;
}

/// Minus the Hessian and the gradient of the log posterior.
struct Curved {
  Matrix precision;
  Vector gradient;
};

Curved curved(const LogisticSums& sums, const NormalPriors& prior, const std::vector<double>& at) {
  const auto size = static_cast<Eigen::Index>(at.size());
  Curved made{Matrix(size, size), Vector(size)};
  for (std::size_t j = 0; j < at.size(); ++j) {
    const auto column = static_cast<Eigen::Index>(j);
    const double p = 1 / (prior.sd[j] * prior.sd[j]);
    for (std::size_t i = 0; i <= j; ++i) {
      const auto row = static_cast<Eigen::Index>(i);
      made.precision(row, column) = sums.curvature[packed(i, j)] + (i == j ? p : 0);
      made.precision(column, row) = made.precision(row, column);
    }
    made.gradient(column) = sums.gradient[j] - p * (at[j] - prior.mean[j]);
  }
  return made;
}

double log_prior(const NormalPriors& prior, const std::vector<double>& at) {
  double sum = 0;
  for (std::size_t j = 0; j < at.size(); ++j) {
    const double z = (at[j] - prior.mean[j]) / prior.sd[j];
    sum -= (z * z + std::log(2 * std::numbers::pi)) / 2 + std::log(prior.sd[j]);
  }
  return sum;
}

}  // namespace

LogisticSums& LogisticSums::operator+=(const LogisticSums& more) {
  n += more.n;
  log_likelihood += more.log_likelihood;
  gradient.resize(more.gradient.size(), 0);
  curvature.resize(more.curvature.size(), 0);
  for (std::size_t i = 0; i < gradient.size(); ++i) gradient[i] += more.gradient[i];
  for (std::size_t i = 0; i < curvature.size(); ++i) curvature[i] += more.curvature[i];
  return *this;
}

LogisticSums logistic_sums(const YesNo& rows, const std::vector<double>& at) {
  LogisticSums sums;
  sums.gradient.assign(at.size(), 0);
  sums.curvature.assign(at.size() * (at.size() + 1) / 2, 0);
  for (std::size_t row = 0; row < rows.y.size(); ++row) {
    const auto& x = rows.x[row];
    const double eta = dot(x, at);
    const double p = inverse_logit(eta);
    sums.n += 1;
    sums.log_likelihood += log_likelihood(rows.y[row], eta);
    for (std::size_t j = 0; j < at.size(); ++j) {
      sums.gradient[j] += (rows.y[row] - p) * x[j];
      for (std::size_t i = 0; i <= j; ++i)
        sums.curvature[packed(i, j)] += p * (1 - p) * x[i] * x[j];
    }
  }
  return sums;
}

std::optional<std::vector<double>> newton_step(const LogisticSums& sums, const NormalPriors& prior,
                                               const std::vector<double>& at) {
  const Curved here = curved(sums, prior, at);
  const Eigen::LLT<Matrix> factor(here.precision);
  if (factor.info() != Eigen::Success) return std::nullopt;
  const Vector step = factor.solve(here.gradient);
  std::vector<double> to = at;
  for (std::size_t j = 0; j < to.size(); ++j) to[j] += step(static_cast<Eigen::Index>(j));
  return to;
}

std::optional<LogisticMode> logistic_mode(const YesNo& rows, const NormalPriors& prior) {
  LogisticMode found{prior.mean, {}, 0};
  const auto height = [&](const std::vector<double>& at) {
    return logistic_sums(rows, at).log_likelihood + log_prior(prior, at);
  };
  double here = height(found.mode);
  for (int round = 0; round < 100; ++round) {
    const auto next = newton_step(logistic_sums(rows, found.mode), prior, found.mode);
    if (!next) return std::nullopt;
    // Concave: a step that went too far is halved until it goes up.
    std::vector<double> to = *next;
    double there = height(to);
    for (int halving = 0; halving < 50 && there < here - 1e-12 * (1 + std::abs(here)); ++halving) {
      for (std::size_t j = 0; j < to.size(); ++j) to[j] = (to[j] + found.mode[j]) / 2;
      there = height(to);
    }
    double moved = 0;
    for (std::size_t j = 0; j < to.size(); ++j)
      moved = std::max(moved, std::abs(to[j] - found.mode[j]));
    found.mode = to;
    here = std::max(here, there);
    if (moved < 1e-13) break;
  }
  const Curved at = curved(logistic_sums(rows, found.mode), prior, found.mode);
  const Eigen::LLT<Matrix> factor(at.precision);
  if (factor.info() != Eigen::Success) return std::nullopt;
  const Matrix covariance =
      factor.solve(Matrix::Identity(at.precision.rows(), at.precision.cols()));
  for (Eigen::Index j = 0; j < covariance.rows(); ++j)
    found.sd.push_back(std::sqrt(covariance(j, j)));
  const Matrix lower = factor.matrixL();
  found.log_evidence = height(found.mode) +
                       static_cast<double>(found.mode.size()) / 2 * std::log(2 * std::numbers::pi) -
                       lower.diagonal().array().log().sum();
  return found;
}

namespace {

/// Rows by person, and the log likelihood with their levels integrated out.
class Levels {
 public:
  Levels(const YesNo& rows, const std::vector<std::string>& person)
      : rows_(rows), nodes_(gauss_hermite(61)) {
    std::map<std::string_view, std::vector<std::size_t>> by_person;
    for (std::size_t i = 0; i < person.size(); ++i) by_person[person[i]].push_back(i);
    for (auto& [name, own] : by_person) people_.push_back(std::move(own));
  }

  /// Minus the log likelihood; coordinates: coefficients, then log of the persons' sd.
  Slope operator()(const std::vector<double>& at) const {
    const double sd = std::exp(at.back());
    Slope down{0, std::vector<double>(at.size(), 0)};
    for (const auto& own : people_) add(own, at, sd, down);
    return down;
  }

 private:
  struct Own {
    std::vector<double> fixed;  // x'β of each row
    double mode = 0;            // of their level, in sds
    double width = 1;
  };

  Own about(const std::vector<std::size_t>& own, const std::vector<double>& at, double sd) const {
    Own found;
    for (const std::size_t row : own) {
      double eta = 0;
      for (std::size_t j = 0; j + 1 < at.size(); ++j) eta += rows_.x[row][j] * at[j];
      found.fixed.push_back(eta);
    }
    for (int round = 0; round < 50; ++round) {
      double slope = -found.mode;
      double bend = 1;
      for (std::size_t i = 0; i < own.size(); ++i) {
        const double p = inverse_logit(found.fixed[i] + sd * found.mode);
        slope += sd * (rows_.y[own[i]] - p);
        bend += sd * sd * p * (1 - p);
      }
      found.width = 1 / std::sqrt(bend);
      found.mode += slope / bend;
      if (std::abs(slope / bend) < 1e-10) break;
    }
    return found;
  }

  void add(const std::vector<std::size_t>& own, const std::vector<double>& at, double sd,
           Slope& down) const {
    const Own found = about(own, at, sd);
    std::vector<double> logs;
    for (const Node& node : nodes_) {
      const double z = found.mode + found.width * node.at;
      double log_mass =
          std::log(node.weight) + (node.at * node.at - z * z) / 2 + std::log(found.width);
      for (std::size_t i = 0; i < own.size(); ++i)
        log_mass += log_likelihood(rows_.y[own[i]], found.fixed[i] + sd * z);
      logs.push_back(log_mass);
    }
    const double top = *std::ranges::max_element(logs);
    double sum = 0;
    for (const double one : logs) sum += std::exp(one - top);
    down.value -= top + std::log(sum);
    for (std::size_t k = 0; k < nodes_.size(); ++k) {
      const double share = std::exp(logs[k] - top) / sum;
      const double z = found.mode + found.width * nodes_[k].at;
      for (std::size_t i = 0; i < own.size(); ++i) {
        const double off = share * (rows_.y[own[i]] - inverse_logit(found.fixed[i] + sd * z));
        for (std::size_t j = 0; j + 1 < at.size(); ++j)
          down.gradient[j] -= off * rows_.x[own[i]][j];
        down.gradient.back() -= off * sd * z;
      }
    }
  }

  const YesNo& rows_;
  std::vector<Node> nodes_;
  std::vector<std::vector<std::size_t>> people_;
};

}  // namespace

std::optional<LogisticLevels> logistic_levels(const YesNo& rows,
                                              const std::vector<std::string>& person) {
  const Levels levels(rows, person);
  const Surface surface = [&](const std::vector<double>& at) { return levels(at); };
  const std::size_t columns = rows.columns();
  std::vector<double> start(columns + 1, 0);
  start.back() = std::log(0.7);
  const Lowest found = minimise(surface, start, {1e-7, 1, {}});
  if (!std::isfinite(found.value)) return std::nullopt;
  // The curvature over the persons' sd itself, as published errors have it.
  const auto hessian = curvature(surface, found.at, 1e-4);
  const auto size = static_cast<Eigen::Index>(columns + 1);
  const Matrix bend = Eigen::Map<const Matrix>(hessian.data(), size, size);
  const Eigen::LLT<Matrix> factor(bend);
  if (factor.info() != Eigen::Success) return std::nullopt;
  const Matrix covariance = factor.solve(Matrix::Identity(size, size));
  LogisticLevels levels_found;
  for (std::size_t j = 0; j < columns; ++j) {
    const auto at = static_cast<Eigen::Index>(j);
    levels_found.coefficient.push_back(found.at[j]);
    levels_found.se.push_back(std::sqrt(covariance(at, at)));
  }
  levels_found.person_sd = std::exp(found.at.back());
  levels_found.log_likelihood = -found.value;
  return levels_found;
}

}  // namespace alongside::inference
