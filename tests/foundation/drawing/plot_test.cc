// SPDX-License-Identifier: Apache-2.0
// Axes, frames and marks that every drawing shares.
#include "foundation/drawing/plot.h"

#include <gtest/gtest.h>

#include <cmath>

namespace alongside::drawing {

TEST(Plot, an_axis_has_round_steps_with_the_decimals_they_need) {
  const Axis axis = axis_between(0.62, 0.78);
  EXPECT_DOUBLE_EQ(axis.low, 0.6);
  EXPECT_EQ(axis.ticks.front().second, "0.60");
  EXPECT_EQ(axis_between(3, 90).low, 0);
  EXPECT_EQ(axis_between(1, 0).ticks.back().second, "100");
}

TEST(Plot, a_frame_turns_round_with_the_language) {
  const Axis axis = axis_between(0, 10);
  const Frame ltr = frame_for(Width::wide, axis, Reading::left_to_right);
  const Frame rtl = frame_for(Width::wide, axis, Reading::right_to_left);
  EXPECT_DOUBLE_EQ(ltr.left + rtl.left, wide_width);
  EXPECT_DOUBLE_EQ(ltr.right + rtl.right, wide_width);
  EXPECT_EQ(ltr.way(), 1);
  EXPECT_EQ(rtl.way(), -1);
}

TEST(Plot, labels_at_the_ends_do_not_cover_each_other) {
  Svg svg("a", "chart", 640, 352, "t", "d");
  const Frame frame = frame_for(Width::wide, axis_between(0, 1), Reading::left_to_right);
  label_ends(svg, frame,
             {{100, "one", Svg::Weight::bold},
              {101, "two", Svg::Weight::quiet},
              {102, "", Svg::Weight::quiet}});
  const std::string markup = std::move(svg).finish().markup;
  const auto y_of = [&](const char* words) {
    const std::size_t at = markup.rfind("y=\"", markup.find(words));
    return std::stod(markup.substr(at + 3));
  };
  EXPECT_GE(y_of(">two<") - y_of(">one<"), 18);
}

}  // namespace alongside::drawing
