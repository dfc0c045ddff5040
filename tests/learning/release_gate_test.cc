// SPDX-License-Identifier: Apache-2.0
// Disclosure: after the gate nobody stands alone in a cell, and no outcome can be worked back.
#include "learning/release_gate.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <set>

#include "learning/made_up.h"

namespace alongside::learning {
namespace {

struct Site {
  OutcomeTable rows;
  GateTable gate;
};

Site site_of(std::uint64_t seed, std::size_t people) {
  SeededRandomness chance(seed);
  Site site;
  site.gate.factors.resize(3);
  for (std::size_t person = 0; person < people; ++person)
    for (std::size_t row = 0; row < 1 + chance.below(6); ++row) {
      // Some levels are rare.
      const auto action = std::min(chance.below(9), chance.below(9));
      const auto aim = std::min(chance.below(6), chance.below(6));
      const auto context = chance.below(2);
      testing::add_row(site.rows, "s", person, "a" + std::to_string(aim),
                       action == 0 ? "usual" : "k" + std::to_string(action), Design::chosen,
                       statistics::normal_deviate(chance));
      site.gate.person.push_back(site.rows.person.back());
      site.gate.sequence.push_back(static_cast<double>(row));
      site.gate.factors[0].push_back(site.rows.aim.back());
      site.gate.factors[1].push_back(site.rows.action.back());
      site.gate.factors[2].push_back(std::to_string(context));
    }
  return site;
}

OutcomeTable kept_of(const Site& site, const GateAnswer& answer) {
  OutcomeTable kept;
  kept.context = {"c"};
  kept.circumstance.resize(1);
  for (std::size_t row = 0; row < answer.rows.size(); ++row) {
    if (answer.rows[row] != Kept::yes) continue;
    kept.site.push_back("s");
    kept.person.push_back(site.rows.person[row]);
    kept.aim.push_back(site.rows.aim[row]);
    kept.action.push_back(site.rows.action[row]);
    kept.design.push_back(Design::chosen);
    kept.outcome.push_back(site.rows.outcome[row]);
    kept.circumstance[0].push_back(site.gate.factors[2][row] == "1" ? 0.5 : -0.5);
  }
  return kept;
}

}  // namespace

TEST(ReleaseGate, after_it_no_cell_has_one_to_four_persons_and_no_leverage_is_one) {
  const std::uint64_t runs = std::getenv("ALONGSIDE_LONG") != nullptr ? 400 : 12;
  int open = 0;
  for (std::uint64_t seed = 1; seed <= runs; ++seed) {
    const Site site = site_of(seed, 150 + 40 * (seed % 8));
    const GateRules rules{5, 4, 3, 30, 0.33};
    const GateAnswer answer = released(site.gate, rules);
    if (answer.refused) continue;
    ++open;
    const OutcomeTable kept = kept_of(site, answer);
    for (std::size_t a = 0; a < 3; ++a)
      for (std::size_t b = a; b < 3; ++b) {
        std::map<std::pair<std::string, std::string>, std::set<std::string>> cells;
        for (std::size_t row = 0; row < answer.rows.size(); ++row)
          if (answer.rows[row] == Kept::yes)
            cells[{site.gate.factors[a][row], site.gate.factors[b][row]}].insert(
                site.gate.person[row]);
        for (const auto& [cell, people] : cells) EXPECT_GE(people.size(), 5U);
      }
    for (const auto& [rows, persons] : answer.patterns) EXPECT_GE(persons, 5);
    const CodeBook book(kept, "usual", {Term::mu, Term::aim, Term::k, Term::kx});
    std::vector<inference::ColumnPrior> flat(book.columns().size(), {0, 1e5, false});
    const auto sums = book.sums(kept);
    const auto posterior = inference::posterior_of(sums, flat, {1, 0}).value();
    for (std::size_t row = 0; row < kept.rows(); ++row) {
      OutcomeTable one = kept;
      const auto pick = [row](auto& column) { column = {column[row]}; };
      pick(one.site), pick(one.person), pick(one.aim), pick(one.action), pick(one.design);
      pick(one.outcome), pick(one.circumstance[0]);
      const auto own = book.sums(one);
      double leverage = 0;  // x'Vx
      for (std::size_t j = 0; j < own.columns; ++j)
        for (std::size_t i = 0; i <= j; ++i)
          leverage += (i == j ? 1 : 2) * own.xx[inference::packed(i, j)] /
                      (own.units.x * own.units.x) * posterior.covariance[inference::packed(i, j)];
      EXPECT_LT(leverage, 0.99);
    }
  }
  EXPECT_GT(open, 3);
}

TEST(ReleaseGate, keeps_the_first_rows_of_each_person) {
  GateTable table;
  table.factors.resize(1);
  for (int person = 0; person < 6; ++person)
    for (int row = 6; row > 0; --row) {
      table.person.push_back("p" + std::to_string(person));
      table.sequence.push_back(row);
      table.factors[0].push_back("x");
    }
  const GateAnswer answer = released(table, {5, 4, 1, 1, 1});
  for (std::size_t row = 0; row < answer.rows.size(); ++row)
    EXPECT_EQ(answer.rows[row], table.sequence[row] <= 4 ? Kept::yes : Kept::capped);
}

TEST(ReleaseGate, a_number_of_rows_that_few_have_loses_its_last) {
  GateTable table;
  table.factors.resize(1);
  for (int person = 0; person < 7; ++person)
    for (int row = 1; row <= (person == 0 ? 3 : 1); ++row) {
      table.person.push_back("p" + std::to_string(person));
      table.sequence.push_back(row);
      table.factors[0].push_back("x");
    }
  const GateAnswer answer = released(table, {5, 4, 1, 1, 1});
  EXPECT_EQ(answer.patterns, (std::map<std::int64_t, std::int64_t>{{1, 7}}));
  EXPECT_EQ(answer.rows[0], Kept::yes);
  EXPECT_EQ(answer.rows[2], Kept::rare_pattern);
}

}  // namespace alongside::learning
