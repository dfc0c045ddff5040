// SPDX-License-Identifier: Apache-2.0
// One Cholesky factor: 9 million products for 300 columns.
#include "foundation/inference/linear_posterior.h"

#include <Eigen/Dense>
#include <cmath>
#include <numbers>

namespace alongside::inference {
namespace {

using Matrix = Eigen::MatrixXd;
using Vector = Eigen::VectorXd;

/// The sums at one ratio of variances, in plain numbers.
struct Reduced {
  Matrix gram;      ///< X'X - Σ c s s'
  Vector right;     ///< X'y - Σ c t s
  double left = 0;  ///< y'y - Σ c t²
  double logs = 0;  ///< Σ over persons of log(1 + n ρ)
};

double shrink(double ratio, std::int64_t rows) {
  return ratio / (1 + static_cast<double>(rows) * ratio);
}

void add_packed(const std::vector<double>& upper, double by, Matrix& onto) {
  std::size_t at = 0;
  for (Eigen::Index j = 0; j < onto.cols(); ++j)
    for (Eigen::Index i = 0; i <= j; ++i) onto(i, j) += by * upper[at++];
}

Vector vector_of(const std::vector<double>& values) {
  return Eigen::Map<const Vector>(values.data(), static_cast<Eigen::Index>(values.size()));
}

Reduced reduced(const LinearSums& sums, double ratio) {
  const auto size = static_cast<Eigen::Index>(sums.columns);
  const double x = 1 / sums.units.x;
  const double y = 1 / sums.units.y;
  Reduced all{Matrix::Zero(size, size), x * y * vector_of(sums.xy), y * y * sums.yy, 0};
  add_packed(sums.xx, x * x, all.gram);
  for (const auto& [rows, pattern] : sums.patterns) {
    const double c = shrink(ratio, rows);
    all.logs +=
        static_cast<double>(pattern.persons) * std::log1p(static_cast<double>(rows) * ratio);
    if (c == 0) continue;
    add_packed(pattern.ss, -c * x * x, all.gram);
    all.right -= c * x * y * vector_of(pattern.st);
    all.left -= c * y * y * pattern.tt;
  }
  return all;
}

std::vector<double> packed_of(const Matrix& full) {
  std::vector<double> upper;
  upper.reserve(static_cast<std::size_t>(full.cols() * (full.cols() + 1) / 2));
  for (Eigen::Index j = 0; j < full.cols(); ++j)
    for (Eigen::Index i = 0; i <= j; ++i) upper.push_back(full(i, j));
  return upper;
}

double ratio_of(Spread spread) {
  return spread.person * spread.person / (spread.sigma * spread.sigma);
}

}  // namespace

std::optional<LinearPosterior> posterior_of(const LinearSums& sums,
                                            const std::vector<ColumnPrior>& prior, Spread spread) {
  const double variance = spread.sigma * spread.sigma;
  const Reduced data = reduced(sums, ratio_of(spread));
  Matrix precision = data.gram / variance;
  Vector right = data.right / variance;
  auto counted = static_cast<double>(sums.rows);
  double twice = 0;
  for (std::size_t column = 0; column < prior.size(); ++column) {
    const auto j = static_cast<Eigen::Index>(column);
    if (prior[column].flat) {
      counted -= 1;
      continue;
    }
    const double p = 1 / (prior[column].sd * prior[column].sd);
    precision(j, j) += p;
    right(j) += p * prior[column].mean;
    twice += p * prior[column].mean * prior[column].mean - std::log(p);
  }
  const Eigen::LLT<Matrix, Eigen::Upper> factor(precision);
  if (factor.info() != Eigen::Success) return std::nullopt;
  const Vector mean = factor.solve(right);
  const Vector diagonal = factor.matrixLLT().diagonal();
  twice += counted * std::log(2 * std::numbers::pi) +
           static_cast<double>(sums.rows) * std::log(variance) + data.logs +
           2 * diagonal.array().log().sum() + data.left / variance - mean.dot(right);
  if (!std::isfinite(twice)) return std::nullopt;
  const Matrix covariance = factor.solve(Matrix::Identity(precision.rows(), precision.cols()));
  return LinearPosterior{{mean.begin(), mean.end()}, packed_of(covariance), -twice / 2};
}

LinearSlope slope_of(const LinearSums& sums, const std::vector<ColumnPrior>& prior, Spread spread,
                     const LinearPosterior& posterior, const std::vector<int>& block_of,
                     std::size_t blocks) {
  LinearSlope slope{std::vector<double>(blocks, 0), 0, 0};
  for (std::size_t column = 0; column < prior.size(); ++column) {
    if (block_of[column] < 0) continue;
    const double s2 = prior[column].sd * prior[column].sd;
    const double off = posterior.mean[column] - prior[column].mean;
    slope.blocks[static_cast<std::size_t>(block_of[column])] +=
        (off * off + posterior.variance(column)) / s2 - 1;
  }
  // tr(V M) + θ'Mθ over packed triangles: of the rows, and of the persons by their rows.
  const double x2 = 1 / (sums.units.x * sums.units.x);
  const double xy = 1 / (sums.units.x * sums.units.y);
  const double y2 = 1 / (sums.units.y * sums.units.y);
  const auto with = [&](const std::vector<double>& upper, const std::vector<double>& cross,
                        double square) {
    double sum = 0;
    for (std::size_t j = 0, at = 0; j < sums.columns; ++j)
      for (std::size_t i = 0; i <= j; ++i, ++at)
        sum += (i == j ? 1 : 2) * upper[at] *
               (posterior.covariance[at] + posterior.mean[i] * posterior.mean[j]);
    double both = 0;
    for (std::size_t j = 0; j < sums.columns; ++j) both += cross[j] * posterior.mean[j];
    return x2 * sum - 2 * xy * both + y2 * square;
  };
  const double variance = spread.sigma * spread.sigma;
  const double ratio = ratio_of(spread);
  double about = with(sums.xx, sums.xy, sums.yy);  // E of the residual sum of squares
  double turn = 0;  // -½ of the slope over log ρ: how persons' levels fit
  for (const auto& [rows, pattern] : sums.patterns) {
    const auto m = static_cast<double>(rows);
    const double level = with(pattern.ss, pattern.st, pattern.tt);
    about -= shrink(ratio, rows) * level;
    const double c = shrink(ratio, rows);
    turn += ratio * m / (1 + m * ratio) * static_cast<double>(pattern.persons) -
            c / (1 + m * ratio) * level / variance;
  }
  slope.person = -turn;
  slope.sigma = -static_cast<double>(sums.rows) + turn + about / variance;
  return slope;
}

}  // namespace alongside::inference
