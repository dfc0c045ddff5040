// SPDX-License-Identifier: Apache-2.0
// A broken promise ends the program.
#include "foundation/base/expect.h"

#include <gtest/gtest.h>

namespace alongside {

TEST(ExpectDeathTest, names_the_promise_and_the_place) {
  EXPECT_DEATH(expect(false, "two is more than one"), "two is more than one.*expect_test");
}

}  // namespace alongside
