// SPDX-License-Identifier: Apache-2.0
// Names of parts survive the way through text.
#include "record/part.h"

#include <gtest/gtest.h>

namespace alongside::record {

TEST(Part, every_kind_comes_back_from_its_text) {
  for (int kind = 0; kind <= static_cast<int>(PartKind::users); ++kind) {
    const Part whole{static_cast<PartKind>(kind), 3, 20'000};
    const auto again = part_from(text_of(whole));
    ASSERT_TRUE(again.has_value()) << kind;
    EXPECT_EQ(text_of(*again), text_of(whole));
  }
  EXPECT_EQ(text_of({PartKind::deeds, 3, 20'000}), "deeds 3 20000");
}

TEST(Part, text_that_is_no_part_is_nothing) {
  for (const char* text : {"", "aim", "aim x", "aim 1 2", "rating 1", "life 1", "Aim 1"})
    EXPECT_FALSE(part_from(text).has_value()) << text;
}

}  // namespace alongside::record
