// SPDX-License-Identifier: Apache-2.0
// Observations over time, and how rows of one time become one point.
#pragma once

#include <cmath>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace alongside::statistics {

/// A value that is not there. Never zero.
inline constexpr double missing = std::numeric_limits<double>::quiet_NaN();
inline bool is_missing(double value) { return std::isnan(value); }

/// One point of a chart before limits: what was measured and how much stands behind it.
struct Observation {
  double value = missing;   ///< a rate is already divided
  double size = missing;    ///< denominator or area of opportunity; missing where there is none
  double rows = 0;          ///< how many rows with a value make it
  double spread = missing;  ///< standard deviation within the point; missing below two rows
  double range = missing;   ///< largest minus smallest of its rows
};

enum class Together { mean, median, sum, spread };

/// Rows that come in any order; rows of equal x make one observation, in order of x.
struct Rows {
  std::span<const double> x;     ///< finite; ties are equal bits
  std::span<const double> y;     ///< missing allowed
  std::span<const double> size;  ///< empty: no denominators
};

/// Makes observations, reusing its memory from series to series.
class Grouping {
 public:
  /// With denominators an observation is sum(y) / sum(size), a row counting only where it has both,
  /// and a denominator of 0 leaves it missing; without, it is what `together` says of the y.
  std::span<const Observation> group(const Rows& rows, Together together);
  /// For each observation the index of its first row in the input.
  std::span<const std::size_t> first_rows() const { return first_rows_; }
  bool zero_denominators() const { return zero_denominators_; }

 private:
  Observation one(const Rows& rows, std::size_t from, std::size_t to, Together together);

  std::vector<std::size_t> order_;
  std::vector<std::size_t> first_rows_;
  std::vector<double> values_;
  std::vector<Observation> observations_;
  bool zero_denominators_ = false;
};

/// Sum with the error of each addition carried along (Neumaier 1974).
class CarefulSum {
 public:
  void add(double value) {
    const double sum = sum_ + value;
    lost_ += std::abs(sum_) >= std::abs(value) ? (sum_ - sum) + value : (value - sum) + sum_;
    sum_ = sum;
  }
  double value() const { return sum_ + lost_; }

 private:
  double sum_ = 0;
  double lost_ = 0;
};

/// Of at least one value; sorts them in part.
double median_of(std::span<double> values);
/// Mean of at least one value, in two passes.
double mean_of(std::span<const double> values);
/// Standard deviation with n - 1; missing below two values.
double spread_of(std::span<const double> values);

}  // namespace alongside::statistics
