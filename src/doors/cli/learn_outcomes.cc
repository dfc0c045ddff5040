// SPDX-License-Identifier: Apache-2.0
// One row for one aim after one action by one person; every other column is a circumstance.
#include "doors/cli/learn_outcomes.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "foundation/base/delimited.h"
#include "foundation/base/text.h"

namespace alongside::cli {
namespace {

[[noreturn]] void refuse(const std::string& why) { throw std::runtime_error(why); }

/// Cells of a table by the name of their column.
class Cells {
 public:
  explicit Cells(const TextTable& table) : table_(table) {
    if (table.rows.size() < 2) refuse("the table has no row below its names");
  }
  std::optional<std::size_t> column(std::string_view name) const {
    const auto& names = table_.rows.front();
    for (std::size_t i = 0; i < names.size(); ++i)
      if (one_line(names[i]) == name) return i;
    return std::nullopt;
  }
  std::vector<std::string> words(std::string_view name, std::string_view otherwise = {}) const {
    const auto at = column(name);
    if (!at && otherwise.empty())
      refuse("there is no column \"" + std::string(name) +
             "\"; needed are site, person, action and outcome");
    std::vector<std::string> all;
    for (std::size_t row = 1; row < table_.rows.size(); ++row) {
      std::string cell(at && *at < table_.rows[row].size() ? one_line(table_.rows[row][*at])
                                                           : std::string(otherwise));
      if (cell.empty()) refuse(where(row) + "\"" + std::string(name) + "\" is empty");
      all.push_back(std::move(cell));
    }
    return all;
  }
  /// NaN for an empty cell, if it may be.
  std::vector<double> numbers(std::string_view name, bool may_miss) const {
    const auto at = column(name);
    if (!at) refuse("there is no column \"" + std::string(name) + "\"");
    std::vector<double> all;
    for (std::size_t row = 1; row < table_.rows.size(); ++row) {
      const std::string cell =
          *at < table_.rows[row].size() ? one_line(table_.rows[row][*at]) : std::string();
      const auto number = number_in(cell, table_.between);
      if (cell.empty() && may_miss)
        all.push_back(std::numeric_limits<double>::quiet_NaN());
      else if (number)
        all.push_back(*number);
      else
        refuse(where(row) + "\"" + std::string(name) + "\" is no number");
    }
    return all;
  }
  std::string where(std::size_t row) const {
    return "line " + std::to_string(table_.lines[row]) + ": ";
  }
  const std::vector<std::string>& names() const { return table_.rows.front(); }

 private:
  const TextTable& table_;
};

/// About its middle, in its own sds: two values become -½ and ½ or near it.
void standardise(std::vector<double>& values) {
  const auto [low, high] = std::ranges::minmax(values);
  const bool two = std::ranges::all_of(
      values, [low = low, high = high](double v) { return v == low || v == high; });
  double mean = 0;
  double square = 0;
  for (const double v : values) mean += v / static_cast<double>(values.size());
  for (const double v : values) square += (v - mean) * (v - mean);
  const double sd = std::sqrt(square / static_cast<double>(values.size()));
  const double centre = two ? (low + high) / 2 : mean;
  const double width = two ? high - low : sd;
  // Whole thousandths: sums stay exact.
  for (double& v : values) v = width > 0 ? std::round(1000 * (v - centre) / width) / 1000 : 0;
}

learning::OutcomeTable outcomes_of(const OutcomeScale& options, const Cells& cells) {
  constexpr std::string_view known[] = {"site",   "person",  "aim",   "action",
                                        "design", "outcome", "period"};
  constexpr std::size_t circumstances_max = 6;
  learning::OutcomeTable table;
  table.site = cells.words("site");
  table.person = cells.words("person");
  table.aim = cells.words("aim", "any");
  table.action = cells.words("action");
  if (cells.column("period")) table.period = cells.words("period");
  for (const std::string& design : cells.words("design", "chosen")) {
    if (design != "chosen" && design != "randomised")
      refuse(cells.where(table.design.size() + 1) + "\"design\" is chosen or randomised");
    table.design.push_back(design == "chosen" ? learning::Design::chosen
                                              : learning::Design::randomised);
  }
  table.outcome = cells.numbers("outcome", true);
  for (double& y : table.outcome)
    if (!std::isnan(y)) y = std::round(1000 * (options.down ? -y : y) / options.sd) / 1000;
  for (const std::string& name : cells.names()) {
    if (std::ranges::find(known, one_line(name)) != std::end(known)) continue;
    if (table.context.size() == circumstances_max)
      refuse("there are more than 6 columns of circumstances");
    table.context.push_back(one_line(name));
    table.circumstance.push_back(cells.numbers(one_line(name), false));
    standardise(table.circumstance.back());
  }
  return table;
}

}  // namespace

learning::OutcomeTable outcomes_in(std::string_view text, const OutcomeScale& scale) {
  const auto read = table_from(text);
  if (const auto* fault = std::get_if<TableFault>(&read))
    refuse("line " + std::to_string(fault->line) + ": " + fault->reason);
  return outcomes_of(scale, Cells(std::get<TextTable>(read)));
}

}  // namespace alongside::cli
