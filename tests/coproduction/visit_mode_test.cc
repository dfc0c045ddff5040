// SPDX-License-Identifier: Apache-2.0
// Modes by their codes, and no other.
#include "coproduction/visit_mode.h"

#include <gtest/gtest.h>

namespace alongside {

TEST(VisitMode, comes_back_from_its_code) {
  for (const VisitMode mode : visit_modes) EXPECT_EQ(visit_mode_from(code_of(mode)), mode);
  EXPECT_FALSE(visit_mode_from(""));
  EXPECT_FALSE(visit_mode_from("AMB"));
}

}  // namespace alongside
