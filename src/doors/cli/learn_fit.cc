// SPDX-License-Identifier: Apache-2.0
// One row for one aim after one action by one person; every other column is a circumstance.
#include "doors/cli/learn_fit.h"

#include <algorithm>
#include <cmath>
#include <iomanip>
#include <limits>
#include <sstream>
#include <stdexcept>

#include "doors/cli/learn_words.h"
#include "foundation/base/delimited.h"
#include "foundation/base/json.h"
#include "foundation/base/text.h"
#include "learning/network_fit.h"

namespace alongside::cli {
namespace {

using learning::ActionReading;
using learning::NetworkFit;

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

learning::OutcomeTable outcomes_of(const LearnFitOptions& options, const Cells& cells) {
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

std::string shown(double value) {
  std::ostringstream out;
  out << std::fixed << std::setprecision(2) << (std::abs(value) < 0.005 ? 0 : value);
  return out.str();
}

std::string_view sentence(learning::Claim claim) {
  switch (claim) {
    case learning::Claim::tested:
      return "Part of this comes from tests where chance decided.";
    case learning::Claim::compared:
      return "Compared with people who carried on as before. They may differ in ways nobody sees.";
    case learning::Claim::described:
      return "What people who chose it reported. Not what it caused.";
    case learning::Claim::published:
    case learning::Claim::none:
      break;
  }
  return "We do not know yet.";
}

std::string_view words_of(learning::Status status) {
  constexpr std::string_view words[] = {"not yet", "published science only", "early",
                                        "established"};
  return words[static_cast<int>(status)];
}

std::string_view words_of(learning::Flag flag) {
  constexpr std::string_view words[] = {"conflicts with published science",
                                        "fewer than 70 of 100 have a follow-up",
                                        "fewer than 3 sites"};
  return words[static_cast<int>(flag)];
}

void tell(const ActionReading& action, const LearnFitOptions& options, std::ostream& out) {
  const auto& standing = action.standing;
  out << action.action << " (" << words_of(action.verdict.status) << ")\n";
  out << "  " << sentence(action.verdict.claim) << "\n";
  if (action.verdict.claim != learning::Claim::none)
    out << "  It adds " << shown(action.mean) << ", probably between " << shown(action.low80)
        << " and " << shown(action.high80) << " (80 of 100). Chance of more than "
        << shown(options.worthwhile) << ": " << of_100(action.chance_worthwhile) << " of 100.\n";
  out << "  " << standing.persons << " people at " << standing.sites << " sites, "
      << standing.randomised << " of them drawn by lot; "
      << std::lround(100 * standing.completeness) << " of 100 rows have a follow-up.";
  for (const learning::Flag flag : action.verdict.flags) out << " [" << words_of(flag) << "]";
  out << "\n\n";
}

void as_json(const learning::Release& release, const NetworkFit& fit, std::ostream& out) {
  JsonWriter json;
  json.begin_object().key("rows").integer(static_cast<std::int64_t>(release.rows));
  json.key("without_follow_up").integer(static_cast<std::int64_t>(release.without_follow_up));
  json.key("persons").integer(static_cast<std::int64_t>(release.persons));
  json.key("sites").integer(static_cast<std::int64_t>(release.sites)).key("sd").begin_object();
  for (const auto& [name, sd] : release.sds) json.key(name).number(sd);
  json.end_object().key("expected_false").number(fit.expected_false).key("actions").begin_array();
  for (const ActionReading& action : fit.actions) {
    json.begin_object().key("action").text(action.action).key("mean").number(action.mean);
    json.key("low80").number(action.low80).key("high80").number(action.high80);
    json.key("chance_worthwhile").number(action.chance_worthwhile);
    json.key("persons").number(action.standing.persons).key("sites").number(action.standing.sites);
    json.key("randomised").number(action.standing.randomised);
    json.key("completeness").number(action.standing.completeness);
    json.key("information").number(action.standing.information);
    json.key("status").text(learning::name_of(action.verdict.status));
    json.key("claim").text(learning::name_of(action.verdict.claim)).key("flags").begin_array();
    for (const learning::Flag flag : action.verdict.flags) json.text(learning::name_of(flag));
    json.end_array().end_object();
  }
  json.end_array().end_object();
  out << std::move(json).take() << "\n";
}

}  // namespace

void fit_table(const LearnFitOptions& options, std::string_view text, std::ostream& out) {
  const auto read = table_from(text);
  if (const auto* fault = std::get_if<TableFault>(&read))
    refuse("line " + std::to_string(fault->line) + ": " + fault->reason);
  const Cells cells(std::get<TextTable>(read));
  const auto release =
      learning::fitted(learning::sums_of(outcomes_of(options, cells), options.reference), {});
  if (!release)
    refuse("no row with an outcome, or no row of \"" + options.reference +
           "\", which the others are compared with (--reference)");
  const NetworkFit fit = learning::read_actions(*release, options.worthwhile);
  if (options.json) return as_json(*release, fit, out);
  out << release->rows << " rows of " << release->persons << " people at " << release->sites
      << " sites; " << release->without_follow_up
      << " more have no follow-up. Differences are from \"" << options.reference
      << "\", in standard deviations of " << shown(options.sd) << ".\n\n";
  for (const ActionReading& action : fit.actions) tell(action, options, out);
  out << "Of what looks likely here, " << shown(fit.expected_false)
      << " actions would be so by chance alone. Judgements behind this: "
         "docs/statistics/learning.md.\n";
}

}  // namespace alongside::cli
