// SPDX-License-Identifier: Apache-2.0
// Two sides, no third.
#include "coproduction/person.h"

#include <gtest/gtest.h>

namespace alongside {

TEST(Side, has_two_codes) {
  EXPECT_EQ(side_from(code_of(Side::person)), Side::person);
  EXPECT_EQ(side_from(code_of(Side::professional)), Side::professional);
  EXPECT_FALSE(side_from("system"));
}

}  // namespace alongside
