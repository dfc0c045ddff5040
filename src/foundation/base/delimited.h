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

/// What stands between the groups of a number's digits.
enum class Comma { decimal, thousands };

/// "1234.5", "1234,5" where a comma cannot be a separator of cells, "1 234", "12 %" (as 12);
/// nothing for anything else. With `thousands`: "1,234.5" too.
std::optional<double> number_in(std::string_view cell, char between, Comma comma = Comma::decimal);

/// What a comma means in a column: thousands where it has two groups of three, or a decimal point
/// beside it; a decimal sign where it is followed by other than three digits or stands beside a
/// plain 1000. Where it can be both, the index of the first such cell.
std::variant<Comma, std::size_t> comma_in(const std::vector<std::string>& cells, char between);

}  // namespace alongside
