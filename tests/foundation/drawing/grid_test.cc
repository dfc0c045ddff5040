// SPDX-License-Identifier: Apache-2.0
// Signs in their rows, the axis beside them.
#include "foundation/drawing/grid.h"

#include <gtest/gtest.h>

namespace alongside::drawing {

TEST(Grid, puts_signs_where_their_values_are) {
  const Axis axis = axis_between(0, 10);
  Grid grid(axis, 20, 11);
  EXPECT_EQ(grid.row_of(10), 0);
  EXPECT_EQ(grid.row_of(0), 10);
  EXPECT_EQ(grid.row_of(99), 0);
  grid.put(0, 0, sign_of(Shape::diamond));
  const std::string drawn = grid.drawn("left", "right");
  EXPECT_EQ(drawn.substr(0, drawn.find('\n')), "10 ┤◆");
  EXPECT_NE(drawn.find("   left       right\n"), std::string::npos) << drawn;
}

}  // namespace alongside::drawing
