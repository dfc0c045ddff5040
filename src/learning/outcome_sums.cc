// SPDX-License-Identifier: Apache-2.0
// Sums of one site, of what may leave it, and of many.
#include "learning/outcome_sums.h"

#include <algorithm>
#include <cmath>

namespace alongside::learning {
namespace {

using inference::LinearSums;
using inference::packed;
using inference::PatternSums;

/// The same rows without those that `keep` leaves out.
template <class Keep>
OutcomeTable filtered(const OutcomeTable& table, Keep keep) {
  OutcomeTable kept;
  kept.context = table.context;
  kept.circumstance.resize(table.circumstance.size());
  for (std::size_t row = 0; row < table.rows(); ++row) {
    if (!keep(row)) continue;
    kept.site.push_back(table.site[row]);
    kept.person.push_back(table.person[row]);
    kept.aim.push_back(table.aim[row]);
    kept.action.push_back(table.action[row]);
    if (!table.period.empty()) kept.period.push_back(table.period[row]);
    kept.design.push_back(table.design[row]);
    kept.outcome.push_back(table.outcome[row]);
    for (std::size_t c = 0; c < table.circumstance.size(); ++c)
      kept.circumstance[c].push_back(table.circumstance[c][row]);
  }
  return kept;
}

Crowd crowd_behind(const OutcomeTable& table, std::string_view action) {
  std::set<std::pair<std::string_view, std::string_view>> persons, randomised;
  std::set<std::string_view> sites;
  Crowd crowd;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    if (table.action[row] != action) continue;
    crowd.rows += 1;
    if (std::isnan(table.outcome[row])) continue;
    crowd.with_outcome += 1;
    persons.emplace(table.site[row], table.person[row]);
    sites.insert(table.site[row]);
    if (table.design[row] == Design::randomised)
      randomised.emplace(table.site[row], table.person[row]);
  }
  crowd.persons = static_cast<double>(persons.size());
  crowd.randomised = static_cast<double>(randomised.size());
  crowd.sites = static_cast<double>(sites.size());
  return crowd;
}

std::vector<Term> terms_for(const OutcomeTable& table) {
  std::vector<Term> terms = {Term::mu, Term::x,    Term::chosen, Term::aim,  Term::k,
                             Term::kx, Term::bias, Term::site,   Term::ksite};
  if (!table.period.empty()) terms.push_back(Term::period);
  return terms;
}

/// The gate counts an unknown outcome as a row that is not there.
GateTable gate_table(const OutcomeTable& table) {
  GateTable gate;
  gate.factors.resize(3 + table.circumstance.size());
  for (std::size_t row = 0; row < table.rows(); ++row) {
    gate.person.push_back(table.person[row]);
    gate.sequence.push_back(static_cast<double>(row));
    gate.factors[0].push_back(table.aim[row]);
    gate.factors[1].push_back(table.action[row]);
    gate.factors[2].emplace_back(table.design[row] == Design::chosen ? "chosen" : "randomised");
    for (std::size_t c = 0; c < table.circumstance.size(); ++c)
      gate.factors[3 + c].push_back(std::to_string(table.circumstance[c][row]));
  }
  return gate;
}

/// Where each column of `from` stands in `to`.
std::vector<std::size_t> places(const Columns& from, const Columns& to) {
  std::vector<std::size_t> found;
  for (const Column& column : from.all()) found.push_back(*to.find(column.name));
  return found;
}

void scatter(const std::vector<double>& from, const std::vector<std::size_t>& at,
             std::vector<double>& to) {
  for (std::size_t i = 0; i < from.size(); ++i) to[at[i]] += from[i];
}

void scatter_packed(const std::vector<double>& from, const std::vector<std::size_t>& at,
                    std::vector<double>& to) {
  for (std::size_t j = 0; j < at.size(); ++j)
    for (std::size_t i = 0; i <= j; ++i)
      to[packed(std::min(at[i], at[j]), std::max(at[i], at[j]))] += from[packed(i, j)];
}

/// The same sums in a larger set of columns; what a site has not is zero there.
LinearSums widened(const LinearSums& from, const std::vector<std::size_t>& at, std::size_t width) {
  LinearSums to(width, from.units);
  to.rows = from.rows;
  to.y = from.y;
  to.yy = from.yy;
  scatter(from.xy, at, to.xy);
  scatter_packed(from.xx, at, to.xx);
  for (const auto& [rows, pattern] : from.patterns) {
    PatternSums& wide = to.patterns[rows];
    wide.persons = pattern.persons;
    wide.tt = pattern.tt;
    wide.st.assign(width, 0);
    wide.ss.assign(width * (width + 1) / 2, 0);
    scatter(pattern.st, at, wide.st);
    scatter_packed(pattern.ss, at, wide.ss);
  }
  return to;
}

Columns columns_of_all(const std::vector<OutcomeSums>& all) {
  std::vector<Column> columns;
  for (const OutcomeSums& one : all)
    columns.insert(columns.end(), one.columns.all().begin(), one.columns.all().end());
  std::ranges::sort(columns, [](const Column& a, const Column& b) {
    return std::tie(a.term, a.name) < std::tie(b.term, b.name);
  });
  const auto twice = std::unique(columns.begin(), columns.end(),
                                 [](const Column& a, const Column& b) { return a.name == b.name; });
  columns.erase(twice, columns.end());
  return Columns(std::move(columns));
}

}  // namespace

