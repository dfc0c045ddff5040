// SPDX-License-Identifier: Apache-2.0
// Dates in words, and initials of names in any script.
#include "foundation/words/phrase.h"

#include <gtest/gtest.h>

namespace alongside::words {

TEST(Phrase, says_days_in_both_languages) {
  const Languages languages;
  const Day today = Day::of(2026, 11, 22);
  EXPECT_EQ(day_in_words(languages.in("en"), Day::of(2026, 11, 24), today), "Tuesday 24 November");
  EXPECT_EQ(day_in_words(languages.in("sv"), Day::of(2026, 11, 24), today), "tisdag 24 november");
  EXPECT_EQ(day_in_words(languages.in("en"), Day::of(2025, 1, 2), today), "2 January 2025");
  EXPECT_EQ(short_month(languages.in("en"), Month::of(today)), "Nov");
}

TEST(Phrase, says_moments_in_the_place_s_own_time) {
  const Languages languages;
  const Instant at{Day::of(2026, 11, 19).number * ms_a_day + 8 * ms_an_hour + 5 * ms_a_minute};
  EXPECT_EQ(moment_in_words(languages.in("en"), Zone::named("Europe/Stockholm").value(), at, at),
            "Thursday 19 November at 9:05");
}

TEST(Phrase, takes_initials) {
  EXPECT_EQ(initials("Rosa Okafor"), "RO");
  EXPECT_EQ(initials("Åsa"), "Å");
  EXPECT_EQ(initials("王 小明"), "王小");
  EXPECT_EQ(initials(""), "");
}

}  // namespace alongside::words
