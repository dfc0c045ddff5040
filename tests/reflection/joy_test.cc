// SPDX-License-Identifier: Apache-2.0
// One answer of five.
#include "reflection/joy.h"

#include <gtest/gtest.h>

namespace alongside {

TEST(Joy, is_one_of_five_answers) {
  EXPECT_EQ(joy_from("0"), 0);
  EXPECT_EQ(joy_from("4"), 4);
  for (const char* wrong : {"", "5", "-1", "much", "3.5"}) EXPECT_FALSE(joy_from(wrong)) << wrong;
}

}  // namespace alongside
