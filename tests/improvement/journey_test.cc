// SPDX-License-Identifier: Apache-2.0
// One person's way: no line from too little, no zero where nothing was said.
#include "improvement/journey.h"

#include <gtest/gtest.h>

namespace alongside {
namespace {

Day day(std::int64_t number) { return {Day::of(2026, 6, 1).number + number}; }  // A Monday.

TEST(Journey, shows_no_line_before_four_answers_in_four_weeks) {
  EXPECT_TRUE(journey_of({}).too_early());
  EXPECT_FALSE(journey_of({}).latest());
  const std::vector<JourneyPoint> three = {{day(0), 5}, {day(8), 4}, {day(20), 3}};
  EXPECT_TRUE(journey_of(three).too_early());
  const std::vector<JourneyPoint> one_week = {{day(0), 5}, {day(1), 4}, {day(2), 3}, {day(3), 2}};
  EXPECT_FALSE(journey_of(one_week).too_early());
  EXPECT_TRUE(journey_of(one_week).weeks.empty());
}

TEST(Journey, takes_the_middle_of_each_week_and_leaves_out_weeks_without_an_answer) {
  const std::vector<JourneyPoint> points = {{day(0), 8}, {day(2), 6},  {day(6), 9}, {day(7), 4},
                                            {day(8), 5}, {day(21), 3}, {day(35), 0}};
  const Journey journey = journey_of(points);
  ASSERT_EQ(journey.weeks.size(), 4u);
  EXPECT_DOUBLE_EQ(journey.weeks[0].median, 8);
  EXPECT_EQ(journey.weeks[0].answers, 3u);
  EXPECT_DOUBLE_EQ(journey.weeks[1].median, 4.5);
  EXPECT_EQ(journey.weeks[2].begins, day(21));
  EXPECT_DOUBLE_EQ(journey.weeks[3].median, 0);  // A zero was said.
  EXPECT_DOUBLE_EQ(journey.first()->value, 8);
  EXPECT_DOUBLE_EQ(journey.latest()->value, 0);
}

}  // namespace
}  // namespace alongside
