// SPDX-License-Identifier: Apache-2.0
// One pass over the text.
#include "foundation/base/delimited.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "foundation/base/text.h"

namespace alongside {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

char separator_in(std::string_view text) {
  std::array<std::size_t, 3> counts{};
  constexpr std::array<char, 3> separators = {',', ';', '\t'};
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\n') break;
    for (std::size_t i = 0; i < separators.size(); ++i) counts[i] += c == separators[i] ? 1 : 0;
  }
  // A semicolon or a tab is never part of a number; a comma may be.
  if (counts[1] > 0 && counts[1] >= counts[2]) return ';';
  return counts[2] > 0 ? '\t' : ',';
}

class TableReader {
 public:
  explicit TableReader(std::string_view text) : text_(text) { table_.between = separator_in(text); }

  std::variant<TextTable, TableFault> read() {
    begin_row();
    for (at_ = 0; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '"' && cell_.empty() && !was_quoted_) {
        const std::size_t opened_on = line_;
        if (!quoted_cell()) return TableFault{opened_on, "A quote is opened and never closed."};
      } else if (c == table_.between) {
        end_cell();
      } else if (c == '\n') {
        end_row();
      } else if (c != '\r' || !at_line_end()) {
        cell_ += c;
      }
    }
    if (!cell_.empty() || !row_.empty() || was_quoted_) end_row();
    return std::move(table_);
  }

 private:
  bool at_line_end() const { return at_ + 1 == text_.size() || text_[at_ + 1] == '\n'; }

  bool quoted_cell() {
    was_quoted_ = true;
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == '\n') ++line_;
      if (text_[at_] != '"') {
        cell_ += text_[at_];
      } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
        cell_ += '"';
        ++at_;
      } else {
        return true;
      }
    }
    return false;
  }

  void begin_row() {
    row_.clear();
    begins_ = line_;
  }

  void end_cell() {
    row_.push_back(std::move(cell_));
    cell_.clear();
    was_quoted_ = false;
  }

  void end_row() {
    end_cell();
    ++line_;
    const bool blank =
        std::ranges::all_of(row_, [](const std::string& cell) { return one_line(cell).empty(); });
    if (!blank) {
      table_.rows.push_back(row_);
      table_.lines.push_back(begins_);
    }
    begin_row();
  }

  std::string_view text_;
  TextTable table_;
  std::vector<std::string> row_;
  std::string cell_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  std::size_t begins_ = 1;
  bool was_quoted_ = false;
};

}  // namespace

std::variant<TextTable, TableFault> table_from(std::string_view text) {
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  if (!is_utf8(text)) return TableFault{1, "The text is not UTF-8."};
  return TableReader(text).read();
}

std::optional<double> number_in(std::string_view cell, char between, Comma comma) {
  std::string digits;
  for (const char c : one_line(cell))
    if (c != ' ' && c != '%' && !(c == ',' && comma == Comma::thousands)) digits += c;
  const std::size_t no_break = digits.find("\xC2\xA0");
  if (no_break != std::string::npos) digits.erase(no_break, 2);
  if (between != ',' && std::ranges::count(digits, ',') == 1 &&
      digits.find('.') == std::string::npos)
    std::ranges::replace(digits, ',', '.');
  if (digits.starts_with('+')) digits.erase(0, 1);
  double value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size() || !std::isfinite(value))
    return std::nullopt;
  return value;
}

namespace {

/// "1,015": one to three digits, then groups of three; how many groups, or nothing.
std::optional<int> groups_in(std::string_view cell, char mark) {
  if (!cell.empty() && (cell[0] == '-' || cell[0] == '+')) cell.remove_prefix(1);
  const auto parts = split(cell, mark);
  if (parts.size() < 2 || parts[0].empty() || parts[0].size() > 3 || parts[0][0] == '0')
    return std::nullopt;
  for (std::size_t i = 0; i < parts.size(); ++i)
    if ((i > 0 && parts[i].size() != 3) ||
        parts[i].find_first_not_of("0123456789") != std::string_view::npos)
      return std::nullopt;
  return static_cast<int>(parts.size()) - 1;
}

}  // namespace

std::variant<Comma, std::size_t> comma_in(const std::vector<std::string>& cells, char between) {
  std::optional<std::size_t> unclear;
  bool decimals = false;
  bool thousands = false;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string& cell = cells[i];
    const std::string whole = cell.substr(0, cell.find('.'));
    const auto groups = groups_in(whole, ',');
    const bool comma = cell.find(',') != std::string::npos;
    if (groups && (*groups > 1 || whole.size() < cell.size())) thousands = true;
    if (groups && !unclear) unclear = i;
    if (comma && !groups) decimals = true;
    // A thousand without a comma says that a comma is none for thousands.
    const auto plain = comma ? std::nullopt : number_in(cell, between);
    if (plain && std::abs(*plain) >= 1000) decimals = true;
    // Where cells end with a semicolon a point may be one for thousands.
    if (between != ';' || comma || cell.find('.') == std::string::npos) continue;
    if (!groups_in(cell, '.'))
      decimals = true;
    else if (!unclear)
      unclear = i;
  }
  if (thousands && !decimals) return Comma::thousands;
  if (decimals || !unclear) return Comma::decimal;
  return *unclear;
}

}  // namespace alongside
