// SPDX-License-Identifier: Apache-2.0
// Options under what a week can carry.
#include "learning/ranking.h"

#include <gtest/gtest.h>

namespace alongside::learning {
namespace {

Options three() {
  return {{"walk", "group", "usual"},
          {0.3, 0.5, 0},
          {{0.04, 0, 0}, {0, 0.04, 0}, {0, 0, 0.04}},
          {90, 150, 0},
          {},
          0.2,
          0.8,
          120,
          {}};
}

}  // namespace

TEST(Ranking, what_a_week_cannot_carry_is_in_no_group_and_stays_in_sight) {
  const Ranking ranking = ranked(three());
  EXPECT_FALSE(ranking.feasible[1]);
  EXPECT_EQ(ranking.groups, (std::vector<std::vector<std::string>>{{"walk"}, {"usual"}}));
  EXPECT_GT(ranking.above_mid[1], ranking.above_mid[0]);
}

TEST(Ranking, options_that_cannot_be_told_apart_stand_together) {
  Options options = three();
  options.max_minutes.reset();
  options.mean = {0.49, 0.5, 0.48};
  EXPECT_EQ(ranked(options).groups.size(), 1U);
}

TEST(Ranking, an_option_that_gives_less_and_asks_more_is_not_on_the_edge) {
  Options options = three();
  options.max_minutes.reset();
  options.minutes_per_week = {200, 150, 0};
  EXPECT_EQ(ranked(options).pareto, (std::vector<bool>{false, true, true}));
  options.cost = {0, 5, 0};
  EXPECT_EQ(ranked(options).pareto, (std::vector<bool>{true, true, true}));
}

TEST(Ranking, an_hour_has_the_price_the_person_gives_it) {
  Options options = three();
  options.value_per_hour = 0.1;
  EXPECT_NEAR(ranked(options).net_benefit[0], 0.15, 1e-12);
}

}  // namespace alongside::learning