std::int64_t OutcomeSums::persons() const {
  std::int64_t sum = 0;
  for (const auto& [rows, pattern] : sums.patterns) sum += pattern.persons;
  return sum;
}

std::int64_t OutcomeSums::without_follow_up() const {
  double sum = 0;
  for (const auto& [action, crowd] : crowds) sum += crowd.rows - crowd.with_outcome;
  return static_cast<std::int64_t>(sum);
}

OutcomeSums sums_of(const OutcomeTable& table, const std::string& reference) {
  const OutcomeTable rows =
      filtered(table, [&](std::size_t row) { return !std::isnan(table.outcome[row]); });
  const CodeBook book(rows, reference, terms_for(rows));
  OutcomeSums sums;
  sums.sites = {table.site.begin(), table.site.end()};
  sums.reference = reference;
  sums.columns = book.index();
  sums.sums = book.sums(rows);
  for (const std::string& action : std::set<std::string>(table.action.begin(), table.action.end()))
    sums.crowds[action] = crowd_behind(table, action);
  return sums;
}

Shared shared_by(const OutcomeTable& table, const std::string& reference, const GateRules& rules) {
  GateRules three = rules;
  three.order = 3;
  const OutcomeTable rows =
      filtered(table, [&](std::size_t row) { return !std::isnan(table.outcome[row]); });
  const GateAnswer gate = released(gate_table(rows), three);
  Shared shared;
  if (gate.refused) return shared;
  const OutcomeTable kept =
      filtered(rows, [&](std::size_t row) { return gate.rows[row] == Kept::yes; });
  shared.sums = sums_of(kept, reference);
  shared.persons = {kept.person.begin(), kept.person.end()};
  for (auto& [action, crowd] : shared.sums->crowds) {
    std::set<std::string_view> missing;
    for (std::size_t row = 0; row < table.rows(); ++row)
      if (table.action[row] == action && std::isnan(table.outcome[row]))
        missing.insert(table.person[row]);
    if (static_cast<std::int64_t>(missing.size()) >= rules.persons_a_cell)
      crowd.rows += static_cast<double>(missing.size());
  }
  return shared;
}

std::optional<OutcomeSums> merged(const std::vector<OutcomeSums>& all) {
  if (all.empty()) return std::nullopt;
  OutcomeSums sum;
  sum.reference = all.front().reference;
  sum.from = all.front().from;
  sum.to = all.front().to;
  sum.columns = columns_of_all(all);
  const std::size_t width = sum.columns.all().size();
  const inference::Units units = all.front().sums.units;
  sum.sums = LinearSums(width, units);
  std::set<std::pair<std::string, std::int64_t>> epochs;
  std::map<std::string, std::set<std::string>> named;  // sites by action
  for (const OutcomeSums& one : all) {
    if (one.reference != sum.reference || one.sums.units.x != units.x ||
        one.sums.units.y != units.y)
      return std::nullopt;
    for (const std::string& site : one.sites) {
      if (!epochs.emplace(site, one.epoch).second) return std::nullopt;
      sum.sites.insert(site);
    }
    sum.from = std::min(sum.from, one.from);
    sum.to = std::max(sum.to, one.to);
    sum.sums += widened(one.sums, places(one.columns, sum.columns), width);
    for (const auto& [action, crowd] : one.crowds) {
      Crowd& whole = sum.crowds[action];
      whole.persons += crowd.persons;
      // A site of many epochs is one site; sums of many sites at once say how many they are.
      if (one.sites.size() == 1)
        named[action].insert(*one.sites.begin());
      else
        whole.sites += crowd.sites;
      whole.randomised += crowd.randomised;
      whole.rows += crowd.rows;
      whole.with_outcome += crowd.with_outcome;
    }
  }
  for (const auto& [action, sites] : named)
    sum.crowds[action].sites += static_cast<double>(sites.size());
  return sum;
}

}  // namespace alongside::learning
