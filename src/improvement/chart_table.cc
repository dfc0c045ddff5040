// SPDX-License-Identifier: Apache-2.0
// Guesses are told to the reader by the command that uses them.
#include "improvement/chart_table.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <map>

#include "foundation/base/written_times.h"
#include "foundation/base/text.h"

namespace alongside {
namespace {

constexpr double largest_value = 1e150;  ///< its square is a number still
constexpr double missing = std::numeric_limits<double>::quiet_NaN();

using Names = std::vector<std::string>;

bool named(const std::string& name, std::initializer_list<std::string_view> words) {
  const std::string lower = lower_ascii(one_line(name));
  return std::ranges::any_of(words, [&](std::string_view word) {
    return lower == word || lower.starts_with(std::string(word) + " ") ||
           lower.ends_with(" " + std::string(word));
  });
}

bool names_time(const std::string& name) {
  return named(name, {"date", "day", "month", "week", "year", "time", "period", "quarter", "x",
                      "datum", "dag", "månad", "vecka", "år", "subgroup", "sample", "row", "case"});
}
bool names_size(const std::string& name) {
  return named(name, {"n", "denominator", "size", "total", "of", "sample size", "discharges",
                      "admissions", "attendances", "patients", "bed days", "nämnare", "antal"});
}

bool mostly_dates(const std::vector<std::string>& cells) {
  const auto dates = std::ranges::count_if(cells, [](const std::string& cell) {
    return date_in(cell, DateOrder::guessed) || date_in(cell, DateOrder::month_first);
  });
  return dates > 0 && 2 * dates >= static_cast<std::ptrdiff_t>(cells.size());
}

class TableOfColumns {
 public:
  TableOfColumns(const TextTable& table, const ColumnsAsked& asked) : table_(table), asked_(asked) {
    std::size_t width = 0;
    for (const auto& row : table.rows) width = std::max(width, row.size());
    has_names_ = !table.rows.empty() && first_row_names(width);
    for (std::size_t i = 0; i < width; ++i)
      names_.push_back(has_names_ && i < table.rows[0].size() ? one_line(table.rows[0][i])
                                                              : "column " + std::to_string(i + 1));
  }

  std::variant<ChartTable, ChartTableFault> read() {
    if (table_.rows.size() < (has_names_ ? 2U : 1U))
      return ChartTableFault{"The file holds no rows of data."};
    std::string fault = choose();
    if (!fault.empty()) return ChartTableFault{fault};
    fault = look_at_commas();
    if (!fault.empty()) return ChartTableFault{fault};
    ChartTable read;
    read.y_name = names_[*y_];
    if (x_) read.x_name = names_[*x_];
    if (n_) read.n_name = names_[*n_];
    for (std::size_t row = first_row(); row < table_.rows.size(); ++row) {
      if (x_ && is_blank(cell_at(row, *x_))) {
        ++read.without_time;
        continue;
      }
      fault = take_row(row, read);
      if (!fault.empty()) return ChartTableFault{fault};
    }
    fault = take_times(read);
    if (!fault.empty()) return ChartTableFault{fault};
    return read;
  }

 private:
  /// Answers what is wrong with it, or nothing.
  std::string take_row(std::size_t row, ChartTable& read) const {
    read.lines.push_back(table_.lines[row]);
    read.labels.push_back(x_ ? cell_at(row, *x_) : std::to_string(read.labels.size() + 1));
    for (const auto& [column, into] :
         {std::pair(y_, &read.y), std::pair(n_, &read.n), std::pair(risk_, &read.risk),
          std::pair(target_, &read.target)}) {
      if (!column) continue;
      const std::string cell = cell_at(row, *column);
      const auto number = number_in(cell, table_.between, commas_.at(*column));
      if (number && std::abs(*number) > largest_value)
        return "Line " + std::to_string(table_.lines[row]) + ": \"" + names_[*column] +
               "\" is too large to work with.";
      if (!number && !is_blank(cell))
        return "Line " + std::to_string(table_.lines[row]) + ": \"" + names_[*column] +
               "\" is not a number. Leave a cell empty where there is none.";
      into->push_back(number.value_or(missing));
    }
    for (const auto& [column, into] :
         {std::pair(by_, &read.by), std::pair(better_, &read.better), std::pair(note_, &read.note)})
      if (column) into->push_back(cell_at(row, *column));
    return {};
  }

