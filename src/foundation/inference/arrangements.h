// SPDX-License-Identifier: Apache-2.0
// The randomisation test of one person's trial: of all orders that chance could have drawn, how
// many look as good as the one that was.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace alongside::inference {

/// Which orders the draw chose among.
struct TrialDesign {
  enum class Kind {
    ab_start,             ///< the first day of B, from first_b_min to first_b_max
    blocks,               ///< for each pair of blocks, A or B first
    alternating_fixed_n,  ///< any days for B, as many as there were
    alternating_max_run,  ///< of these, those with no run longer than max_run
  };
  Kind kind = Kind::blocks;
  std::size_t first_b_min = 0, first_b_max = 0;  ///< days from 1
  std::size_t block_length = 1;
  std::size_t max_run = 1;
};

struct RandomisationTest {
  double statistic = 0;  ///< mean of B less mean of A
  std::int64_t arrangements = 0;
  std::int64_t as_high = 0;  ///< orders with a statistic at least as high
  std::int64_t as_far = 0;   ///< or as far from 0

  double one_sided() const;
  double two_sided() const;
  double smallest_possible() const;
};

/// `y`: NaN for a day without a value, which keeps its place; `in_b`: which days were B. Nothing
/// where the order that was is none that the design could draw, a phase is empty, or there are more
/// than 20 million orders.
std::optional<RandomisationTest> randomisation_test(const std::vector<double>& y,
                                                    const std::vector<bool>& in_b,
                                                    const TrialDesign& design);

}  // namespace alongside::inference
