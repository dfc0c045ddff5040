// SPDX-License-Identifier: Apache-2.0
// From rows to columns: the formula of the model, (aim + action) × context, written out.
#include "learning/rows.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace alongside::learning {
namespace {

constexpr std::pair<std::string_view, Term> names[] = {
    {"mu", Term::mu},         {"x", Term::x},       {"chosen", Term::chosen}, {"aim", Term::aim},
    {"k", Term::k},           {"kx", Term::kx},     {"ka", Term::ka},         {"bias", Term::bias},
    {"period", Term::period}, {"site", Term::site}, {"ksite", Term::ksite}};

std::set<std::string> levels(const std::vector<std::string>& values) {
  return {values.begin(), values.end()};
}

}  // namespace

std::optional<Term> term_named(std::string_view name) {
  for (const auto& [known, term] : names)
    if (known == name) return term;
  return std::nullopt;
}

std::string_view name_of(Term term) {
  for (const auto& [name, known] : names)
    if (known == term) return name;
  return {};
}

double units_of(const std::vector<double>& values) {
  for (double units = 1; units <= 1e6; units *= 10)
    if (std::ranges::all_of(values, [&](double value) {
          const double scaled = value * units;
          return std::abs(scaled - std::rint(scaled)) <= 1e-9 * std::max(1.0, std::abs(scaled));
        }))
      return units;
  return 1;
}

CodeBook::CodeBook(const OutcomeTable& table, std::string_view reference_action,
                   const std::vector<Term>& terms)
    : reference_(reference_action), terms_(terms) {
  std::vector<Column> columns;
  for (const Term term : terms) add_term(columns, term, table);
  index_ = Columns(std::move(columns));
  std::vector<double> all;
  for (const auto& values : table.circumstance) all.insert(all.end(), values.begin(), values.end());
  units_ = {units_of(all), units_of(table.outcome)};
}

std::vector<std::string> CodeBook::actions_of(const OutcomeTable& table) const {
  auto found = levels(table.action);
  found.erase(reference_);
  return {found.begin(), found.end()};
}

void CodeBook::add_term(std::vector<Column>& columns, Term term, const OutcomeTable& table) const {
  const std::string head = std::string(name_of(term)) + ":";
  const auto add = [&](Term of, std::string name, const std::string& action = {}) {
    columns.push_back({std::move(name), of, action});
  };
  const auto pairs_with = [&](const std::vector<std::string>& other) {
    std::set<std::pair<std::string, std::string>> pairs;
    for (std::size_t i = 0; i < table.rows(); ++i)
      if (table.action[i] != reference_) pairs.emplace(table.action[i], other[i]);
    for (const auto& [action, level] : pairs) add(term, head + action + ":" + level, action);
  };
  const auto each_level = [&](const std::vector<std::string>& values) {
    for (const std::string& level : levels(values)) add(term, head + level);
  };
  switch (term) {
    case Term::mu:
    case Term::chosen:
      return add(term, std::string(name_of(term)));
    case Term::x:
      for (const std::string& variable : table.context) add(term, head + variable);
      return;
    case Term::aim:
      return each_level(table.aim);
    case Term::k:
      for (const std::string& action : actions_of(table)) add(term, head + action, action);
      return;
    case Term::kx:
      for (const std::string& action : actions_of(table))
        for (const std::string& variable : table.context)
          add(term, head + action + ":" + variable, action);
      return;
    case Term::ka:
      return pairs_with(table.aim);
    case Term::ksite:
      return pairs_with(table.site);
    case Term::bias: {
      std::set<std::string> chosen;
      for (std::size_t i = 0; i < table.rows(); ++i)
        if (table.design[i] == Design::chosen && table.action[i] != reference_)
          chosen.insert(table.action[i]);
      for (const std::string& action : chosen) add(term, head + action, action);
      return;
    }
    case Term::period:
      return each_level(table.period);
    case Term::site:
      return each_level(table.site);
  }
}

Columns::Columns(std::vector<Column> all) : all_(std::move(all)) {
  for (std::size_t i = 0; i < all_.size(); ++i) by_name_.emplace_back(all_[i].name, i);
  std::ranges::sort(by_name_);
}

std::optional<std::size_t> Columns::find(std::string_view name) const {
  const auto at = std::ranges::lower_bound(
      by_name_, name, {}, [](const auto& one) { return std::string_view(one.first); });
  if (at == by_name_.end() || at->first != name) return std::nullopt;
  return at->second;
}

/// Codes single rows; remembers which columns a level has.
struct CodeBook::Coder {
  const CodeBook& book;
  const OutcomeTable& table;
  std::vector<inference::Cell> cells;

  /// Values that no decimals hold stay as they are.
  void put(const std::string& name, double value) {
    const auto column = book.find(name);
    if (!column || value == 0) return;
    const double units = value * book.units_.x;
    cells.push_back({*column, book.units_.x == 1 ? value : std::rint(units)});
  }
  void code(std::size_t row) {
    cells.clear();
    const std::string& action = table.action[row];
    const bool other = action != book.reference_;
    const bool chosen = table.design[row] == Design::chosen;
    for (const Term term : book.terms_) {
      const std::string head = std::string(name_of(term)) + ":";
      switch (term) {
        case Term::mu:
          put("mu", 1);
          break;
        case Term::chosen:
          put("chosen", chosen ? 1 : 0);
          break;
        case Term::x:
        case Term::kx:
          if (term == Term::kx && !other) break;
          for (std::size_t c = 0; c < table.context.size(); ++c)
            put(head + (term == Term::kx ? action + ":" : "") + table.context[c],
                table.circumstance[c][row]);
          break;
        case Term::aim:
          put(head + table.aim[row], 1);
          break;
        case Term::k:
          if (other) put(head + action, 1);
          break;
        case Term::ka:
          if (other) put(head + action + ":" + table.aim[row], 1);
          break;
        case Term::bias:
          if (other && chosen) put(head + action, 1);
          break;
        case Term::period:
          put(head + table.period[row], 1);
          break;
        case Term::site:
          put(head + table.site[row], 1);
          break;
        case Term::ksite:
          if (other) put(head + action + ":" + table.site[row], 1);
          break;
      }
    }
    std::ranges::sort(cells, {}, &inference::Cell::column);
  }
};

inference::LinearSums CodeBook::sums(const OutcomeTable& table, std::string_view site) const {
  std::map<std::pair<std::string_view, std::string_view>, std::vector<std::size_t>> people;
  for (std::size_t row = 0; row < table.rows(); ++row)
    if (site.empty() || table.site[row] == site)
      people[{table.site[row], table.person[row]}].push_back(row);
  inference::LinearSummer summer(columns().size(), units_);
  Coder coder{*this, table, {}};
  for (const auto& [person, rows] : people) {
    for (const std::size_t row : rows) {
      coder.code(row);
      const double y = table.outcome[row] * units_.y;
      summer.row(coder.cells, units_.y == 1 ? table.outcome[row] : std::rint(y));
    }
    summer.end_of_person();
  }
  return summer.sums();
}

}  // namespace alongside::learning
