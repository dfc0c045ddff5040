// SPDX-License-Identifier: Apache-2.0
// Few coordinates: the inverse Hessian is a small dense matrix.
#include "foundation/inference/minimise.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>

namespace alongside::inference {
namespace {

using Vector = Eigen::VectorXd;

Vector as_vector(const std::vector<double>& values) {
  return Eigen::Map<const Vector>(values.data(), static_cast<Eigen::Index>(values.size()));
}

std::vector<double> moved(const std::vector<double>& from, const Vector& step, double by) {
  std::vector<double> to = from;
  for (std::size_t i = 0; i < to.size(); ++i) to[i] += by * step(static_cast<Eigen::Index>(i));
  return to;
}

bool finite(const Slope& slope) {
  return std::isfinite(slope.value) &&
         std::ranges::all_of(slope.gradient, [](double g) { return std::isfinite(g); });
}

void learn_curve(Eigen::MatrixXd& inverse, const Vector& step, const Vector& change) {
  const double along = step.dot(change);
  if (along <= 1e-12 * step.norm() * change.norm()) return;
  const Vector turned = inverse * change;
  inverse += (along + change.dot(turned)) / (along * along) * step * step.transpose() -
             (turned * step.transpose() + step * turned.transpose()) / along;
}

/// What is known of the surface: where it stands, and how it curves.
class Descent {
 public:
  Descent(const Surface& surface, std::vector<double> from, const MinimiseOptions& options)
      : surface_(surface), options_(options), here_(surface(from)) {
    lowest = {std::move(from), here_.value, false};
    forget_curve();
  }
  bool defined() const { return finite(here_); }

  /// False when there is nothing lower to go to.
  bool step() {
    const Vector gradient = as_vector(here_.gradient);
    if (gradient.size() == 0 || gradient.lpNorm<Eigen::Infinity>() < options_.flat) return false;
    Vector way = -inverse_ * gradient;
    if (way.dot(gradient) >= 0) {
      forget_curve();
      way = -inverse_ * gradient;
    }
    if (learnt_ && -way.dot(gradient) / 2 < rounding()) return false;
    if (!learnt_ && options_.curves.empty()) way /= std::max(1.0, gradient.norm());
    way *= std::min(1.0, options_.step_max / way.lpNorm<Eigen::Infinity>());
    if (move(way, gradient)) return true;
    if (!learnt_) return false;
    forget_curve();
    return true;
  }

  Lowest lowest;

 private:
  double rounding() const { return 1e-14 * (1 + std::abs(here_.value)); }

  void forget_curve() {
    const auto size = static_cast<Eigen::Index>(lowest.at.size());
    inverse_ = Eigen::MatrixXd::Identity(size, size);
    for (std::size_t i = 0; i < options_.curves.size(); ++i)
      inverse_(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(i)) = 1 / options_.curves[i];
    learnt_ = false;
  }

  bool move(const Vector& way, const Vector& gradient) {
    constexpr int halvings_max = 30;
    double by = 1;
    for (int halving = 0; halving < halvings_max; ++halving, by /= 2) {
      const auto to = moved(lowest.at, way, by);
      Slope there = surface_(to);
      const double enough = 1e-4 * by * way.dot(gradient) + rounding();
      if (!finite(there) || there.value > here_.value + enough) continue;
      learn_curve(inverse_, by * way, as_vector(there.gradient) - gradient);
      learnt_ = true;
      lowest = {to, there.value, false};
      here_ = std::move(there);
      return true;
    }
    return false;
  }

  const Surface& surface_;
  const MinimiseOptions& options_;
  Slope here_;
  Eigen::MatrixXd inverse_;
  bool learnt_ = false;
};

}  // namespace

Lowest minimise(const Surface& surface, std::vector<double> from, const MinimiseOptions& options) {
  constexpr int steps_max = 200;
  Descent descent(surface, std::move(from), options);
  for (int count = 0; count < steps_max && descent.defined(); ++count)
    if (!descent.step()) {
      descent.lowest.settled = true;
      break;
    }
  return std::move(descent.lowest);
}

std::vector<double> curvature(const Surface& surface, const std::vector<double>& at, double step) {
  const std::size_t size = at.size();
  std::vector<double> hessian(size * size, 0);
  for (std::size_t j = 0; j < size; ++j) {
    std::vector<double> up = at;
    std::vector<double> down = at;
    up[j] += step;
    down[j] -= step;
    const Slope above = surface(up);
    const Slope below = surface(down);
    for (std::size_t i = 0; i < size; ++i) {
      const double bend = (above.gradient[i] - below.gradient[i]) / (2 * step);
      hessian[i * size + j] += bend / 2;
      hessian[j * size + i] += bend / 2;
    }
  }
  return hessian;
}

}  // namespace alongside::inference
