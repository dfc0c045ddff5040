// SPDX-License-Identifier: Apache-2.0
// Moving an aim keeps all aims.
#include "aim/priority.h"

#include <gtest/gtest.h>

namespace alongside {

TEST(Priority, moves_one_place_and_stops_at_the_ends) {
  const std::vector<AimNo> order = {{1}, {2}, {3}};
  EXPECT_EQ(moved(order, {3}, Towards::first), (std::vector<AimNo>{{1}, {3}, {2}}));
  EXPECT_EQ(moved(order, {1}, Towards::first), order);
  EXPECT_EQ(moved(order, {3}, Towards::last), order);
  EXPECT_EQ(moved(order, {9}, Towards::last), order);
}

}  // namespace alongside
