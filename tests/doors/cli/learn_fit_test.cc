// SPDX-License-Identifier: Apache-2.0
// A table of what people did, to sentences about each action.
#include "doors/cli/learn_fit.h"

#include <gtest/gtest.h>

#include <sstream>
#include <stdexcept>

namespace alongside::cli {
namespace {

/// Walking goes one better than usual; every third row has no follow-up.
std::string rows() {
  std::string table = "site,person,action,design,outcome,severity\n";
  for (int person = 0; person < 240; ++person) {
    const bool walks = person % 2 == 0;
    const int noise = person * 37 % 11 - 5;
    table += "s" + std::to_string(person % 5) + ",p" + std::to_string(person) + "," +
             (walks ? "walking" : "usual") + "," + (person % 4 < 2 ? "chosen" : "randomised") +
             "," + (person % 3 == 2 ? "" : std::to_string((walks ? 1.0 : 0.0) + 0.15 * noise)) +
             "," + std::to_string(person % 7) + "\n";
  }
  return table;
}

std::string told(const LearnFitOptions& options, const std::string& table) {
  std::ostringstream out;
  fit_table(options, table, out);
  return out.str();
}

std::string refusal(const std::string& table) {
  try {
    told({}, table);
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST(LearnFit, says_what_an_action_adds_and_how_that_is_known) {
  const std::string text = told({}, rows());
  EXPECT_TRUE(text.starts_with("160 rows of 160 people at 5 sites; 80 more have no follow-up."))
      << text;
  EXPECT_NE(text.find("Part of this comes from tests where chance decided."), std::string::npos);
  EXPECT_NE(text.find("[fewer than 70 of 100 have a follow-up]"), std::string::npos) << text;
  LearnFitOptions options;
  options.json = true;
  EXPECT_NE(told(options, rows()).find(R"("claim":"tested")"), std::string::npos);
}

TEST(LearnFit, what_is_wrong_is_told_by_line_or_column) {
  EXPECT_EQ(refusal("site,person\na,b\n"),
            "there is no column \"action\"; needed are site, person, action and outcome");
  EXPECT_EQ(refusal("site,person,action,outcome\na,b,usual,1\na,,walk,2\n"),
            "line 3: \"person\" is empty");
  EXPECT_EQ(refusal("site,person,action,outcome\na,b,usual,good\n"),
            "line 2: \"outcome\" is no number");
  EXPECT_EQ(refusal("site,person,action,outcome,design\na,b,usual,1,drawn\n"),
            "line 2: \"design\" is chosen or randomised");
  EXPECT_TRUE(refusal("site,person,action,outcome\na,b,walk,1\n").starts_with("no row with"));
  EXPECT_EQ(refusal("site,person,action,outcome\n"), "the table has no row below its names");
}

}  // namespace alongside::cli
