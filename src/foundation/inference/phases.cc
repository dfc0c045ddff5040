// SPDX-License-Identifier: Apache-2.0
// Whitening: each day less phi^gap times the day before; one pass a value of phi.
#include "foundation/inference/phases.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace alongside::inference {
namespace {

using Matrix = Eigen::MatrixXd;
using Vector = Eigen::VectorXd;

constexpr double phi_max = 0.99;
const double log_two_pi = std::log(2 * std::numbers::pi);

/// Columns of the model and y, in one matrix: y is the last.
Matrix design_of(const PhaseSeries& series, bool trend) {
  const auto rows = static_cast<Eigen::Index>(series.y.size());
  Matrix design(rows, trend ? 4 : 3);
  double middle = 0;
  for (const double time : series.time) middle += time / static_cast<double>(series.time.size());
  for (Eigen::Index i = 0; i < rows; ++i) {
    const auto at = static_cast<std::size_t>(i);
    design(i, 0) = 1;
    design(i, 1) = series.phase[at];
    if (trend) design(i, 2) = (series.time[at] - middle) / 10;
    design(i, design.cols() - 1) = series.y[at];
  }
  return design;
}

struct Whitened {
  Matrix gram;      ///< of the whitened columns and y
  double logs = 0;  ///< log |R|
};

Whitened whitened(const PhaseSeries& series, const Matrix& design, double phi, bool whole_days) {
  Whitened white{Matrix::Zero(design.cols(), design.cols()), 0};
  Vector row = design.row(0);
  white.gram.noalias() += row * row.transpose();
  for (Eigen::Index i = 1; i < design.rows(); ++i) {
    const auto at = static_cast<std::size_t>(i);
    const double gap = series.time[at] - series.time[at - 1];
    const double near = whole_days ? std::pow(phi, std::rint(gap)) : std::pow(phi, gap);
    const double left = 1 - near * near;
    row = design.row(i) - near * design.row(i - 1);
    white.gram.noalias() += row * row.transpose() / left;
    white.logs += std::log(left);
  }
  return white;
}

/// At one phi, with sigma at its best.
struct Profile {
  PhaseFit fit;
  bool good = false;
};

Profile profile(const PhaseSeries& series, const Matrix& design, double phi, DayToDay days,
                Likelihood likelihood) {
  const Whitened white = whitened(series, design, phi, days == DayToDay::ar1);
  const Eigen::Index p = design.cols() - 1;
  const auto n = static_cast<double>(design.rows());
  const auto free = n - static_cast<double>(p);
  const Eigen::LLT<Matrix> factor(white.gram.topLeftCorner(p, p));
  if (factor.info() != Eigen::Success) return {};
  const Vector right = white.gram.col(p).head(p);
  const Vector best = factor.solve(right);
  const double rss = white.gram(p, p) - best.dot(right);
  if (!(rss > 0)) return {};
  const bool restricted = likelihood == Likelihood::restricted;
  const double counted = restricted ? free : n;
  const double variance = rss / counted;
  Profile found{{phi, std::sqrt(variance), {best.begin(), best.end()}, {}, 0}, true};
  const Matrix inverse = factor.solve(Matrix::Identity(p, p));
  for (Eigen::Index i = 0; i < p; ++i)
    found.fit.se.push_back(std::sqrt(inverse(i, i) * rss / free));
  const Matrix lower = factor.matrixL();
  const double log_gram = 2 * lower.diagonal().array().log().sum();
  found.fit.log_likelihood = -(counted * (log_two_pi + std::log(variance) + 1) + white.logs +
                               (restricted ? log_gram : 0)) /
                             2;
  return found;
}

}  // namespace

std::optional<PhaseFit> fit_phases(const PhaseSeries& series, bool trend, DayToDay days,
                                   Likelihood likelihood) {
  const Matrix design = design_of(series, trend);
  if (design.rows() <= design.cols()) return std::nullopt;
  const auto at = [&](double phi) { return profile(series, design, phi, days, likelihood); };
  const double low = days == DayToDay::ar1 ? -0.999 : 1e-12;
  constexpr double high = 0.999;
  constexpr int steps = 80;
  Profile best;
  double best_phi = 0;
  for (int i = 0; i <= steps; ++i) {
    const double phi = low + (high - low) * i / steps;
    Profile here = at(phi);
    // Where only even gaps are known, phi and -phi say the same; days that alternate are rarer.
    const double gain = best.good ? here.fit.log_likelihood - best.fit.log_likelihood : 1;
    if (here.good && (gain > 1e-9 || (gain > -1e-9 && phi > 0 && best_phi < 0))) {
      best = std::move(here);
      best_phi = phi;
    }
  }
  if (!best.good) return std::nullopt;
  // Golden section between the neighbours of the best.
  const double step = (high - low) / steps;
  double left = std::max(low, best_phi - step);
  double right = std::min(high, best_phi + step);
  for (int i = 0; i < 80 && right - left > 1e-11; ++i) {
    const double a = right - (right - left) / std::numbers::phi;
    const double b = left + (right - left) / std::numbers::phi;
    const Profile at_a = at(a);
    const Profile at_b = at(b);
    if (!at_a.good || !at_b.good) break;
    (at_a.fit.log_likelihood > at_b.fit.log_likelihood ? right : left) =
        at_a.fit.log_likelihood > at_b.fit.log_likelihood ? b : a;
  }
  const Profile last = at((left + right) / 2);
  return last.good && last.fit.log_likelihood >= best.fit.log_likelihood ? last.fit : best.fit;
}

