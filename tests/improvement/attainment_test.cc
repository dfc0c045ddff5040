// SPDX-License-Identifier: Apache-2.0
// Only the person can make an aim attained.
#include "improvement/attainment.h"

#include <gtest/gtest.h>

namespace alongside {
namespace {

Rating rating(Side side, int level, std::int64_t at) {
  return {side, "", Level::from(level).value(), {at}, {}};
}

}  // namespace

TEST(Attainment, follows_the_person_and_never_the_professional) {
  EXPECT_EQ(attainment_of({}), Attainment::not_rated);
  const std::vector<Rating> professional_only = {rating(Side::professional, 2, 1)};
  EXPECT_EQ(attainment_of(professional_only), Attainment::not_rated);
  const std::vector<Rating> both = {rating(Side::person, -1, 1), rating(Side::professional, 2, 2)};
  EXPECT_EQ(attainment_of(both), Attainment::not_yet);
  const std::vector<Rating> later = {rating(Side::person, -1, 1), rating(Side::person, 0, 2)};
  EXPECT_EQ(attainment_of(later), Attainment::attained);
}

namespace {

double score(const std::vector<int>& levels, const std::vector<double>& weights) {
  std::vector<GoalLevel> goals;
  for (std::size_t i = 0; i < levels.size(); ++i) goals.push_back({levels[i], weights[i]});
  return goal_attainment_score(goals).value();
}

double score(const std::vector<int>& levels) {
  return score(levels, std::vector<double>(levels.size(), 1));
}

}  // namespace

// Vectors computed from the equation as it was published in 1968, not from the guide of 2009, which
// printed it wrongly and issued an erratum.
TEST(GoalAttainmentScore, equals_the_published_equation) {
  EXPECT_NEAR(score({0}), 50, 1e-4);
  EXPECT_NEAR(score({1}), 60, 1e-4);
  EXPECT_NEAR(score({-2}), 30, 1e-4);
  EXPECT_NEAR(score({0, 0, 0}), 50, 1e-4);
  EXPECT_NEAR(score({1, -1, 0}), 50, 1e-4);
  EXPECT_NEAR(score({-1, -1}), 37.5965, 1e-4);
  EXPECT_NEAR(score({-1, -1, -1}), 36.3069, 1e-4);
  EXPECT_NEAR(score({2, 2, 2}, {3, 2, 1}), 76.4392, 1e-4);
  EXPECT_NEAR(score({0, 1, -1}, {3, 2, 1}), 52.2033, 1e-4);
}

TEST(GoalAttainmentScore, has_the_range_that_its_number_of_goals_gives) {
  EXPECT_NEAR(score({2}), 70, 1e-2);
  EXPECT_NEAR(score({-2, -2}), 25.19, 1e-2);
  EXPECT_NEAR(score({2, 2, 2}), 77.39, 1e-2);
  EXPECT_NEAR(score({-2, -2, -2, -2, -2}), 19.85, 1e-2);
}

TEST(GoalAttainmentScore, has_its_properties_for_any_levels) {
  EXPECT_FALSE(goal_attainment_score({}));
  for (int a = -2; a <= 2; ++a)
    for (int b = -2; b <= 2; ++b) {
      EXPECT_NEAR(score({a, b}), score({b, a}), 1e-12);          // in any order
      EXPECT_NEAR(score({a, b}) + score({-a, -b}), 100, 1e-12);  // turned round
      EXPECT_NEAR(score({a, b}), score({a, b}, {7, 7}), 1e-12);  // scale of weights
      if (a < 2) {
        EXPECT_LT(score({a, b}), score({a + 1, b}));  // better is more
      }
    }
}

TEST(AttainedShare, counts_what_the_person_said_and_nothing_else) {
  const std::vector<Rating> there = {rating(Side::person, 0, 1)};
  const std::vector<Rating> not_yet = {rating(Side::person, -1, 1),
                                       rating(Side::professional, 2, 2)};
  const std::vector<Rating> silent = {rating(Side::professional, 2, 2)};
  const std::vector<std::span<const Rating>> aims = {there, not_yet, silent};
  const AttainedShare share = attained_share(aims);
  EXPECT_EQ(share.attained, 1u);
  EXPECT_EQ(share.rated, 2u);
}

}  // namespace alongside
