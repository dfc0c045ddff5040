// SPDX-License-Identifier: Apache-2.0
// Times as people write them.
#include "foundation/base/written_times.h"

#include <gtest/gtest.h>

#include "foundation/base/clock.h"

namespace alongside {
namespace {

std::string day(const char* cell, DateOrder order = DateOrder::guessed) {
  const auto found = date_in(cell, order);
  return found ? Day{static_cast<std::int64_t>(*found)}.iso() : "none";
}

TimesRead read(const std::vector<std::string>& cells, DateOrder order = DateOrder::guessed) {
  return std::get<TimesRead>(times_of(cells, ',', order));
}

}  // namespace

TEST(ChartTimes, know_the_usual_ways_to_write_a_day) {
  for (const char* cell : {"2026-11-22", "22/11/2026", "22.11.2026", "22-11-26", "2026/11/22",
                           "22 Nov 2026", "22-nov-26", "Nov 22, 2026", "22 november 2026",
                           "2026-11-22 14:05", "2026-11-22T14:05:30Z", "22/11/2026 8:30"})
    EXPECT_EQ(day(cell), "2026-11-22") << cell;
  EXPECT_EQ(day("11/22/2026", DateOrder::month_first), "2026-11-22");
  EXPECT_DOUBLE_EQ(*date_in("1970-01-01 18:00", DateOrder::guessed), 0.75);
}

TEST(ChartTimes, know_months_quarters_and_weeks) {
  for (const char* cell : {"2026-10", "Oct 2026", "okt 2026", "October-26", "2026 Oct", "Q4 2026",
                           "2026Q4", "2026-Q4", "Kv4 2026"})
    EXPECT_EQ(day(cell), "2026-10-01") << cell;
  EXPECT_EQ(day("2026-W47"), "2026-11-16");
  EXPECT_EQ(day("2026 v1"), "2025-12-29");
  EXPECT_EQ(day("maj 2026"), "2026-05-01");
  EXPECT_EQ(day("Sept 2026"), "2026-09-01");
}

TEST(ChartTimes, know_what_is_no_date) {
  for (const char* cell : {"", "2026-06-31", "12", "3.5", "Ward 2", "2026-13-01", "32/01/2026",
                           "-5-3", "Q5 2026", "2026-W60", "Ja 2026", "1 2 3 4", "2026-11-22 99:99"})
    EXPECT_EQ(day(cell), "none") << cell;
}

TEST(ChartTimes, sort_by_time_whatever_the_order_of_rows) {
  const auto newest_first = read({"Dec 2023", "Nov 2023", "Jan 2023"});
  EXPECT_TRUE(newest_first.dated);
  EXPECT_GT(newest_first.keys[0], newest_first.keys[1]);
  EXPECT_GT(newest_first.keys[1], newest_first.keys[2]);
}

TEST(ChartTimes, say_how_they_read_what_can_be_read_twice) {
  EXPECT_EQ(read({"01/02/2024", "03/04/2024"}).remarks.size(), 1U);
  EXPECT_EQ(read({"13/02/2024", "03/04/2024"}).remarks.size(), 0U);
  EXPECT_EQ(read({"01/02/2024", "01/25/2024"}).keys[1] - read({"01/02/2024", "01/25/2024"}).keys[0],
            23);
  EXPECT_EQ(read({"Round one", "Round two"}).remarks.size(), 1U);
  EXPECT_EQ(read({"Round one", "Round two", "Round one"}).keys, (std::vector<double>{0, 1, 0}));
  EXPECT_TRUE(read({"1", "2.5"}).remarks.empty());
}

TEST(ChartTimes, name_the_cell_that_is_no_date_among_dates) {
  const auto found = times_of({"2022-05-01", "2022-06-31", "2022-07-01"}, ',', DateOrder::guessed);
  ASSERT_TRUE(std::holds_alternative<TimesFault>(found));
  EXPECT_EQ(std::get<TimesFault>(found).row, 1U);
}

}  // namespace alongside
