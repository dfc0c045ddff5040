// SPDX-License-Identifier: Apache-2.0
// Cells to rows, and the line of what cannot be read.
#include "doors/cli/learn_outcomes.h"

#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

namespace alongside::cli {
namespace {

std::string refusal(const char* text) {
  try {
    (void)outcomes_in(text, {});
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST(LearnOutcomes, are_read_by_the_names_of_columns) {
  const auto table = outcomes_in(
      "person;site;outcome;action;design;mood\np1;a;2,5;walk;randomised;1\np2;a;;usual;chosen;3\n",
      {2, true});
  ASSERT_EQ(table.rows(), 2U);
  EXPECT_EQ(table.outcome[0], -1.25);
  EXPECT_TRUE(std::isnan(table.outcome[1]));
  EXPECT_EQ(table.design[0], learning::Design::randomised);
  EXPECT_EQ(table.aim[0], "any");
  EXPECT_EQ(table.context, std::vector<std::string>{"mood"});
  EXPECT_EQ(table.circumstance[0], (std::vector<double>{-0.5, 0.5}));
}

TEST(LearnOutcomes, that_cannot_be_read_name_their_line) {
  EXPECT_NE(refusal("site,person,outcome\na,b,1\n").find("no column \"action\""),
            std::string::npos);
  EXPECT_NE(refusal("site,person,action,outcome\na,b,c,x\n").find("line 2"), std::string::npos);
  EXPECT_NE(refusal("site,person,action,outcome,design\na,b,c,1,maybe\n").find("chosen or"),
            std::string::npos);
  EXPECT_NE(refusal("site,person,action,outcome\n").find("no row"), std::string::npos);
}

}  // namespace alongside::cli