namespace {

/// One node of the grid: level and effect given phi and sigma, in closed form.
struct GridPoint {
  double log_mass, phi, sigma, mean, sd;
};

struct PriorTerms {
  Eigen::Matrix2d precision = Eigen::Matrix2d::Zero();
  Eigen::Vector2d right = Eigen::Vector2d::Zero();
  double square = 0, logs = 0;

  explicit PriorTerms(const PhasePrior& prior) {
    const double p0 = 1 / (prior.level_sd * prior.level_sd);
    const double p1 = 1 / (prior.effect_sd * prior.effect_sd);
    precision.diagonal() << p0, p1;
    right << p0 * prior.level_mean, p1 * prior.effect_mean;
    square = p0 * prior.level_mean * prior.level_mean + p1 * prior.effect_mean * prior.effect_mean;
    logs = std::log(p0) + std::log(p1);
  }
};

GridPoint grid_point(const Whitened& white, const PriorTerms& prior, double phi, double sigma,
                     double n) {
  const double variance = sigma * sigma;
  const Eigen::Matrix2d precision = prior.precision + white.gram.topLeftCorner<2, 2>() / variance;
  const Eigen::Vector2d right = prior.right + white.gram.col(2).head<2>() / variance;
  const Eigen::Matrix2d covariance = precision.inverse();
  const Eigen::Vector2d mean = covariance * right;
  const double log_marginal = -(n * (log_two_pi + std::log(variance)) + white.logs - prior.logs +
                                std::log(precision.determinant()) + white.gram(2, 2) / variance +
                                prior.square - mean.dot(right)) /
                              2;
  return {log_marginal, phi, sigma, mean(1), std::sqrt(covariance(1, 1))};
}

}  // namespace

PhasePosterior phase_posterior(const PhaseSeries& series, const PhasePrior& prior) {
  constexpr std::size_t nodes = 41;
  const Matrix design = design_of(series, false);
  const auto n = static_cast<double>(series.y.size());
  const PriorTerms terms(prior);
  const auto log_prior = [&](double sigma) {
    const double z = sigma / prior.sigma_scale;
    return std::log(2) - log_two_pi / 2 - std::log(prior.sigma_scale) - z * z / 2 -
           std::log(phi_max);
  };
  const auto phis = gauss_legendre(nodes, 0, phi_max);
  std::vector<Whitened> white;
  for (const Node& phi : phis) white.push_back(whitened(series, design, phi.at, false));
  // Where sigma can be: a coarse look over all that its prior allows, then the grid where it
  // counts.
  double low = std::log(prior.sigma_scale * 1e-4);
  double high = std::log(prior.sigma_scale * 6);
  constexpr int looks = 60;
  std::vector<double> height(looks + 1, -std::numeric_limits<double>::infinity());
  for (int i = 0; i <= looks; ++i) {
    const double log_sigma = low + (high - low) * i / looks;
    for (std::size_t j = 0; j < nodes; j += 4) {
      const double sigma = std::exp(log_sigma);
      const double here =
          grid_point(white[j], terms, phis[j].at, sigma, n).log_mass + log_prior(sigma) + log_sigma;
      height[static_cast<std::size_t>(i)] = std::max(height[static_cast<std::size_t>(i)], here);
    }
  }
  const double top = *std::ranges::max_element(height);
  const auto counts = [&](double one) { return one > top - 20; };
  const auto first = std::ranges::find_if(height, counts) - height.begin();
  const auto last =
      looks - (std::find_if(height.rbegin(), height.rend(), counts) - height.rbegin());
  const double step = (high - low) / looks;
  const double from = low + step * static_cast<double>(std::max<std::ptrdiff_t>(first - 1, 0));
  const double to = low + step * static_cast<double>(std::min<std::ptrdiff_t>(last + 1, looks));
  std::vector<GridPoint> all;
  for (const Node& log_sigma : gauss_legendre(nodes, from, to)) {
    const double sigma = std::exp(log_sigma.at);
    const double known = log_prior(sigma) + log_sigma.at + std::log(log_sigma.weight);
    for (std::size_t j = 0; j < nodes; ++j) {
      all.push_back(grid_point(white[j], terms, phis[j].at, sigma, n));
      all.back().log_mass += known + std::log(phis[j].weight);
    }
  }
  const double highest = std::ranges::max_element(all, {}, &GridPoint::log_mass)->log_mass;
  double sum = 0;
  for (const GridPoint& point : all) sum += std::exp(point.log_mass - highest);
  PhasePosterior posterior;
  posterior.log_evidence = highest + std::log(sum);
  for (const GridPoint& point : all) {
    const double share = std::exp(point.log_mass - posterior.log_evidence);
    if (share < 1e-12) continue;
    posterior.effect.parts.push_back({share, point.mean, point.sd});
    posterior.phi_mean += share * point.phi;
    posterior.sigma_mean += share * point.sigma;
  }
  return posterior;
}

}  // namespace alongside::inference