  /// What a comma or a point means is the same in a whole column.
  std::string look_at_commas() {
    for (const auto& column : {y_, n_, risk_, target_}) {
      if (!column) continue;
      const auto all = cells(*column);
      const auto meaning = comma_in(all, table_.between);
      if (const auto* at = std::get_if<std::size_t>(&meaning))
        return "Line " + std::to_string(table_.lines[first_row() + *at]) + ": is " + all[*at] +
               " in \"" + names_[*column] +
               "\" in thousands, or with decimals? Write it without the separator, or with more "
               "decimals.";
      commas_[*column] = std::get<Comma>(meaning);
    }
    return {};
  }

  /// A column of its own accord, or by the option's name where it must be one.
  std::string choose_named() {
    const bool target_is_number = number_in(asked_.target, ';').has_value();
    const bool better_is_word = asked_.better == "up" || asked_.better == "down";
    for (const auto& [asked, into, option] :
         {std::tuple(&asked_.x, &x_, "--x"), std::tuple(&asked_.y, &y_, "--y"),
          std::tuple(&asked_.n, &n_, "--n"), std::tuple(&asked_.by, &by_, "--by"),
          std::tuple(&asked_.risk, &risk_, "--risk"),
          std::tuple(&asked_.target, &target_, "--target"),
          std::tuple(&asked_.better, &better_, "--better"),
          std::tuple(&asked_.note, &note_, "--notes")}) {
      if (asked->empty() || (into == &target_ && target_is_number) ||
          (into == &better_ && better_is_word))
        continue;
      *into = column_named(*asked);
      if (!*into) {
        std::string known;
        for (const std::string& name : names_) known += (known.empty() ? "" : ", ") + name;
        return std::string(option) + ": there is no column \"" + *asked + "\". There are: " + known;
      }
    }
    return {};
  }

  bool free(std::size_t column) const {
    for (const auto& taken : {x_, y_, n_, by_, risk_, target_, better_, note_})
      if (taken == column) return false;
    return true;
  }

  std::size_t first_row() const { return has_names_ ? 1 : 0; }
  std::string cell_at(std::size_t row, std::size_t column) const {
    return column < table_.rows[row].size() ? one_line(table_.rows[row][column]) : std::string();
  }
  static bool is_blank(const std::string& cell) {
    return cell.empty() || cell == "NA" || cell == "null" || cell == "-" || cell == ".";
  }

  std::optional<std::size_t> column_named(const std::string& name) const {
    for (std::size_t i = 0; i < names_.size(); ++i)
      if (lower_ascii(names_[i]) == lower_ascii(name)) return i;
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
    if (error == std::errc() && end == name.data() + name.size() && number >= 1 &&
        number <= names_.size())
      return number - 1;
    return std::nullopt;
  }

  /// Mostly numbers: a cell among them that is none is then told with its line, and the column is
  /// not passed over for another one.
  bool holds_numbers(std::size_t column) const {
    std::size_t numbers = 0;
    std::size_t others = 0;
    for (const std::string& cell : cells(column)) {
      if (number_in(cell, table_.between) || number_in(cell, table_.between, Comma::thousands))
        ++numbers;
      else if (!is_blank(cell))
        ++others;
    }
    return numbers > 0 && numbers >= others;
  }

  std::vector<std::string> cells(std::size_t column) const {
    std::vector<std::string> all;
    for (std::size_t row = first_row(); row < table_.rows.size(); ++row)
      all.push_back(cell_at(row, column));
    return all;
  }

