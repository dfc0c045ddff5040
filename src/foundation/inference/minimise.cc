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

}  // namespace

Lowest minimise(const Surface& surface, std::vector<double> from, double flat, double step_max) {
  constexpr int steps_max = 200;
  constexpr int halvings_max = 40;
  const auto size = static_cast<Eigen::Index>(from.size());
  Slope here = surface(from);
  Lowest lowest{std::move(from), here.value, false};
  if (!finite(here)) return lowest;
  Eigen::MatrixXd inverse = Eigen::MatrixXd::Identity(size, size);
  bool curved = false;
  for (int count = 0; count < steps_max && !lowest.settled; ++count) {
    const Vector gradient = as_vector(here.gradient);
    if (size == 0 || gradient.lpNorm<Eigen::Infinity>() < flat) {
      lowest.settled = true;
      break;
    }
    Vector step = -inverse * gradient;
    if (!curved) step /= std::max(1.0, gradient.norm());
    if (step.dot(gradient) >= 0) {
      inverse.setIdentity();
      step = -gradient / std::max(1.0, gradient.norm());
    }
    step *= std::min(1.0, step_max / step.lpNorm<Eigen::Infinity>());
    double by = 1;
    Slope there;
    for (int halving = 0; halving < halvings_max; ++halving, by /= 2) {
      there = surface(moved(lowest.at, step, by));
      if (finite(there) && there.value <= here.value + 1e-4 * by * step.dot(gradient)) break;
      there.value = std::numeric_limits<double>::infinity();
    }
    if (!std::isfinite(there.value)) {
      // Nothing lower along this way: straight down once more, then it is the bottom.
      lowest.settled = !curved;
      inverse.setIdentity();
      if (!curved) break;
      curved = false;
      continue;
    }
    lowest.at = moved(lowest.at, step, by);
    lowest.value = there.value;
    learn_curve(inverse, by * step, as_vector(there.gradient) - gradient);
    curved = true;
    here = std::move(there);
  }
  return lowest;
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
