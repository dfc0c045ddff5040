// SPDX-License-Identifier: Apache-2.0
// Between 14 days and 26 weeks after the plan, and five ways when the aim is not attained.
#include "improvement/follow_up.h"

#include <gtest/gtest.h>

namespace alongside {
namespace {

constexpr Instant agreed{1'000 * ms_a_day};
Instant days_on(std::int64_t days) { return {agreed.utc_ms + days * ms_a_day}; }

Aim scaled_aim() {
  Aim aim{{1},
          Id<Aim>::parse("01980000-0000-7000-8000-000000000001").value(),
          AimState::held,
          1,
          {},
          AttainmentScale::kept({"", "a", "b", "", ""}),
          {}};
  return aim;
}

std::vector<Agreement> one_agreement() {
  Agreement agreement;
  agreement.aims = {AimNo{1}};
  agreement.agreed_at = agreed;
  return {agreement};
}

Rating said(int level, Instant at) {
  Rating rating;
  rating.level = Level::from(level).value();
  rating.rated_at = at;
  return rating;
}

FollowUp state(const std::vector<Rating>& ratings, Instant now) {
  return follow_up_of(scaled_aim(), one_agreement(), ratings, now).state;
}

TEST(FollowUp, is_due_between_14_days_and_26_weeks) {
  EXPECT_EQ(state({}, days_on(13)), FollowUp::later);
  EXPECT_EQ(state({}, days_on(14)), FollowUp::due);
  EXPECT_EQ(state({}, days_on(182)), FollowUp::due);
  EXPECT_EQ(state({}, days_on(183)), FollowUp::lapsed);
}

TEST(FollowUp, a_word_before_the_days_does_not_answer_it_and_one_within_does) {
  EXPECT_EQ(state({said(0, days_on(5))}, days_on(20)), FollowUp::due);
  EXPECT_EQ(state({said(0, days_on(15))}, days_on(20)), FollowUp::said);
  EXPECT_EQ(state({said(0, days_on(183))}, days_on(190)), FollowUp::lapsed);
}

TEST(FollowUp, a_professionals_view_does_not_answer_it) {
  Rating theirs = said(0, days_on(20));
  theirs.side = Side::professional;
  EXPECT_EQ(state({theirs}, days_on(20)), FollowUp::due);
}

TEST(FollowUp, there_is_none_without_a_plan_or_without_levels) {
  EXPECT_EQ(follow_up_of(scaled_aim(), {}, {}, days_on(20)).state, FollowUp::none);
  Aim bare = scaled_aim();
  bare.scale.reset();
  EXPECT_EQ(follow_up_of(bare, one_agreement(), {}, days_on(20)).state, FollowUp::none);
  Aim gone = scaled_aim();
  gone.state = AimState::let_go;
  EXPECT_EQ(follow_up_of(gone, one_agreement(), {}, days_on(20)).state, FollowUp::none);
}

TEST(FollowUp, asks_for_the_next_step_once_when_it_is_not_attained) {
  const auto asks = [&](const std::vector<Rating>& ratings, std::optional<ChosenStep> chosen) {
    return asks_for_next_step(follow_up_of(scaled_aim(), one_agreement(), ratings, days_on(40)),
                              ratings, chosen);
  };
  EXPECT_TRUE(asks({said(-1, days_on(20))}, {}));
  EXPECT_FALSE(asks({said(0, days_on(20))}, {}));
  EXPECT_FALSE(asks({}, {}));
  EXPECT_FALSE(asks({said(-1, days_on(20))}, ChosenStep{NextStep::keep, days_on(20)}));
  EXPECT_TRUE(asks({said(-1, days_on(20))}, ChosenStep{NextStep::keep, days_on(-5)}));
  EXPECT_FALSE(asks({said(-1, days_on(20)), said(1, days_on(30))}, {}));
}

TEST(FollowUp, there_are_five_ways_and_their_codes_go_both_ways) {
  EXPECT_EQ(next_steps.size(), 5u);
  for (const NextStep step : next_steps) EXPECT_EQ(next_step_from(code_of(step)), step);
  EXPECT_FALSE(next_step_from("give_up"));
}

}  // namespace
}  // namespace alongside
