// SPDX-License-Identifier: Apache-2.0
// Counts distinct persons, cell by cell, again after each removal.
#include "learning/release_gate.h"

#include <algorithm>
#include <set>

namespace alongside::learning {
namespace {

class Gate {
 public:
  Gate(const GateTable& table, const GateRules& rules) : table_(table), rules_(rules) {
    answer.rows.assign(table.person.size(), Kept::yes);
    for (std::size_t row = 0; row < table.person.size(); ++row)
      people_[table.person[row]].push_back(row);
    for (auto& [person, rows] : people_)
      std::ranges::stable_sort(rows, {}, [&](std::size_t row) { return table.sequence[row]; });
  }

  void cap() {
    for (const auto& [person, rows] : people_)
      for (std::size_t i = rules_.rows_a_person; i < rows.size(); ++i)
        answer.rows[rows[i]] = Kept::capped;
  }

  /// Removes all rare combinations of the lowest order that has any.
  bool drop_rare_cells() {
    constexpr Kept why[] = {Kept::rare_level, Kept::rare_pair, Kept::rare_triple};
    for (std::size_t order = 1; order <= std::min<std::size_t>(rules_.order, 3); ++order) {
      std::vector<std::size_t> rare;
      std::vector<std::size_t> factors;
      find_rare(order, 0, factors, rare);
      for (const std::size_t row : rare) answer.rows[row] = why[order - 1];
      if (!rare.empty()) return true;
    }
    return false;
  }

  bool drop_rare_pattern() {
    const auto patterns = patterns_now();
    for (auto at = patterns.rbegin(); at != patterns.rend(); ++at) {
      if (at->second >= rules_.persons_a_cell) continue;
      for (const auto& [person, rows] : people_) {
        const auto left = kept_of(rows);
        if (static_cast<std::int64_t>(left.size()) == at->first)
          answer.rows[left.back()] = Kept::rare_pattern;
      }
      return true;
    }
    return false;
  }

  void sum_up() {
    answer.patterns = patterns_now();
    for (const auto& [rows, persons] : answer.patterns) answer.persons += persons;
    for (const auto& factor : table_.factors) {
      std::set<std::string_view> levels;
      for (std::size_t row = 0; row < factor.size(); ++row)
        if (answer.rows[row] == Kept::yes) levels.insert(factor[row]);
      answer.levels += static_cast<std::int64_t>(levels.size());
    }
    answer.refused = answer.persons < rules_.persons_least ||
                     static_cast<double>(answer.levels) >
                         rules_.levels_a_person * static_cast<double>(answer.persons);
  }

  GateAnswer answer;

 private:
  std::vector<std::size_t> kept_of(const std::vector<std::size_t>& rows) const {
    std::vector<std::size_t> left;
    for (const std::size_t row : rows)
      if (answer.rows[row] == Kept::yes) left.push_back(row);
    return left;
  }

  std::map<std::int64_t, std::int64_t> patterns_now() const {
    std::map<std::int64_t, std::int64_t> patterns;
    for (const auto& [person, rows] : people_)
      if (const auto left = kept_of(rows); !left.empty())
        patterns[static_cast<std::int64_t>(left.size())] += 1;
    return patterns;
  }

  void find_rare(std::size_t order, std::size_t from, std::vector<std::size_t>& factors,
                 std::vector<std::size_t>& rare) const {
    if (factors.size() == order) return find_rare_of(factors, rare);
    for (std::size_t factor = from; factor < table_.factors.size(); ++factor) {
      factors.push_back(factor);
      find_rare(order, factor + 1, factors, rare);
      factors.pop_back();
    }
  }

  void find_rare_of(const std::vector<std::size_t>& factors, std::vector<std::size_t>& rare) const {
    std::map<std::vector<std::string_view>,
             std::pair<std::set<std::string_view>, std::vector<std::size_t>>>
        cells;
    for (std::size_t row = 0; row < answer.rows.size(); ++row) {
      if (answer.rows[row] != Kept::yes) continue;
      std::vector<std::string_view> cell;
      for (const std::size_t factor : factors) cell.push_back(table_.factors[factor][row]);
      auto& [people, rows] = cells[std::move(cell)];
      people.insert(table_.person[row]);
      rows.push_back(row);
    }
    for (const auto& [cell, held] : cells)
      if (static_cast<std::int64_t>(held.first.size()) < rules_.persons_a_cell)
        rare.insert(rare.end(), held.second.begin(), held.second.end());
  }

  const GateTable& table_;
  const GateRules& rules_;
  std::map<std::string_view, std::vector<std::size_t>> people_;
};

}  // namespace

GateAnswer released(const GateTable& table, const GateRules& rules) {
  Gate gate(table, rules);
  gate.cap();
  while (gate.drop_rare_cells() || gate.drop_rare_pattern()) {
  }
  gate.sum_up();
  return std::move(gate.answer);
}

}  // namespace alongside::learning
