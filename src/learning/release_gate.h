// SPDX-License-Identifier: Apache-2.0
// Which rows of a site may go into sums that leave it: nobody stands alone in a cell.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace alongside::learning {

struct GateTable {
  std::vector<std::string> person;
  std::vector<double> sequence;                   ///< order of a person's rows
  std::vector<std::vector<std::string>> factors;  ///< one vector a factor, a level a row
};

struct GateRules {
  std::int64_t persons_a_cell = 5;  ///< k_min
  std::size_t rows_a_person = 4;
  std::size_t order = 2;  ///< cells of so many factors; 3 when interactions are sent
  std::int64_t persons_least = 30;
  double levels_a_person = 0.33;
};

enum class Kept { yes, capped, rare_level, rare_pair, rare_triple, rare_pattern };

struct GateAnswer {
  std::vector<Kept> rows;
  std::int64_t persons = 0;
  std::map<std::int64_t, std::int64_t> patterns;  ///< persons by rows left
  std::int64_t levels = 0;
  bool refused = false;  ///< too few persons, or too many levels for them
};
/// First the first rows of each person, by sequence. Then, until nothing happens: combinations of
/// one, two, … factors that fewer than persons_a_cell persons hold lose their rows, all of an order
/// at once; then the largest number of rows that fewer persons have loses their last row.
GateAnswer released(const GateTable& table, const GateRules& rules);

}  // namespace alongside::learning
