// SPDX-License-Identifier: Apache-2.0
// Numbers typed and pasted, late ones among them.
#include "change/measure_numbers.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace alongside {
namespace {

const Day today = Day::of(2026, 11, 24);

TEST(MeasureNumbers, come_from_a_table_as_people_make_it) {
  const auto read = numbers_from("Month;Asked;Visits\n2026-01;12;30\nFeb 2026;14;28\n2026-03;;\n",
                                 CountedAs::share, today);
  ASSERT_TRUE(read.not_a_table.empty()) << read.not_a_table;
  ASSERT_TRUE(read.faults.empty());
  ASSERT_EQ(read.numbers.size(), 2U);
  EXPECT_EQ(read.numbers[1].day, Day::of(2026, 2, 1));
  EXPECT_EQ(read.numbers[1].share, (Proportion{14, 28}));
  EXPECT_EQ(read.without_number, 1U);
}

TEST(MeasureNumbers, all_rows_come_in_or_none_and_each_fault_has_its_line) {
  const auto read = numbers_from(
      "day,count,of\n2026-01-01,3,0\n2026-02-01,5,4\n2026-02-01,1,4\n2027-01-01,1,4\n"
      "2026-03-01,1.5,4\n2026-03-01,1,4\n2026-03-01,2,4\n",
      CountedAs::share, today);
  EXPECT_TRUE(read.numbers.empty());
  std::string faults;
  for (const NumberFault& fault : read.faults)
    faults += std::to_string(fault.line) + " " + fault.key + "; ";
  EXPECT_EQ(faults,
            "2 number.of; 3 number.more_than_of; 5 number.day_ahead; 6 number.count; "
            "8 number.twice; ");
}

TEST(MeasureNumbers, a_text_that_is_no_table_says_why) {
  EXPECT_FALSE(numbers_from("", CountedAs::value, today).not_a_table.empty());
  EXPECT_FALSE(numbers_from("a,b\nx,y\n", CountedAs::value, today).not_a_table.empty());
  EXPECT_FALSE(numbers_from("day,x\n2026-01-01,3\n", CountedAs::share, today).not_a_table.empty());
  EXPECT_TRUE(numbers_from("day,x\n2026-01-01,3\n", CountedAs::count, today).not_a_table.empty());
}

TEST(MeasureNumbers, one_by_one_are_checked_like_a_table) {
  EXPECT_EQ(number_from({"2026-11-25", "5", "4", ""}, CountedAs::share, today).refusal().faults(),
            (std::vector<Fault>{{"number.day_ahead", "day"}, {"number.more_than_of", "count"}}));
  EXPECT_EQ(number_from({"", "", "", "x"}, CountedAs::value, today).refusal().faults(),
            (std::vector<Fault>{{"number.day", "day"}, {"number.value", "value"}}));
  EXPECT_EQ(
      number_from({"2026-11-24", "", "", "14,5"}, CountedAs::value, today).value().value_milli,
      14'500);
}

MeasureNumber entry(std::int64_t number, Day day, std::int64_t count, std::int64_t at) {
  MeasureNumber made;
  made.entry = number;
  made.day = day;
  made.share = {count, 10};
  made.entered_at = {at};
  return made;
}

TEST(MeasureNumbers, late_ones_show_what_they_changed) {
  const Day january = Day::of(2026, 1, 1);
  const Day february = Day::of(2026, 2, 1);
  std::vector<MeasureNumber> entries = {entry(1, january, 3, 100), entry(2, january, 4, 200),
                                        entry(3, february, 5, 200)};
  EXPECT_EQ(holding(entries, Instant{100}).size(), 1U);
  EXPECT_EQ(holding(entries)[0].share.count, 4);
  const auto changes = changed_since(entries, {100});
  ASSERT_EQ(changes.size(), 2U);
  EXPECT_EQ(changes[0].before->share.count, 3);
  EXPECT_FALSE(changes[1].before.has_value());
  entries.push_back(entry(4, january, 0, 300));
  entries.back().taken_out = true;
  EXPECT_EQ(holding(entries).size(), 1U);
  EXPECT_TRUE(changed_since(entries, {300}).empty());
}

TEST(MeasureNumbers, a_month_or_week_without_a_number_is_missing_and_not_zero) {
  std::vector<MeasureNumber> months;
  for (const unsigned month : {1U, 2U, 5U})
    months.push_back(entry(1, Day::of(2026, month, 1), 1, 0));
  const auto series = series_of(months, CountedAs::share);
  ASSERT_EQ(series.size(), 5U);
  EXPECT_EQ(series[2].share, (Proportion{0, 0}));
  std::vector<MeasureNumber> weeks;
  for (const int day : {5, 12, 26}) weeks.push_back(entry(1, Day{day}, 1, 0));
  EXPECT_EQ(series_of(weeks, CountedAs::share).size(), 4U);
  EXPECT_EQ(series_of({weeks[0], weeks[2]}, CountedAs::share).size(), 2U);
  std::vector<MeasureNumber> fortnights;
  for (const int day : {5, 19, 33, 61}) fortnights.push_back(entry(1, Day{day}, 1, 0));
  EXPECT_EQ(series_of(fortnights, CountedAs::share).size(), 5U);
}

RC_GTEST_PROP(MeasureNumbers, what_holds_is_the_last_word_about_each_day, ()) {
  const auto days = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 6));
  std::vector<MeasureNumber> entries;
  std::map<Day, std::int64_t> last;
  for (std::size_t i = 0; i < days.size(); ++i) {
    entries.push_back(
        entry(static_cast<std::int64_t>(i) + 1, Day{days[i]}, static_cast<std::int64_t>(i), 0));
    last[Day{days[i]}] = static_cast<std::int64_t>(i);
  }
  std::reverse(entries.begin(), entries.end());
  const auto held = holding(entries);
  RC_ASSERT(held.size() == last.size());
  for (const MeasureNumber& number : held) RC_ASSERT(number.share.count == last[number.day]);
}

}  // namespace
}  // namespace alongside
