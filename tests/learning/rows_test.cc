// SPDX-License-Identifier: Apache-2.0
// Columns of a code book, and the rows of a table in them.
#include "learning/rows.h"

#include <gtest/gtest.h>

#include "learning/made_up.h"

namespace alongside::learning {
namespace {

OutcomeTable table() {
  OutcomeTable made;
  testing::add_row(made, "S2", 1, "walk", "usual", Design::randomised, 0.25);
  testing::add_row(made, "S1", 1, "walk", "b", Design::chosen, 1);
  testing::add_row(made, "S1", 2, "sleep", "a", Design::randomised, -0.5);
  made.context = {"c1"};
  made.circumstance = {{0.5, -0.5, 1.25}};
  return made;
}

std::vector<std::string> names(const CodeBook& book) {
  std::vector<std::string> all;
  for (const Column& column : book.columns()) all.push_back(column.name);
  return all;
}

}  // namespace

TEST(Rows, columns_stand_in_the_order_of_terms_and_levels) {
  const CodeBook book(table(), "usual",
                      {Term::mu, Term::x, Term::aim, Term::k, Term::kx, Term::ka, Term::bias,
                       Term::site, Term::ksite});
  EXPECT_EQ(names(book),
            (std::vector<std::string>{"mu", "x:c1", "aim:sleep", "aim:walk", "k:a", "k:b",
                                      "kx:a:c1", "kx:b:c1", "ka:a:sleep", "ka:b:walk", "bias:b",
                                      "site:S1", "site:S2", "ksite:a:S1", "ksite:b:S1"}));
}

TEST(Rows, are_whole_units_and_a_person_of_two_sites_is_two) {
  const OutcomeTable made = table();
  const CodeBook book(made, "usual", {Term::mu, Term::x, Term::kx});
  EXPECT_EQ(book.units().x, 100);
  EXPECT_EQ(book.units().y, 100);
  const auto sums = book.sums(made);
  EXPECT_EQ(sums.rows, 3);
  EXPECT_EQ(sums.patterns.at(1).persons, 3);
  EXPECT_TRUE(sums.exact());
  EXPECT_EQ(sums.xy[1], 50.0 * 25 - 50.0 * 100 - 125.0 * 50);
}

TEST(Rows, of_one_site_are_coded_by_the_columns_of_all) {
  const OutcomeTable made = table();
  const CodeBook book(made, "usual", {Term::mu, Term::site});
  EXPECT_EQ(book.sums(made, "S2").rows, 1);
  EXPECT_EQ(book.sums(made, "S2").columns, 3U);
  auto both = book.sums(made, "S1");
  both += book.sums(made, "S2");
  EXPECT_EQ(both.xx, book.sums(made).xx);
}

TEST(Rows, units_hold_every_decimal_or_are_left_alone) {
  EXPECT_EQ(units_of({1, -2, 0}), 1);
  EXPECT_EQ(units_of({0.38, -1.5}), 100);
  EXPECT_EQ(units_of({1.0 / 3}), 1);
}

}  // namespace alongside::learning
