// SPDX-License-Identifier: Apache-2.0
// Trend first, then the mean of what it leaves at each place.
#include "foundation/statistics/season.h"

#include <algorithm>

#include "foundation/statistics/distribution.h"

namespace alongside::statistics {
namespace {

struct Left {
  double value;
  std::size_t place;
};

/// The mean of one whole cycle around i; an even cycle counts its two ends by half.
double around(std::span<const double> values, std::size_t i, std::size_t period) {
  const std::size_t half = period / 2;
  if (i < half || i + half >= values.size()) return missing;
  CarefulSum sum;
  for (std::size_t at = i - half; at <= i + half; ++at) {
    const bool end = period % 2 == 0 && (at == i - half || at == i + half);
    sum.add(end ? values[at] / 2 : values[at]);
  }
  return sum.value() / static_cast<double>(period);
}

/// Sorts `left`.
double kruskal_wallis(std::vector<Left>& left, std::size_t period) {
  std::ranges::sort(left, {}, &Left::value);
  const auto n = static_cast<double>(left.size());
  std::vector<double> ranks(period), counts(period);
  double ties = 0;
  for (std::size_t from = 0; from < left.size();) {
    std::size_t past = from;
    while (past < left.size() && left[past].value == left[from].value) ++past;
    const auto alike = static_cast<double>(past - from);
    ties += alike * alike * alike - alike;
    for (std::size_t i = from; i < past; ++i) {
      ranks[left[i].place] += (static_cast<double>(from + past) + 1) / 2;
      ++counts[left[i].place];
    }
    from = past;
  }
  double sum = 0;
  for (std::size_t place = 0; place < period; ++place) {
    if (counts[place] < 2) return missing;
    sum += ranks[place] * ranks[place] / counts[place];
  }
  const double spread = 1 - ties / (n * n * n - n);
  if (!(spread > 0)) return missing;
  const double statistic = (12 * sum / (n * (n + 1)) - 3 * (n + 1)) / spread;
  return chi_squared_tail(statistic, static_cast<double>(period - 1));
}

}  // namespace

void find_season(std::span<const double> values, std::size_t first, std::size_t period,
                 Season& found) {
  found = {};
  if (values.size() < season_cycles_min * period) return;
  std::vector<Left> left;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const double rest = values[i] - around(values, i, period);
    if (!is_missing(rest)) left.push_back({rest, (first + i) % period});
  }
  std::vector<double> sums(period), counts(period);
  for (const Left& one : left) {
    sums[one.place] += one.value;
    ++counts[one.place];
  }
  if (std::ranges::find(counts, 0.0) != counts.end()) return;
  for (std::size_t place = 0; place < period; ++place)
    found.index.push_back(sums[place] / counts[place]);
  const double mean = mean_of(found.index);
  for (double& index : found.index) index -= mean;
  for (std::size_t i = 0; i < values.size(); ++i)
    found.adjusted.push_back(values[i] - found.index[(first + i) % period]);
  found.chance = kruskal_wallis(left, period);
  found.available = true;
}

}  // namespace alongside::statistics
