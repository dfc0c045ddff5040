// SPDX-License-Identifier: Apache-2.0
// Estimators, widths and exact quantiles.
#include "foundation/statistics/textbook_limits.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "foundation/statistics/constants.h"
#include "foundation/statistics/distribution.h"
#include "foundation/statistics/run_rules.h"

namespace alongside::statistics {
namespace {

constexpr double counts_max = 9e15;    ///< whole numbers beyond it are not exact
constexpr double table_rows_max = 25;  ///< beyond it a range says too little

class Textbook {
 public:
  Textbook(std::span<const Observation> groups, const TextbookOptions& options,
           TextbookChart& found)
      : groups_(groups), options_(options), found_(found) {
    sigmas_ = options.confidence ? normal_quantile(0.5 + *options.confidence / 2) : options.sigmas;
  }

  void make() {
    for (const Observation& group : groups_) found_.points.push_back({statistic(group)});
    const double centre = overall();
    if (of_values()) found_.sigma = estimated();
    for (std::size_t i = 0; i < groups_.size(); ++i) place(found_.points[i], groups_[i], centre);
    apply_rules();
  }

 private:
  bool of_values() const {
    return options_.kind == TextbookKind::xbar || options_.kind == TextbookKind::r ||
           options_.kind == TextbookKind::s || options_.kind == TextbookKind::one;
  }

  double statistic(const Observation& group) const {
    switch (options_.kind) {
      case TextbookKind::r:
        return group.range;
      case TextbookKind::s:
        return group.spread;
      case TextbookKind::np:
        return group.value * group.size;
      default:
        return group.value;
    }
  }

  double weight(const Observation& group) const {
    return of_values() ? group.rows : options_.kind == TextbookKind::c ? 1 : group.size;
  }

  /// The mean of all, each with its size.
  double overall() const {
    CarefulSum sum;
    CarefulSum weights;
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      const double value =
          options_.kind == TextbookKind::np ? groups_[i].value : found_.points[i].statistic;
      if (is_missing(value)) continue;
      sum.add(value * weight(groups_[i]));
      weights.add(weight(groups_[i]));
    }
    return sum.value() / weights.value();
  }

  double estimated() const {
    if (options_.kind == TextbookKind::one) return from_moving_ranges();
    bool large = false;
    for (const Observation& group : groups_) large |= group.rows > table_rows_max;
    switch (options_.estimate) {
      case SigmaEstimate::as_the_kind_asks:
        if (options_.kind == TextbookKind::s) return from_spreads([](double) { return 1.0; });
        return large ? from_variances() : from_ranges();
      case SigmaEstimate::mean_range:
        return large ? from_variances() : from_ranges();
      case SigmaEstimate::mean_spread:
        return from_spreads([](double) { return 1.0; });
      case SigmaEstimate::least_variance:
        return from_spreads([](double c) { return c * c / (1 - c * c); });
      case SigmaEstimate::pooled:
        return from_variances();
    }
    return missing;
  }

  double from_moving_ranges() const {
    CarefulSum sum;
    double count = 0;
    for (std::size_t i = 1; i < groups_.size(); ++i) {
      const double range = std::abs(groups_[i].value - groups_[i - 1].value);
      if (is_missing(range)) continue;
      sum.add(range);
      ++count;
    }
    return sum.value() / count / d2_printed(2);
  }

  double from_ranges() const {
    CarefulSum sum;
    double count = 0;
    for (const Observation& group : groups_) {
      if (group.rows < 2) continue;
      sum.add(group.range / d2_printed(static_cast<int>(group.rows)));
      ++count;
    }
    return sum.value() / count;
  }

  template <class Weight>
  double from_spreads(Weight weight_of) const {
    CarefulSum sum;
    CarefulSum weights;
    for (const Observation& group : groups_) {
      if (group.rows < 2) continue;
      const double c = c4(group.rows);
      sum.add(weight_of(c) * group.spread / c);
      weights.add(weight_of(c));
    }
    return sum.value() / weights.value();
  }

  double from_variances() const {
    CarefulSum squares;
    double freedom = 0;
    for (const Observation& group : groups_) {
      if (group.rows < 2) continue;
      squares.add((group.rows - 1) * group.spread * group.spread);
      freedom += group.rows - 1;
    }
    return std::sqrt(squares.value() / freedom) / c4(freedom + 1);
  }

