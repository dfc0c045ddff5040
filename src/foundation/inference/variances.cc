// SPDX-License-Identifier: Apache-2.0
// The highest point over log standard deviations.
#include "foundation/inference/variances.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace alongside::inference {
namespace {

double log_prior(const UnknownSd& one, double log_s, double& slope) {
  double log_density = 0;
  slope = 0;
  if (one.half_normal_scale) {
    const double a2 = *one.half_normal_scale * *one.half_normal_scale;
    const double s2 = std::exp(2 * log_s);
    log_density += -s2 / (2 * a2) + log_s;
    slope += -s2 / a2 + 1;
  }
  if (one.log_sd) {
    const double z = (log_s - one.log_mean.value_or(0)) / *one.log_sd;
    log_density += -z * z / 2 - std::log(*one.log_sd) - std::log(2 * std::numbers::pi) / 2;
    slope += -z / *one.log_sd;
  }
  return log_density;
}

std::vector<double> exponents(const std::vector<double>& logs) {
  std::vector<double> sds;
  for (const double one : logs) sds.push_back(std::exp(one));
  return sds;
}

}  // namespace

std::size_t VarianceModel::blocks() const {
  int most = -1;
  for (const int block : block_of) most = std::max(most, block);
  // A block may have no column at all.
  for (const UnknownSd& one : unknown) most = std::max(most, one.block);
  return static_cast<std::size_t>(most + 1);
}

VarianceModel VarianceModel::with(const std::vector<double>& sds) const {
  VarianceModel put = *this;
  for (std::size_t i = 0; i < unknown.size(); ++i) {
    if (unknown[i].of == UnknownSd::Of::person) put.spread.person = sds[i];
    if (unknown[i].of == UnknownSd::Of::sigma) put.spread.sigma = sds[i];
    if (unknown[i].of != UnknownSd::Of::block) continue;
    for (std::size_t column = 0; column < prior.size(); ++column)
      if (block_of[column] == unknown[i].block) put.prior[column].sd = sds[i];
  }
  return put;
}

Surface objective_of(const VarianceModel& model) {
  return [&model](const std::vector<double>& logs) -> Slope {
    const Slope nowhere{std::numeric_limits<double>::infinity(), {}};
    std::vector<double> held = logs;  // What lies below the least is the least, and level.
    for (double& log_s : held) {
      if (!(log_s <= log_sd_max)) return nowhere;
      log_s = std::max(log_s, log_sd_min);
    }
    const VarianceModel put = model.with(exponents(held));
    const auto posterior = posterior_of(put.sums, put.prior, put.spread);
    if (!posterior) return nowhere;
    const LinearSlope slope =
        slope_of(put.sums, put.prior, put.spread, *posterior, put.block_of, put.blocks());
    Slope down{-posterior->log_marginal_likelihood, {}};
    for (std::size_t i = 0; i < logs.size(); ++i) {
      const UnknownSd& one = model.unknown[i];
      double of_prior = 0;
      down.value -= log_prior(one, held[i], of_prior);
      const double of_data = one.of == UnknownSd::Of::person ? slope.person
                             : one.of == UnknownSd::Of::sigma
                                 ? slope.sigma
                                 : slope.blocks[static_cast<std::size_t>(one.block)];
      down.gradient.push_back(logs[i] < log_sd_min ? 0 : -of_data - of_prior);
    }
    return down;
  };
}

namespace {

/// About how the log likelihood curves over each log standard deviation: twice the number of what
/// it is the deviation of.
std::vector<double> curves_of(const VarianceModel& model) {
  double persons = 0;
  for (const auto& [rows, pattern] : model.sums.patterns)
    persons += static_cast<double>(pattern.persons);
  std::vector<double> curves;
  for (const UnknownSd& one : model.unknown) {
    const double count = one.of == UnknownSd::Of::sigma ? static_cast<double>(model.sums.rows)
                         : one.of == UnknownSd::Of::person
                             ? persons
                             : static_cast<double>(std::ranges::count(model.block_of, one.block));
    curves.push_back(2 * std::max(count, 1.0));
  }
  return curves;
}

/// Near 0 the surface is level, though it may fall again further up: what came to rest there is
/// lifted, and goes on from where that is lower.
bool lifted(const VarianceModel& model, const Surface& surface, Lowest& best) {
  constexpr double near_zero = 0.03;
  bool any = false;
  for (std::size_t i = 0; i < best.at.size(); ++i) {
    if (model.unknown[i].half_normal_scale || best.at[i] > std::log(near_zero)) continue;
    for (const double sd : {0.03, 0.06, 0.12, 0.25, 0.5}) {
      std::vector<double> from = best.at;
      from[i] = std::log(sd * std::max(model.unknown[i].start, 1e-3) * 3);
      if (surface(from).value > best.value + 2) continue;
      const Lowest found = minimise(surface, from, {1e-6, 2, curves_of(model)});
      if (found.value > best.value - 1e-9) continue;
      best = found;
      any = true;
    }
  }
  return any;
}

}  // namespace

std::optional<Variances> estimate_variances(const VarianceModel& model) {
  const Surface surface = objective_of(model);
  Lowest best{{}, std::numeric_limits<double>::infinity(), false};
  for (const double shrunk : {1.0, 0.3}) {
    std::vector<double> start;
    for (const UnknownSd& one : model.unknown)
      start.push_back(std::log(one.start * (one.of == UnknownSd::Of::sigma ? 1 : shrunk)));
    const Lowest found = minimise(surface, start, {1e-6, 2, curves_of(model)});
    if (found.value < best.value) best = found;
  }
  if (!std::isfinite(best.value)) return std::nullopt;
  for (int round = 0; round < 4 && lifted(model, surface, best); ++round) {
  }
  for (double& log_s : best.at) log_s = std::max(log_s, log_sd_min);
  const std::vector<double> sds = exponents(best.at);
  const VarianceModel put = model.with(sds);
  auto posterior = posterior_of(put.sums, put.prior, put.spread);
  if (!posterior) return std::nullopt;
  return Variances{sds, -best.value, std::move(*posterior)};
}

}  // namespace alongside::inference
