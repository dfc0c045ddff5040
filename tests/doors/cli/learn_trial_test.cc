// SPDX-License-Identifier: Apache-2.0
// One person's days from a table to a sentence.
#include "doors/cli/learn_trial.h"

#include <gtest/gtest.h>

#include <sstream>
#include <stdexcept>

namespace alongside::cli {
namespace {

std::string days(double effect) {
  std::string table = "day,pain,phase\n";
  for (int day = 1; day <= 40; ++day) {
    const bool walking = (day - 1) / 5 % 2 == 1;
    const double pain = 5 + (day * 7 % 5 - 2) * 0.4 - (walking ? effect : 0);
    table += "2026-03-" + std::string(day % 31 < 10 ? "0" : "") + std::to_string(day) + "," +
             std::to_string(pain) + "," + (walking ? "walking" : "usual") + "\n";
    if (day == 31) break;
  }
  return table;
}

std::string told(LearnTrialOptions options, const std::string& table) {
  std::ostringstream out;
  read_trial_table(options, table, out);
  return out.str();
}

std::string refusal(LearnTrialOptions options, const std::string& table) {
  try {
    told(std::move(options), table);
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST(LearnTrial, says_which_was_better_on_the_scale_as_written) {
  LearnTrialOptions options;
  options.better = "down";
  options.reference = "usual";
  const std::string text = told(options, days(2));
  EXPECT_TRUE(text.starts_with("walking was better for you than usual.")) << text;
  EXPECT_NE(text.find("walking less usual: -"), std::string::npos) << text;
  EXPECT_NE(text.find("Without --drawn"), std::string::npos) << text;
  options.json = true;
  EXPECT_NE(told(options, days(2)).find(R"("verdict":"better")"), std::string::npos);
}

TEST(LearnTrial, few_days_are_too_early) {
  EXPECT_TRUE(told({}, "day,value,phase\n1,4,A\n2,5,B\n3,,A\n4,5,B\n")
                  .starts_with("It is too early to say."));
}

TEST(LearnTrial, what_is_no_trial_is_refused_by_line_or_column) {
  EXPECT_EQ(refusal({}, "day,value,phase\n1,4,A\n2,5,A\n"),
            "the column \"phase\" has 1 different words; a trial has two, such as A and B");
  EXPECT_EQ(refusal({}, "day,value,phase\n1,4,A\n2,5,B\n2,6,B\n"), "line 4: this day stands twice");
  EXPECT_TRUE(refusal({}, "day,value\n1,4\n2,5\n").starts_with("--phase: there is no column"));
  LearnTrialOptions options;
  options.drawn = "dice";
  EXPECT_EQ(refusal(options, "day,value,phase\n1,4,A\n2,5,B\n"),
            "--drawn is blocks:DAYS, days, runs:LONGEST or start:FIRST-LAST");
  options.drawn = "blocks:2";
  EXPECT_EQ(refusal(options, "day,value,phase\n1,4,A\n2,5,B\n"),
            "the order of these days is none that --drawn blocks:2 could have made");
}

}  // namespace alongside::cli
