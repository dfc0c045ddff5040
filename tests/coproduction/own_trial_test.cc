// SPDX-License-Identifier: Apache-2.0
// Turns in the order that chance drew, wash-out that does not count, and days that were not
// answered.
#include "coproduction/own_trial.h"

#include <gtest/gtest.h>

#include <set>

namespace alongside {
namespace {

const Day today = Day::of(2026, 11, 24);

Agreement agreement() {
  Agreement made;
  made.number = {3};
  Option walk, rest;
  walk.source = rest.source = OptionSource::other;
  walk.words = Private(std::string("Walk"));
  rest.words = Private(std::string("Rest"));
  made.options = {walk, rest};
  return made;
}

std::vector<AimNumber> numbers() {
  AimNumber number;
  number.number = 4;
  number.aim = 1;
  return {number};
}

TrialDraft draft() { return {"0", "1", "4", "5", "3", "2", "1", "It hurts", "2026-11-25", "yes"}; }

Outcome<TrialPlan> planned(const TrialDraft& typed, std::uint64_t seed = 1) {
  SeededRandomness chance(seed);
  return trial_plan_from(typed, agreement(), {1}, numbers(), today, chance);
}

std::string fault_of(const TrialDraft& typed) {
  const auto plan = planned(typed);
  return plan ? "" : plan.refusal().faults().front().key;
}

TEST(OwnTrialPlan, blocks_follow_each_other_with_wash_out_where_the_option_changes) {
  TrialPlan plan = planned(draft()).value();
  plan.b_first = {false, true, false};  // A B, B A, A B
  const auto blocks = blocks_of(plan);
  ASSERT_EQ(blocks.size(), 6U);
  EXPECT_EQ(blocks[0].counts, blocks[0].from);
  EXPECT_EQ(blocks[1].counts, blocks[1].from.plus(2)) << "A acts two days longer";
  EXPECT_EQ(blocks[2].counts, blocks[2].from) << "B goes on";
  EXPECT_EQ(blocks[3].counts, blocks[3].from.plus(1)) << "B acts a day longer";
  for (std::size_t i = 1; i < blocks.size(); ++i)
    EXPECT_EQ(blocks[i].from, blocks[i - 1].to.plus(1));
  EXPECT_EQ(last_day_of(plan), plan.begins.plus(30 + 2 + 1 + 2 - 1));
}

TEST(OwnTrialPlan, each_day_is_before_counting_washing_out_or_over) {
  TrialPlan plan = planned(draft()).value();
  plan.b_first = {false, true, false};
  using Is = TrialDay::Is;
  EXPECT_EQ(day_in(plan, today).is, Is::before);
  EXPECT_EQ(day_in(plan, plan.begins).day, 1);
  EXPECT_EQ(day_in(plan, plan.begins.plus(5)).is, Is::washing_out);
  EXPECT_TRUE(day_in(plan, plan.begins.plus(5)).is_b);
  EXPECT_EQ(day_in(plan, plan.begins.plus(7)).day, 6);
  EXPECT_EQ(day_in(plan, last_day_of(plan)).day, 30);
  EXPECT_EQ(day_in(plan, last_day_of(plan).plus(1)).is, Is::over);
  EXPECT_FALSE(is_over(plan, last_day_of(plan)));
  EXPECT_TRUE(is_over(plan, last_day_of(plan).plus(1)));
  plan.stopped_at = Instant{today.number * ms_a_day};
  EXPECT_TRUE(is_over(plan, today));
}

TEST(OwnTrialPlan, chance_draws_every_order_that_there_is) {
  std::set<std::vector<bool>> orders;
  for (std::uint64_t seed = 1; seed < 200; ++seed)
    orders.insert(planned(draft(), seed).value().b_first);
  EXPECT_EQ(orders.size(), 8U);
}

TEST(OwnTrialPlan, what_is_wrong_is_said_beside_its_field) {
  EXPECT_EQ(fault_of(draft()), "");
  const auto with = [](std::string TrialDraft::*field, const char* value) {
    TrialDraft typed = draft();
    typed.*field = value;
    return fault_of(typed);
  };
  EXPECT_EQ(with(&TrialDraft::a, "9"), "trial.option_missing");
  EXPECT_EQ(with(&TrialDraft::a, "1"), "trial.same_option");
  EXPECT_EQ(with(&TrialDraft::number, "5"), "trial.number_missing");
  EXPECT_EQ(with(&TrialDraft::block_days, "4"), "trial.days_unclear");
  EXPECT_EQ(with(&TrialDraft::block_days, "5 "), "");
  EXPECT_EQ(with(&TrialDraft::pairs, "2"), "trial.pairs_unclear");
  EXPECT_EQ(with(&TrialDraft::washout_b, "15"), "trial.washout_unclear");
  EXPECT_EQ(with(&TrialDraft::stop_rule, " "), "trial.stop_rule_missing");
  EXPECT_EQ(with(&TrialDraft::begins, "2026-11-23"), "trial.begins_unclear");
  EXPECT_EQ(with(&TrialDraft::begins, "2027-11-23"), "trial.begins_unclear");
  EXPECT_EQ(with(&TrialDraft::suits, ""), "trial.suits_missing");
}

TEST(OwnTrialPlan, a_day_without_an_answer_has_none_and_the_last_of_a_day_counts) {
  TrialPlan plan = planned(draft()).value();
  plan.b_first = {false, true, false};
  AimNumber number = numbers().front();
  const auto at = [&](std::int64_t day, int hour) {
    return Instant{plan.begins.plus(day).number * ms_a_day + hour * ms_an_hour};
  };
  number.answers = {{3, at(0, 8)}, {5, at(0, 20)}, {9, at(5, 9)}, {7, at(7, 9)}};
  const auto values = trial_values(plan, number, Zone::utc(), plan.begins.plus(8));
  ASSERT_EQ(values.size(), 7U) << "five days of A, then two of B after two days of wash-out";
  EXPECT_EQ(values[0].value, 5);
  EXPECT_FALSE(values[1].value);
  EXPECT_EQ(values[5].value, 7);
  EXPECT_TRUE(values[5].is_b);
}

}  // namespace
}  // namespace alongside
