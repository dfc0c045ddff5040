// SPDX-License-Identifier: Apache-2.0
// Every pair of options, once.
#include "learning/ranking.h"

#include <algorithm>
#include <cmath>

#include "foundation/inference/best_of.h"
#include "foundation/statistics/distribution.h"

namespace alongside::learning {
namespace {

double chance_above(double lead, double variance) {
  // Rounding of a difference of the same things is no difference.
  if (variance <= 1e-15) return lead > 0 ? 1 : lead < 0 ? 0 : 0.5;
  return statistics::normal_share(lead / std::sqrt(variance));
}

double cost_of(const Options& options, std::size_t i) {
  return options.cost.empty() ? 0 : options.cost[i];
}

bool dominates(const Options& options, std::size_t a, std::size_t b) {
  const bool as_good = options.mean[a] >= options.mean[b] &&
                       options.minutes_per_week[a] <= options.minutes_per_week[b] &&
                       cost_of(options, a) <= cost_of(options, b);
  const bool better = options.mean[a] > options.mean[b] ||
                      options.minutes_per_week[a] < options.minutes_per_week[b] ||
                      cost_of(options, a) < cost_of(options, b);
  return as_good && better;
}

std::vector<std::vector<std::string>> groups_of(const Options& options, const Ranking& ranking) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < options.names.size(); ++i)
    if (ranking.feasible[i]) order.push_back(i);
  std::ranges::sort(order, [&](std::size_t a, std::size_t b) {
    if (options.mean[a] != options.mean[b]) return options.mean[a] > options.mean[b];
    return options.names[a] < options.names[b];
  });
  std::vector<std::vector<std::string>> groups;
  std::size_t first = 0;
  for (const std::size_t one : order) {
    if (groups.empty() || ranking.better[first][one] >= options.group_threshold) {
      groups.emplace_back();
      first = one;
    }
    groups.back().push_back(options.names[one]);
  }
  return groups;
}

}  // namespace

Ranking ranked(const Options& options) {
  const std::size_t count = options.names.size();
  Ranking ranking;
  ranking.better.assign(count, std::vector<double>(count, 0.5));
  for (std::size_t i = 0; i < count; ++i) {
    double sum = 0;
    for (std::size_t j = 0; j < count; ++j) {
      if (i == j) continue;
      const double variance =
          options.covariance[i][i] + options.covariance[j][j] - 2 * options.covariance[i][j];
      ranking.better[i][j] = chance_above(options.mean[i] - options.mean[j], variance);
      sum += ranking.better[i][j];
    }
    ranking.p_score.push_back(count > 1 ? sum / static_cast<double>(count - 1) : 1);
    ranking.above_mid.push_back(
        chance_above(options.mean[i] - options.mid, options.covariance[i][i]));
    ranking.feasible.push_back(!options.max_minutes ||
                               options.minutes_per_week[i] <= *options.max_minutes);
    if (options.value_per_hour)
      ranking.net_benefit.push_back(options.mean[i] -
                                    *options.value_per_hour * options.minutes_per_week[i] / 60);
  }
  ranking.highest = inference::chance_of_highest(options.mean, options.covariance);
  for (std::size_t i = 0; i < count; ++i) {
    bool free = ranking.feasible[i];
    for (std::size_t j = 0; j < count && free; ++j)
      free = !(j != i && ranking.feasible[j] && dominates(options, j, i));
    ranking.pareto.push_back(free);
  }
  ranking.groups = groups_of(options, ranking);
  return ranking;
}

}  // namespace alongside::learning
