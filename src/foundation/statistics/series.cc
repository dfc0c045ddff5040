// SPDX-License-Identifier: Apache-2.0
// Rows into observations; sums that keep their digits.
#include "foundation/statistics/series.h"

#include <algorithm>
#include <numeric>

namespace alongside::statistics {

double median_of(std::span<double> values) {
  const std::size_t half = values.size() / 2;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(half);
  std::nth_element(values.begin(), middle, values.end());
  if (values.size() % 2 == 1) return *middle;
  const double below = *std::max_element(values.begin(), middle);
  return below + (*middle - below) / 2;
}

double mean_of(std::span<const double> values) {
  const double n = static_cast<double>(values.size());
  const double first = std::accumulate(values.begin(), values.end(), 0.0) / n;
  double rest = 0;
  for (const double value : values) rest += value - first;
  return first + rest / n;
}

double spread_of(std::span<const double> values) {
  if (values.size() < 2) return missing;
  const double mean = mean_of(values);
  double squares = 0;
  double rest = 0;
  for (const double value : values) {
    squares += (value - mean) * (value - mean);
    rest += value - mean;
  }
  const double n = static_cast<double>(values.size());
  return std::sqrt(std::max(0.0, squares - rest * rest / n) / (n - 1));
}

std::span<const Observation> Grouping::group(const Rows& rows, Together together) {
  order_.resize(rows.x.size());
  std::iota(order_.begin(), order_.end(), std::size_t{0});
  if (!std::is_sorted(rows.x.begin(), rows.x.end()))
    std::stable_sort(order_.begin(), order_.end(),
                     [&](std::size_t a, std::size_t b) { return rows.x[a] < rows.x[b]; });
  observations_.clear();
  first_rows_.clear();
  zero_denominators_ = false;
  for (std::size_t from = 0; from < order_.size();) {
    std::size_t to = from + 1;
    while (to < order_.size() && rows.x[order_[to]] == rows.x[order_[from]]) ++to;
    first_rows_.push_back(order_[from]);
    observations_.push_back(one(rows, from, to, together));
    from = to;
  }
  return observations_;
}

Observation Grouping::one(const Rows& rows, std::size_t from, std::size_t to, Together together) {
  values_.clear();
  CarefulSum sum;
  CarefulSum sizes;
  for (std::size_t i = from; i < to; ++i) {
    const double y = rows.y[order_[i]];
    const double size = rows.size.empty() ? 1 : rows.size[order_[i]];
    if (is_missing(y) || is_missing(size)) continue;
    values_.push_back(y);
    sum.add(y);
    sizes.add(size);
  }
  Observation made;
  made.rows = static_cast<double>(values_.size());
  if (values_.empty()) return made;
  const auto [low, high] = std::minmax_element(values_.begin(), values_.end());
  made.range = *high - *low;
  made.spread = spread_of(values_);
  if (!rows.size.empty()) {
    made.size = sizes.value();
    if (made.size > 0)
      made.value = sum.value() / made.size;
    else
      zero_denominators_ = true;
    return made;
  }
  switch (together) {
    case Together::mean:
      made.value = values_.size() == 1 ? values_[0] : mean_of(values_);
      break;
    case Together::median:
      made.value = median_of(values_);
      break;
    case Together::sum:
      made.value = sum.value();
      break;
    case Together::spread:
      made.value = made.spread;
      break;
  }
  return made;
}

}  // namespace alongside::statistics
