// SPDX-License-Identifier: Apache-2.0
// Sums are exact: apart or together, in any order, and with a row taken back.
#include "foundation/inference/linear_sums.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "foundation/base/random.h"

namespace alongside::inference {
namespace {

struct Person {
  std::vector<std::vector<Cell>> rows;
  std::vector<double> y;
};

std::vector<Person> people(std::uint64_t seed, std::size_t count) {
  SeededRandomness chance(seed);
  std::vector<Person> all(count);
  for (Person& one : all)
    for (std::size_t row = 0; row < 1 + chance.below(4); ++row) {
      std::vector<Cell> cells = {{0, 1000}};
      for (std::size_t column = 1; column < 6; ++column)
        if (chance.below(3) == 0)
          cells.push_back({column, static_cast<double>(chance.below(2001)) - 1000.5 + 0.5});
      one.rows.push_back(cells);
      one.y.push_back(static_cast<double>(chance.below(8001)) - 4000);
    }
  return all;
}

void add(LinearSummer& summer, const Person& person) {
  for (std::size_t i = 0; i < person.rows.size(); ++i) summer.row(person.rows[i], person.y[i]);
  summer.end_of_person();
}

LinearSums sums_of(const std::vector<Person>& all, std::size_t from, std::size_t to) {
  LinearSummer summer(6, {1000, 1000});
  for (std::size_t i = from; i < to; ++i) add(summer, all[i]);
  return summer.sums();
}

}  // namespace

TEST(LinearSums, of_sites_are_bit_by_bit_those_of_all_rows) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    auto all = people(seed, 200);
    LinearSums apart = sums_of(all, 0, 70);
    apart += sums_of(all, 70, 71);
    apart += sums_of(all, 71, 200);
    std::ranges::reverse(all);
    const LinearSums whole = sums_of(all, 0, 200);
    EXPECT_TRUE(whole.exact());
    EXPECT_EQ(apart.xx, whole.xx);
    EXPECT_EQ(apart.xy, whole.xy);
    EXPECT_EQ(apart.yy, whole.yy);
    for (const auto& [rows, pattern] : whole.patterns) {
      EXPECT_EQ(apart.patterns.at(rows).persons, pattern.persons);
      EXPECT_EQ(apart.patterns.at(rows).ss, pattern.ss);
      EXPECT_EQ(apart.patterns.at(rows).st, pattern.st);
    }
  }
}

TEST(LinearSums, a_withdrawal_is_an_exact_subtraction) {
  const auto all = people(7, 60);
  const LinearSums whole = sums_of(all, 0, 60);
  const LinearSums without = sums_of(all, 1, 60);
  const LinearSums gone = sums_of(all, 0, 1);
  for (std::size_t i = 0; i < whole.xx.size(); ++i)
    EXPECT_EQ(whole.xx[i] - gone.xx[i], without.xx[i]);
}

TEST(LinearSums, parts_of_a_unit_are_not_called_exact) {
  LinearSummer summer(1, {1, 1});
  const Cell third{0, 1.0 / 3};
  summer.row(std::span(&third, 1), 1);
  summer.end_of_person();
  EXPECT_FALSE(summer.sums().exact());
}

TEST(LinearSums, a_column_that_passes_through_zero_is_counted_once) {
  LinearSummer summer(1, {1, 1});
  for (const double units : {2.0, -2.0, 5.0}) {
    const Cell cell{0, units};
    summer.row(std::span(&cell, 1), 1);
  }
  summer.end_of_person();
  EXPECT_EQ(summer.sums().patterns.at(3).ss[0], 25);
}

}  // namespace alongside::inference
