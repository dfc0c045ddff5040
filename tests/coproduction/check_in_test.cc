// SPDX-License-Identifier: Apache-2.0
// One question as a rule, three at most; and when an entry from a phone was made.
#include "coproduction/check_in.h"

#include <gtest/gtest.h>

namespace alongside {
namespace {

const CheckInQuestion level{CheckInAsks::level, 0};
const CheckInQuestion care{CheckInAsks::care, 0};
CheckInQuestion number(std::int64_t n) { return {CheckInAsks::number, n}; }

TEST(CheckIn, asks_one_question_unless_the_person_chose_others) {
  EXPECT_EQ(questions_to_ask({}, {}), std::vector<CheckInQuestion>{level});
  AimNumber asked;
  asked.number = 2;
  AimNumber stopped;
  stopped.number = 3;
  stopped.asked = false;
  EXPECT_EQ(questions_to_ask({number(2), number(3), care}, {asked, stopped}),
            (std::vector<CheckInQuestion>{number(2), care}));
  EXPECT_EQ(questions_to_ask({number(3)}, {asked, stopped}), std::vector<CheckInQuestion>{level});
}

TEST(CheckIn, questions_go_into_one_text_and_back_three_at_most) {
  const std::vector<CheckInQuestion> three = {level, number(12), care};
  EXPECT_EQ(text_of(three), "level number.12 care");
  EXPECT_EQ(questions_in("level number.12 care"), three);
  EXPECT_EQ(questions_in("care care number.1 level number.2").size(), 3u);
  EXPECT_TRUE(questions_in("").empty());
  EXPECT_TRUE(questions_in("number.0 number. numbers weekly").empty());
}

TEST(CheckIn, counts_from_when_it_was_said_but_never_ahead_and_not_from_long_ago) {
  const Instant now{1'800'000'000'000};
  const auto at = [&](std::int64_t ms) { return said_at(std::to_string(ms), now); };
  EXPECT_EQ(said_at("", now), now);
  EXPECT_EQ(said_at("yesterday", now), now);
  EXPECT_EQ(at(now.utc_ms - 3 * ms_a_day), (Instant{now.utc_ms - 3 * ms_a_day}));
  EXPECT_EQ(at(now.utc_ms + 1), now);
  EXPECT_EQ(at(now.utc_ms - 15 * ms_a_day), now);
}

}  // namespace
}  // namespace alongside
