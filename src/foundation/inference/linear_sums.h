// SPDX-License-Identifier: Apache-2.0
// Sums over the rows of a linear model with a random level for each person: all that its posterior
// needs, whatever the variances are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <vector>

namespace alongside::inference {

/// Where (i, j), i <= j, stands in an upper triangle written column by column:
/// (0,0), (0,1), (1,1), (0,2), …
constexpr std::size_t packed(std::size_t i, std::size_t j) { return j * (j + 1) / 2 + i; }

/// A value of a row that is not zero. Whole units, so that sums are exact (see Units).
struct Cell {
  std::size_t column = 0;
  double units = 0;
};

/// How many units make one. Values are whole numbers of units; sums of whole numbers below 2^53 are
/// exact in a double, in whatever order they come, so that sites together give bit by bit what all
/// rows at once give, and taking a row back leaves no trace.
struct Units {
  double x = 1;
  double y = 1;
};

/// Over the persons who have so many rows each: s = a person's column sums, t = their sum of y.
struct PatternSums {
  std::int64_t persons = 0;
  double tt = 0;           ///< Σ t², units y²
  std::vector<double> st;  ///< Σ t s, units x y; one a column
  std::vector<double> ss;  ///< Σ s s', units x²; packed
};

/// X'X, X'y and y'y, and the same over persons by their number of rows. With
/// V = σ² I + τ² 11' for each person, V⁻¹ = (I - c 11')/σ² and c depends on the number of rows
/// alone, so that these sums are sufficient for every σ and τ.
struct LinearSums {
  std::size_t columns = 0;
  Units units;
  std::int64_t rows = 0;
  double y = 0;                                  ///< Σ y, units y
  double yy = 0;                                 ///< Σ y², units y²
  std::vector<double> xy;                        ///< X'y, units x y
  std::vector<double> xx;                        ///< X'X, units x²; packed
  std::map<std::int64_t, PatternSums> patterns;  ///< by rows a person

  LinearSums() = default;
  LinearSums(std::size_t columns, Units units);
  /// Both of the same columns and units.
  LinearSums& operator+=(const LinearSums& other);
  /// Whether every sum is a whole number below 2^53: then it is exact.
  bool exact() const;
};

/// Takes rows, one person's together, and adds them up. Each thread has its own.
class LinearSummer {
 public:
  LinearSummer(std::size_t columns, Units units) : sums_(columns, units), own_(columns, 0) {}
  /// `cells` by rising column; `y` in units.
  void row(std::span<const Cell> cells, double y);
  void end_of_person();
  const LinearSums& sums() const { return sums_; }

 private:
  LinearSums sums_;
  std::vector<double> own_;           // The person's column sums, zero between persons.
  std::vector<std::size_t> touched_;  // Columns of theirs that may not be zero.
  std::vector<Cell> summed_;
  double own_y_ = 0;
  std::int64_t own_rows_ = 0;
};

}  // namespace alongside::inference
