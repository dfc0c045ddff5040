// SPDX-License-Identifier: Apache-2.0
// What was found gives a point its shape.
#include "doors/cli/chart_ink.h"

#include "charted.h"

namespace alongside::cli {
namespace {

Charted of_falls(const char* better) {
  ChartTable table;
  table.y_name = "falls";
  for (int i = 0; i < 24; ++i) {
    table.keys.push_back(i);
    table.labels.push_back(std::to_string(i));
    table.y.push_back(i < 14 ? 120 + i % 3 : 50 + i % 3);
    table.lines.push_back(static_cast<std::size_t>(i) + 2);
  }
  table.y[5] = statistics::missing;
  ChartOptions options;
  options.kind = "run";
  options.better = better;
  options.leave_out = {"3"};
  return chart_of(table, options);
}

}  // namespace

TEST(ChartInk, gives_points_the_shape_of_what_was_found) {
  const drawing::ControlChart ink = ink_of(of_falls("down"));
  // 120 is the middle itself: on neither side.
  EXPECT_EQ(ink.points[0].shape, drawing::Shape::ring);
  EXPECT_EQ(ink.points[1].shape, drawing::Shape::square);
  EXPECT_EQ(ink.points[3].shape, drawing::Shape::cross);
  EXPECT_EQ(ink.points[5].shape, drawing::Shape::none);
  EXPECT_EQ(ink.points[23].shape, drawing::Shape::diamond);
  EXPECT_EQ(ink_of(of_falls("up")).points[23].shape, drawing::Shape::square);
  EXPECT_EQ(ink.latest_label, "Latest 52");
  EXPECT_TRUE(ink.upper_label.empty());
}

}  // namespace alongside::cli
