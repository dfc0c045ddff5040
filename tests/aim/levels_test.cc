// SPDX-License-Identifier: Apache-2.0
// Only "now" and "attained" must be said.
#include "aim/levels.h"

#include <gtest/gtest.h>

namespace alongside {

TEST(AttainmentScale, needs_now_and_attained_only) {
  const auto scale = AttainmentScale::from({"", "Three stops", "No stop", "", ""});
  ASSERT_TRUE(scale.accepted());
  EXPECT_EQ(scale.value().words(Level::now()), "Three stops");
  EXPECT_EQ(scale.value().words(Level::attained()), "No stop");
  EXPECT_EQ(scale.value().words(Level::from(2).value()), "");
}

TEST(AttainmentScale, refuses_gaps_sameness_and_length) {
  EXPECT_EQ(AttainmentScale::from({}).refusal().faults().size(), 2U);
  EXPECT_EQ(AttainmentScale::from({"", "same", "same", "", ""}).refusal().key(),
            "aim.levels_equal");
  EXPECT_EQ(AttainmentScale::from({std::string(201, 'x'), "a", "b", "", ""})
                .refusal()
                .faults()
                .front()
                .field,
            "level_-2");
}

TEST(Level, is_one_of_five_and_attained_from_zero_up) {
  EXPECT_FALSE(Level::from(3).accepted());
  EXPECT_FALSE(Level::from(-3).accepted());
  EXPECT_TRUE(Level::from(0).value().is_attained());
  EXPECT_FALSE(Level::now().is_attained());
}

TEST(Levels, where_it_cannot_get_worse_now_is_the_lowest) {
  const auto scale =
      AttainmentScale::from({"Bed all day", "", "Up at noon", "", ""}, Baseline::lowest);
  ASSERT_TRUE(scale.accepted());
  EXPECT_EQ(scale.value().baseline(), Baseline::lowest);
  EXPECT_EQ(scale.value().words(level_of(Baseline::lowest)), "Bed all day");
  const auto refused = AttainmentScale::from({"", "", "Up at noon", "", ""}, Baseline::lowest);
  EXPECT_EQ(refused.refusal().faults(),
            (std::vector<Fault>{{"aim.level_now_missing", "level_-1"}}));
}

}  // namespace alongside
