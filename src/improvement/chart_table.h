// SPDX-License-Identifier: Apache-2.0
// Which columns of a table are time, value and size: guessed from names and contents, or as asked.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "foundation/base/delimited.h"
#include "foundation/base/outcome.h"

namespace alongside {

/// Names or numbers (from 1) of columns; empty: to be guessed.
struct ColumnsAsked {
  std::string x = {}, y = {}, n = {};
  std::string by = {};      ///< one chart for each of its words
  std::string risk = {};    ///< of each case
  std::string target = {};  ///< a number, or a column of numbers
  std::string better = {};  ///< "up", "down", or a column of such words
  std::string note = {};    ///< words to stand at a point
  bool places = false;      ///< x are names, which no time is looked for in
  bool month_first = false;
};

struct ChartTable {
  std::string x_name, y_name, n_name;  ///< n_name empty: no denominators
  std::vector<double> keys;            ///< for sorting, one a row
  std::vector<std::string> labels;     ///< as written
  std::vector<double> y;               ///< missing allowed
  std::vector<double> n;               ///< empty, or as many
  std::vector<double> risk, target;    ///< empty, or as many
  std::vector<std::string> by, better, note;
  bool dated = false;                ///< keys are days since 1970
  std::vector<std::string> remarks;  ///< on how the times were read
  std::vector<std::size_t> lines;    ///< of the file, for messages
  std::size_t without_time = 0;      ///< rows left out, since their time is blank
};

/// What cannot be charted, in a sentence that names line and column.
struct ChartTableFault {
  std::string message;
};

/// Times as in written_times.h; a comma in numbers as in delimited.h, once for a whole column. A
/// first row names the columns where it holds no number, or a word above numbers.
std::variant<ChartTable, ChartTableFault> chart_table(const TextTable& table,
                                                      const ColumnsAsked& asked);

/// The rows at those places, in their order.
ChartTable rows_of(const ChartTable& table, const std::vector<std::size_t>& rows);

}  // namespace alongside
