// SPDX-License-Identifier: Apache-2.0
// The posterior averaged over what the standard deviations may be.
#include "foundation/inference/variance_average.h"

#include <Eigen/Dense>
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

/// How wide each coordinate is: alone, with the others held, and with the others free.
struct Widths {
  std::vector<double> held, loose;
};

/// From the curvature; 1 where the surface does not curve upwards.
Widths widths(const std::vector<double>& hessian, std::size_t size) {
  const auto n = static_cast<Eigen::Index>(size);
  const Eigen::MatrixXd bend = Eigen::Map<const Eigen::MatrixXd>(hessian.data(), n, n);
  const Eigen::LLT<Eigen::MatrixXd> factor(bend);
  const bool bowl = factor.info() == Eigen::Success;
  const Eigen::MatrixXd inverse =
      bowl ? Eigen::MatrixXd(factor.solve(Eigen::MatrixXd::Identity(n, n)))
           : Eigen::MatrixXd::Zero(n, n);
  Widths all;
  for (Eigen::Index i = 0; i < n; ++i) {
    const double alone = bend(i, i) > 1e-4 ? std::min(3.0, 1 / std::sqrt(bend(i, i))) : 1;
    all.held.push_back(alone);
    all.loose.push_back(bowl ? std::clamp(std::sqrt(inverse(i, i)), alone, 3.0) : alone);
  }
  return all;
}

/// How far from the mode a coordinate still counts: until the surface has risen by 16, with the
/// others held, widened by what they give way; `most` where it does not rise so far.
double reach(const Surface& surface, const std::vector<double>& mode, const Widths& width,
             std::size_t i, double way, double most) {
  constexpr double counts = 16;
  const double lowest = surface(mode).value;
  const double wider = width.loose[i] / width.held[i];
  for (double far = width.held[i]; far * wider < most; far += width.held[i] / 2) {
    std::vector<double> at = mode;
    at[i] += way * far;
    const double value = surface(at).value;
    if (!std::isfinite(value) || value - lowest > counts) return far * wider;
  }
  return most;
}

/// A panel about the mode, and one for each side where the surface goes on beyond it. Downwards a
/// standard deviation loses its density only as fast as itself: the data do not tell 0.01 from
/// 0.001.
std::vector<Node> panels(double mode, double width, double down, double up, std::size_t nodes) {
  const double inner_down = std::min(down, 5 * width);
  const double inner_up = std::min(up, 5 * width);
  auto all = gauss_legendre(nodes, mode - inner_down, mode + inner_up);
  const auto add = [&](double low, double high) {
    if (high - low < 1e-9) return;
    const auto more = gauss_legendre(nodes / 2 + 1, low, high);
    all.insert(all.end(), more.begin(), more.end());
  };
  add(mode - down, mode - inner_down);
  add(mode + inner_up, mode + up);
  return all;
}

std::vector<Point> grid(const Surface& surface, const std::vector<double>& mode,
                        const Widths& width, std::size_t nodes) {
  constexpr double deepest = 7;
  constexpr double steepest = 4;
  std::vector<Point> points(1);
  for (std::size_t i = 0; i < mode.size(); ++i) {
    const double down = reach(surface, mode, width, i, -1, std::min(deepest, mode[i] - log_sd_min));
    const double up = reach(surface, mode, width, i, 1, steepest);
    std::vector<Point> longer;
    for (const Node& node : panels(mode[i], width.loose[i], down, up, nodes))
      for (Point point : points) {
        point.logs.push_back(node.at);
        point.log_weight += std::log(node.weight);
        longer.push_back(std::move(point));
      }
    points = std::move(longer);
  }
  return points;
}

/// Few columns are quick, so that they get more nodes. 0: too many points for that many columns.
std::size_t nodes_for(std::size_t unknown, std::size_t columns) {
  if (unknown == 3) return columns > 60 ? 0 : 13;
  if (unknown > 3) return 0;
  return columns > 100 ? 13 : 21;
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
  const std::size_t nodes = nodes_for(centre.size(), model.sums.columns);
  for (const Point& point :
       nodes > 0 ? grid(surface, centre, width, nodes) : composite(centre, width.held)) {
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