  double sigma_at(const Observation& group, double centre) const {
    const double n = group.size;
    switch (options_.kind) {
      case TextbookKind::xbar:
        return found_.sigma / std::sqrt(group.rows);
      case TextbookKind::one:
        return found_.sigma;
      case TextbookKind::r:
        return group.rows < 2 ? missing : d3(static_cast<int>(group.rows)) * found_.sigma;
      case TextbookKind::s: {
        const double c = c4(group.rows);
        return found_.sigma * std::sqrt(1 - c * c);
      }
      case TextbookKind::p:
        return std::sqrt(centre * (1 - centre) / n);
      case TextbookKind::np:
        return std::sqrt(centre * (1 - centre) * n);
      case TextbookKind::c:
        return std::sqrt(centre);
      case TextbookKind::u:
        return std::sqrt(centre / n);
    }
    return missing;
  }

  void place(TextbookPoint& point, const Observation& group, double centre) const {
    point.sigma = sigma_at(group, centre);
    point.centre = options_.kind == TextbookKind::np ? centre * group.size : centre;
    point.lower = point.centre - sigmas_ * point.sigma;
    point.upper = point.centre + sigmas_ * point.sigma;
    if (options_.confidence) place_exact(point, group, centre);
    if (options_.kind != TextbookKind::xbar && options_.kind != TextbookKind::one)
      point.lower = std::max(0.0, point.lower);
    if (options_.kind == TextbookKind::p) point.upper = std::min(1.0, point.upper);
    if (options_.kind == TextbookKind::np) point.upper = std::min(group.size, point.upper);
  }

  /// The two quantiles that leave equally much outside.
  void place_exact(TextbookPoint& point, const Observation& group, double centre) const {
    const double tail = (1 - *options_.confidence) / 2;
    const double n = options_.kind == TextbookKind::c ? 1 : group.size;
    const bool counts = options_.kind == TextbookKind::p || options_.kind == TextbookKind::np ||
                        options_.kind == TextbookKind::u || options_.kind == TextbookKind::c;
    const bool known = std::isfinite(n) && n > 0 && std::isfinite(centre) && n < counts_max &&
                       centre * n < counts_max;
    if (counts && !known) {
      point.lower = point.upper = missing;
      return;
    }
    const auto put = [&](auto quantile, double divisor) {
      point.lower = quantile(tail) / divisor;
      point.upper = quantile(1 - tail) / divisor;
    };
    const auto binomial = [&](double share) {
      return static_cast<double>(
          binomial_quantile(share, static_cast<std::int64_t>(std::llround(n)), centre));
    };
    const auto poisson_of = [](double mean) {
      return [mean](double share) { return static_cast<double>(poisson_quantile(share, mean)); };
    };
    switch (options_.kind) {
      case TextbookKind::p:
        return put(binomial, n);
      case TextbookKind::np:
        return put(binomial, 1);
      case TextbookKind::c:
        return put(poisson_of(centre), 1);
      case TextbookKind::u:
        return put(poisson_of(centre * n), n);
      case TextbookKind::s: {
        const double freedom = group.rows - 1;
        return put(
            [&](double share) {
              return found_.sigma * std::sqrt(chi_squared_quantile(share, freedom) / freedom);
            },
            1);
      }
      default:
        return;
    }
  }

  void apply_rules() {
    const std::size_t n = found_.points.size();
    std::vector<double> z(n);
    std::vector<double> values(n);
    std::vector<char> outside(n);
    for (std::size_t i = 0; i < n; ++i) {
      const TextbookPoint& point = found_.points[i];
      values[i] = point.statistic;
      z[i] = (point.statistic - point.centre) / (point.sigma * sigmas_ / 3);
      const bool beyond =
          side_of(point.statistic, point.upper) > 0 || side_of(point.statistic, point.lower) < 0;
      outside[i] = beyond ? 1 : 0;
    }
    std::vector<std::uint16_t> flags(n);
    apply_zone_rules(options_.rules, {z, values, outside}, flags);
    for (std::size_t i = 0; i < n; ++i) found_.points[i].flags = flags[i];
  }

  std::span<const Observation> groups_;
  const TextbookOptions& options_;
  TextbookChart& found_;
  double sigmas_ = 3;
};

}  // namespace

void textbook_chart(std::span<const Observation> groups, const TextbookOptions& options,
                    TextbookChart& found) {
  found.sigma = missing;
  found.points.clear();
  if (!groups.empty()) Textbook(groups, options, found).make();
}

}  // namespace alongside::statistics
