// SPDX-License-Identifier: Apache-2.0
// From values to places on paper.
#pragma once

#include <cstddef>
#include <vector>

namespace alongside::drawing {

/// A straight scale: `low` lands on `from`, `high` on `to`. They must differ.
class Scale {
 public:
  Scale(double low, double high, double from, double to);
  double operator()(double value) const { return from_ + (value - low_) * factor_; }

 private:
  double low_;
  double from_;
  double factor_;
};

/// Round values from at or below `low` to at or above `high`, about `wanted` of them: steps of 1, 2
/// or 5 times a power of ten. Equal ends are moved apart first.
std::vector<double> round_steps(double low, double high, int wanted);

/// Which of `count` places in a row get a label so that no more than `labels_max` do: the last one
/// always, then every n-th before it.
std::vector<std::size_t> labelled_places(std::size_t count, std::size_t labels_max);

/// Moves labels apart: each place keeps its order and lies at least `gap` from the one before, all
/// within [low, high] when they fit. Places must be sorted.
std::vector<double> spread_apart(std::vector<double> places, double gap, double low, double high);

}  // namespace alongside::drawing
