// SPDX-License-Identifier: Apache-2.0
// SVG with words for those who do not see it.
#include "foundation/drawing/svg.h"

#include <gtest/gtest.h>

namespace alongside::drawing {

TEST(Svg, escapes_words_and_has_title_and_description) {
  Svg svg("c", "chart", 10, 20, "a<b", "\"d\"");
  svg.text(1, 2, "<x>", Svg::Anchor::end, Svg::Weight::bold);
  const auto drawing = std::move(svg).finish();
  EXPECT_NE(
      drawing.markup.find("<title id=\"c-t\">a&lt;b</title><desc id=\"c-d\">&quot;d&quot;</desc>"),
      std::string::npos);
  EXPECT_NE(drawing.markup.find("&lt;x&gt;</text>"), std::string::npos);
  EXPECT_EQ(drawing.markup.find("style="), std::string::npos);
}

TEST(Svg, writes_short_coordinates) {
  EXPECT_EQ(coordinate(12.0), "12");
  EXPECT_EQ(coordinate(12.504), "12.5");
  EXPECT_EQ(coordinate(0.04), "0");
  EXPECT_EQ(coordinate(-0.2), "-0.2");
  EXPECT_EQ(coordinate(-3.1), "-3.1");
}

}  // namespace alongside::drawing
