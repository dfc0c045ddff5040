// SPDX-License-Identifier: Apache-2.0
// What using the product costs: counted, rounded, and shown only for enough uses.
#include "context/effort.h"

#include <gtest/gtest.h>

namespace alongside {
namespace {

const Day monday = Day::of(2026, 11, 23);

TEST(Effort, takes_whole_numbers_of_known_screens_only) {
  EXPECT_EQ(effort_from("visit", "59", "8")->seconds, 59);
  EXPECT_EQ(effort_from("visit", "64", "8")->seconds, 60);
  EXPECT_EQ(effort_from("visit", "119", "8")->seconds, 120);
  for (const auto& [screen, seconds, taps] :
       std::vector<std::array<std::string, 3>>{{"diary", "1", "1"},
                                               {"visit", "-1", "1"},
                                               {"visit", "3601", "1"},
                                               {"visit", "1.5", "1"},
                                               {"visit", "1", "501"},
                                               {"visit", "", "1"}})
    EXPECT_FALSE(effort_from(screen, seconds, taps)) << screen << seconds << taps;
}

TEST(Effort, shows_the_middle_of_weeks_with_enough_uses) {
  const std::vector<EffortCount> counts = {{monday, {Screen::check_in, 10, 2}, 3},
                                           {monday, {Screen::check_in, 30, 4}, 2},
                                           {monday.plus(7), {Screen::check_in, 5, 2}, 4},
                                           {monday, {Screen::visit, 99, 9}, 9}};
  const auto weeks = effort_by_week(counts, Screen::check_in);
  ASSERT_EQ(weeks.size(), 1u);  // Four uses in the second week are too few.
  EXPECT_EQ(weeks[0].uses, 5);
  EXPECT_EQ(weeks[0].median_seconds, 10);
  EXPECT_EQ(weeks[0].median_taps, 2);
  EXPECT_TRUE(effort_by_week({}, Screen::visit).empty());
}

TEST(Effort, codes_go_both_ways_and_each_screen_has_a_budget) {
  for (const Screen screen : measured_screens) {
    EXPECT_EQ(screen_from(code_of(screen)), screen);
    EXPECT_GT(budget_seconds(screen), 0);
  }
}

}  // namespace
}  // namespace alongside
