// SPDX-License-Identifier: Apache-2.0
// What may stand as a time that is kept free.
#include "coproduction/reserved_time.h"

#include <gtest/gtest.h>

namespace alongside {
namespace {

const Day today = Day::of(2026, 11, 24);

std::string fields_of(const ReservedTimeDraft& draft) {
  const auto time = reserved_time_from(draft, today);
  std::string fields;
  if (!time)
    for (const Fault& fault : time.refusal().faults()) fields += fault.field + " ";
  return fields;
}

}  // namespace

TEST(ReservedTime, has_a_day_a_time_a_length_and_a_way) {
  const auto time = reserved_time_from({"2026-11-24", " 08:05 ", "20", "phone"}, today);
  ASSERT_TRUE(time);
  EXPECT_EQ(time.value().minute, 8 * 60 + 5);
  EXPECT_EQ(time.value().way, MeetBy::phone);
  EXPECT_FALSE(time.value().for_whom);
}

TEST(ReservedTime, says_beside_each_field_what_is_unclear) {
  EXPECT_EQ(fields_of({"", "", "", ""}), "day time minutes way ");
  for (const std::string day : {"2026-11-23", "2027-11-27", "tomorrow"})
    EXPECT_EQ(fields_of({day, "08:05", "20", "visit"}), "day ") << day;
  for (const std::string time :
       {"24:00", "08:60", "8", "-1:00", "08:5x", ":", "99999999999999999999:00"})
    EXPECT_EQ(fields_of({"2026-11-25", time, "20", "visit"}), "time ") << time;
  for (const std::string minutes : {"4", "241", "-20", "1.5", "twenty"})
    EXPECT_EQ(fields_of({"2026-11-25", "08:05", minutes, "visit"}), "minutes ") << minutes;
  EXPECT_EQ(fields_of({"2026-11-25", "08:05", "20", "pigeon"}), "way ");
}

TEST(ReservedTime, the_clock_has_two_digits_twice) {
  EXPECT_EQ(clock_time(0), "00:00");
  EXPECT_EQ(clock_time(8 * 60 + 5), "08:05");
  EXPECT_EQ(clock_time(minutes_a_day - 1), "23:59");
}

}  // namespace alongside
