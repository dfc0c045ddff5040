// SPDX-License-Identifier: Apache-2.0
// The posterior averaged over what the standard deviations may be.
#include "foundation/inference/variance_average.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "foundation/inference/quadrature.h"

namespace alongside::inference {
namespace {

/// A point in log standard deviations with the log of its weight.
struct Point {
  std::vector<double> logs;
  double log_weight = 0;
};

std::vector<double> logs_of(const std::vector<double>& sds) {
  std::vector<double> logs;
  for (const double s : sds) logs.push_back(std::log(s));
  return logs;
}

/// 1 over the square root of each curvature; 1 where the surface does not curve upwards.
std::vector<double> widths(const std::vector<double>& hessian, std::size_t size) {
  std::vector<double> all;
  for (std::size_t i = 0; i < size; ++i) {
    const double bend = hessian[i * size + i];
    all.push_back(bend > 1e-4 ? std::min(3.0, 1 / std::sqrt(bend)) : 1);
  }
  return all;
}

/// Downwards a standard deviation loses its density only as fast as itself (the data do not tell
/// 0.01 from 0.001), upwards far faster.
std::vector<Point> grid(const std::vector<double>& mode, const std::vector<double>& width,
                        std::size_t nodes) {
  constexpr double deep = 6;
  constexpr double steep = 3;
  std::vector<Point> points(1);
  for (std::size_t i = 0; i < mode.size(); ++i) {
    const double low = std::min(mode[i] - 4 * width[i], mode[i] - deep);
    const double high = mode[i] + std::min(4 * width[i], steep);
    std::vector<Point> longer;
    for (const Node& node : gauss_legendre(nodes, std::max(low, log_sd_min), high))
      for (Point point : points) {
        point.logs.push_back(node.at);
        point.log_weight += std::log(node.weight);
        longer.push_back(std::move(point));
      }
    points = std::move(longer);
  }
  return points;
}

/// Few columns are quick, so that they get more nodes.
std::size_t nodes_for(std::size_t unknown, std::size_t columns) {
  if (unknown > 2) return 13;
  return columns > 100 ? 17 : 29;
}

/// Corners of a cube of which every pair of coordinates takes all four signs: a half or quarter of
/// all corners would do for many, all of them for few.
std::vector<Point> composite(const std::vector<double>& mode, const std::vector<double>& width) {
  constexpr double f0 = 1.1;
  const auto size = static_cast<double>(mode.size());
  const double radius = f0 * std::sqrt(size);
  std::vector<std::vector<double>> sphere;
  for (std::size_t i = 0; i < mode.size(); ++i)
    for (const double side : {-radius, radius}) {
      sphere.emplace_back(mode.size(), 0);
      sphere.back()[i] = side;
    }
  for (std::size_t corner = 0; corner < (std::size_t{1} << mode.size()); ++corner) {
    sphere.emplace_back();
    for (std::size_t i = 0; i < mode.size(); ++i)
      sphere.back().push_back((corner >> i) & 1U ? f0 : -f0);
  }
  // E over a standard normal: Σ Δ f(z) with E 1 = 1 and E z'z = k; then the density's own weight.
  double log_volume = size / 2 * std::log(2 * std::numbers::pi);
  for (const double one : width) log_volume += std::log(one);
  std::vector<Point> points = {{mode, log_volume + std::log(1 - 1 / (f0 * f0))}};
  for (const auto& z : sphere) {
    Point point{mode, log_volume - std::log(static_cast<double>(sphere.size()) * f0 * f0)};
    for (std::size_t i = 0; i < z.size(); ++i) {
      point.logs[i] += z[i] * width[i];
      point.log_weight += z[i] * z[i] / 2;
    }
    points.push_back(std::move(point));
  }
  return points;
}

}  // namespace

std::optional<AveragedPosterior> average_over_variances(const VarianceModel& model) {
  constexpr std::size_t composite_max = 10;
  if (model.unknown.empty() || model.unknown.size() > composite_max) return std::nullopt;
  const auto mode = estimate_variances(model);
  if (!mode) return std::nullopt;
  const Surface surface = objective_of(model);
  const auto centre = logs_of(mode->sds);
  const auto width = widths(curvature(surface, centre), centre.size());
  AveragedPosterior all;
  std::vector<double> log_mass;
  for (const Point& point : centre.size() <= 3
                                ? grid(centre, width, nodes_for(centre.size(), model.sums.columns))
                                : composite(centre, width)) {
    std::vector<double> sds;
    for (const double log_s : point.logs) sds.push_back(std::exp(log_s));
    const double height = -surface(point.logs).value;
    const VarianceModel put = model.with(sds);
    auto posterior = posterior_of(put.sums, put.prior, put.spread);
    if (!posterior || !std::isfinite(height)) continue;
    log_mass.push_back(height + point.log_weight);
    all.points.push_back({0, std::move(sds), std::move(*posterior)});
  }
  if (all.points.empty()) return std::nullopt;
  const double top = *std::ranges::max_element(log_mass);
  double sum = 0;
  for (const double mass : log_mass) sum += std::exp(mass - top);
  all.log_evidence = top + std::log(sum);
  for (std::size_t i = 0; i < log_mass.size(); ++i)
    all.points[i].share = std::exp(log_mass[i] - all.log_evidence);
  return all;
}

}  // namespace alongside::inference
