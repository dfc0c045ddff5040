// SPDX-License-Identifier: Apache-2.0
// A chart that can be read aloud from a terminal.
#include "foundation/drawing/terminal.h"

#include <gtest/gtest.h>

namespace alongside::drawing {

TEST(Terminal, draws_points_lines_and_labels) {
  ControlChart chart;
  chart.points = {{"Jan", 1.0, 0.0, 4.0, Shape::ring, 2.0},
                  {"Feb", 5.0, 0.0, 4.0, Shape::square, 2.0},
                  {"Mar", std::nullopt, 0.0, 4.0, Shape::none, 2.0},
                  {"Apr", 3.0, 0.0, 4.0, Shape::cross, 2.0}};
  const std::string drawn = draw_in_characters(chart, 30, 11);
  for (const char* sign : {"●", "■", "×", "─", "┄", "Jan", "Apr", "5 ┤", "0 ┤"})
    EXPECT_NE(drawn.find(sign), std::string::npos) << sign << "\n" << drawn;
}

TEST(Terminal, survives_emptiness_and_one_value) {
  EXPECT_FALSE(draw_in_characters({}, 40, 8).empty());
  ControlChart one;
  one.points = {{"x", 1e9, std::nullopt, std::nullopt, Shape::ring}};
  EXPECT_NE(draw_in_characters(one, 5, 3).find("●"), std::string::npos);
}

}  // namespace alongside::drawing
