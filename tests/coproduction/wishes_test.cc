// SPDX-License-Identifier: Apache-2.0
// Wishes hold what the person said last, and nothing that nobody said.
#include "coproduction/wishes.h"

#include <gtest/gtest.h>

namespace alongside {

TEST(Wishes, nothing_said_is_nothing_held) {
  const Wishes wishes;
  EXPECT_FALSE(wishes.write_down);
  EXPECT_FALSE(wishes.reach_by);
  EXPECT_FALSE(wishes.rhythm);
}

TEST(Wishes, takes_every_code_and_refuses_others) {
  Wishes wishes;
  for (const ReachBy way : ways_to_reach) {
    EXPECT_TRUE(take_wish(wishes, WishKind::reach_by, code_of(way)));
    EXPECT_EQ(wishes.reach_by, way);
  }
  for (const Rhythm rhythm : rhythms) {
    EXPECT_TRUE(take_wish(wishes, WishKind::rhythm, code_of(rhythm)));
    EXPECT_EQ(wishes.rhythm, rhythm);
  }
  EXPECT_TRUE(take_wish(wishes, WishKind::write_down, "yes"));
  EXPECT_FALSE(take_wish(wishes, WishKind::write_down, "maybe"));
  EXPECT_FALSE(take_wish(wishes, WishKind::rhythm, "daily"));
  EXPECT_TRUE(*wishes.write_down);
  for (const WishKind kind : wish_kinds) EXPECT_EQ(wish_kind_from(code_of(kind)), kind);
  EXPECT_FALSE(wish_kind_from("else"));
}

}  // namespace alongside
