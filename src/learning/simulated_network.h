// SPDX-License-Identifier: Apache-2.0
// A network of made-up people, as large as one likes and the same on every machine: for the
// reference case of a million rows, and to see how fast the engine is.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "foundation/inference/linear_posterior.h"
#include "learning/rows.h"

namespace alongside::learning {

struct SimulatedNetwork {
  std::int64_t persons = 0;
  std::int64_t seed = 1;  ///< 1 to 2147483646
  std::int64_t actions = 1, aims = 1, sites = 1;
};

struct SimulatedRow {
  std::int64_t person = 0, site = 0, aim = 0, action = 0, design_draw = 0;
  double c1 = 0, c2 = 0, outcome = 0;
};

struct SimulatedSums {
  std::vector<Column> columns;
  inference::LinearSums sums;
  std::array<SimulatedRow, 3> first_rows;
};
/// Draws by x <- 16807 x mod 2147483647 (Park & Miller 1988), row by row, and adds them up; no row
/// is kept. Columns: mu, x, chosen, aim, k, kx, bias, site.
SimulatedSums simulated(const SimulatedNetwork& network);

}  // namespace alongside::learning
