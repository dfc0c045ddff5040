// SPDX-License-Identifier: Apache-2.0
// What a person gives to somebody close, and what is not clear enough to give.
#include "coproduction/support.h"

#include <gtest/gtest.h>

namespace alongside {

TEST(Support, each_scope_holds_the_one_before) {
  EXPECT_FALSE(holds_check_ins(SupportScope::plan));
  EXPECT_TRUE(holds_check_ins(SupportScope::check_ins));
  EXPECT_FALSE(holds_changes(SupportScope::check_ins));
  EXPECT_TRUE(holds_check_ins(SupportScope::contribute));
  EXPECT_TRUE(holds_changes(SupportScope::contribute));
  for (const SupportScope scope :
       {SupportScope::plan, SupportScope::check_ins, SupportScope::contribute})
    EXPECT_EQ(support_scope_from(code_of(scope)), scope);
}

TEST(Support, asks_beside_the_fields_for_what_is_missing) {
  const auto refused = support_from({"  ", "everything", "7"});
  ASSERT_FALSE(refused.accepted());
  EXPECT_EQ(refused.refusal().faults(), (std::vector<Fault>{{"support.called_missing", "called"},
                                                            {"support.scope_missing", "scope"},
                                                            {"support.days_missing", "days"}}));
  EXPECT_EQ(support_from({std::string(101, 'a'), "plan", "90"}).refusal().key(),
            "support.called_long");
  const auto asked = support_from({" Karin,  my daughter ", "check_ins", "365"}).value();
  EXPECT_EQ(asked.called, "Karin, my daughter");
  EXPECT_EQ(asked.scope, SupportScope::check_ins);
  EXPECT_EQ(asked.days, 365);
}

TEST(Support, holds_until_its_last_moment_and_not_after_the_end) {
  Supporter supporter;
  supporter.until = {1000};
  EXPECT_TRUE(supporter.holds({999}));
  EXPECT_FALSE(supporter.holds({1000}));
  supporter.ended = true;
  EXPECT_FALSE(supporter.holds({0}));
}

TEST(Support, a_link_that_nobody_used_grows_too_old) {
  Supporter supporter;
  supporter.until = {90 * ms_a_day};
  EXPECT_FALSE(supporter.link_too_old({7 * ms_a_day - 1}));
  EXPECT_TRUE(supporter.link_too_old({7 * ms_a_day}));
  supporter.accepted = true;
  EXPECT_FALSE(supporter.link_too_old({60 * ms_a_day}));
}

TEST(Support, a_child_comes_of_age_on_a_birthday_that_there_is) {
  EXPECT_EQ(comes_of_age(Day::of(2009, 5, 17)), Day::of(2027, 5, 17));
  EXPECT_EQ(comes_of_age(Day::of(2008, 2, 29)), Day::of(2026, 3, 1));
}

}  // namespace alongside