  std::string choose() {
    if (std::string fault = choose_named(); !fault.empty()) return fault;
    for (std::size_t i = 0; i < names_.size() && !x_ && asked_.places; ++i)
      if (free(i) && !holds_numbers(i)) x_ = i;
    for (std::size_t i = 0; i < names_.size() && !x_; ++i)
      if (free(i) && (names_time(names_[i]) || mostly_dates(cells(i)))) x_ = i;
    for (std::size_t i = 0; i < names_.size() && !n_; ++i)
      if (free(i) && names_size(names_[i]) && holds_numbers(i)) n_ = i;
    // A first column of rising whole numbers with another one beside it counts the rows.
    if (!x_ && names_.size() > 1 && !y_ && free(0) && rises(0)) x_ = 0;
    for (std::size_t i = 0; i < names_.size() && !y_; ++i)
      if (free(i) && holds_numbers(i)) y_ = i;
    if (!y_ && n_ && asked_.n.empty()) std::swap(y_, n_);
    for (std::size_t i = 0; i < names_.size() && !n_ && asked_.places; ++i)
      if (free(i) && holds_numbers(i)) n_ = i;
    return y_ ? std::string()
              : "No column holds numbers only. Name one with --y, and clear cells that are none.";
  }

  bool rises(std::size_t column) const {
    if (!holds_numbers(column)) return false;
    double before = -std::numeric_limits<double>::infinity();
    for (const std::string& cell : cells(column)) {
      const auto number = number_in(cell, table_.between);
      if (!number || *number != std::floor(*number) || *number <= before) return false;
      before = *number;
    }
    return true;
  }

  /// Answers what is wrong, or nothing.
  std::string take_times(ChartTable& read) const {
    const std::size_t rows = read.y.size();
    for (std::size_t i = 0; i < rows; ++i) read.keys.push_back(static_cast<double>(i));
    if (!x_) return {};
    auto times = times_of(read.labels, table_.between,
                          asked_.month_first ? DateOrder::month_first : DateOrder::guessed);
    if (const auto* fault = std::get_if<TimesFault>(&times))
      return "Line " + std::to_string(read.lines[fault->row]) + ": \"" + read.labels[fault->row] +
             "\" is no date, though the others are.";
    auto& found = std::get<TimesRead>(times);
    read.keys = std::move(found.keys);
    read.dated = found.dated;
    if (!asked_.places) read.remarks = std::move(found.remarks);
    return {};
  }

  /// No number in it, or a word above a column of numbers or dates.
  bool first_row_names(std::size_t width) const {
    const auto& first = table_.rows[0];
    const auto is_value = [&](const std::string& cell) {
      return number_in(cell, table_.between) || date_in(cell, DateOrder::guessed);
    };
    if (std::ranges::none_of(
            first, [&](const auto& cell) { return number_in(cell, table_.between).has_value(); }))
      return true;
    for (std::size_t i = 0; i < std::min(width, first.size()); ++i) {
      if (is_blank(one_line(first[i])) || is_value(first[i])) continue;
      std::size_t values = 0;
      for (std::size_t row = 1; row < table_.rows.size(); ++row)
        if (i < table_.rows[row].size() && is_value(table_.rows[row][i])) ++values;
      if (values > 0 && 2 * values >= table_.rows.size() - 1) return true;
    }
    return false;
  }

  const TextTable& table_;
  const ColumnsAsked& asked_;
  Names names_;
  bool has_names_ = false;
  std::map<std::size_t, Comma> commas_;
  std::optional<std::size_t> x_, y_, n_, by_, risk_, target_, better_, note_;
};

}  // namespace

std::variant<ChartTable, ChartTableFault> chart_table(const TextTable& table,
                                                      const ColumnsAsked& asked) {
  return TableOfColumns(table, asked).read();
}

ChartTable rows_of(const ChartTable& table, const std::vector<std::size_t>& rows) {
  ChartTable part;
  part.x_name = table.x_name;
  part.y_name = table.y_name;
  part.n_name = table.n_name;
  part.dated = table.dated;
  part.remarks = table.remarks;
  const auto take = [&](const auto& from, auto& into) {
    if (from.empty()) return;
    for (const std::size_t row : rows) into.push_back(from[row]);
  };
  take(table.keys, part.keys);
  take(table.labels, part.labels);
  take(table.y, part.y);
  take(table.n, part.n);
  take(table.risk, part.risk);
  take(table.target, part.target);
  take(table.by, part.by);
  take(table.better, part.better);
  take(table.note, part.note);
  take(table.lines, part.lines);
  return part;
}

}  // namespace alongside
