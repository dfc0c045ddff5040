// SPDX-License-Identifier: Apache-2.0
// Tables as text: comma, semicolon or tab between the cells (RFC 4180), with or without a mark of
// byte order.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace alongside {

struct TextTable {
  char between = ',';
  std::vector<std::vector<std::string>> rows;  ///< blank lines are left out
  std::vector<std::size_t> lines;              ///< the line, from 1, on which each row begins
};

struct TableFault {
  std::size_t line;
  std::string reason;
};

/// Cells may be quoted, quotes inside doubled. The separator is the one that stands most often in
/// the first line outside quotes. Refused: bytes that are not UTF-8, a quote that never closes.
std::variant<TextTable, TableFault> table_from(std::string_view text);

/// "1234.5", "1234,5" where a comma cannot be a separator of cells, "1 234", "12 %" (as 12);
/// nothing for anything else.
std::optional<double> number_in(std::string_view cell, char between);

}  // namespace alongside
