// SPDX-License-Identifier: Apache-2.0
// Months, days, and what is neither.
#include "doors/cli/chart_calendar.h"

#include <gtest/gtest.h>

namespace alongside::cli {

TEST(ChartCalendar, knows_months_whatever_their_day) {
  // 31 January, 1 March and 15 April 1970: February is missing.
  const Calendar calendar = calendar_of(std::vector<double>{30, 59, 104});
  EXPECT_EQ(calendar.period, 12U);
  EXPECT_EQ(calendar.first, 0U);
  EXPECT_EQ(calendar.slot, (std::vector<std::size_t>{0, 2, 3}));
  EXPECT_EQ(place_words(calendar, 1), "February");
}

TEST(ChartCalendar, knows_days_of_the_week_before_1970_too) {
  // 1 January 1970 was a Thursday.
  const Calendar calendar = calendar_of(std::vector<double>{-1, 0, 1});
  EXPECT_EQ(calendar.period, 7U);
  EXPECT_EQ(place_words(calendar, calendar.first), "Wednesday");
}

TEST(ChartCalendar, finds_none_in_weeks_repeats_or_a_few_points_far_apart) {
  EXPECT_EQ(calendar_of(std::vector<double>{0, 7, 14, 21}).period, 0U);
  EXPECT_EQ(calendar_of(std::vector<double>{0, 0, 1}).period, 0U);
  EXPECT_EQ(calendar_of(std::vector<double>{0, 4000}).period, 0U);
  EXPECT_EQ(calendar_of({}).period, 0U);
}

TEST(ChartCalendar, gives_back_one_adjusted_value_a_point) {
  std::vector<double> days, values;
  for (int i = 0; i < 28; ++i)
    if (i != 9) {
      days.push_back(i);
      values.push_back(i % 7 == 0 ? 20 : 10);
    }
  const auto season = season_of(calendar_of(days), values);
  ASSERT_TRUE(season.available);
  EXPECT_EQ(season.adjusted.size(), 27U);
}

}  // namespace alongside::cli
