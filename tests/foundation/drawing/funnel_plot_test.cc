// SPDX-License-Identifier: Apache-2.0
// Only places outside are named, and curves stay in the picture.
#include "foundation/drawing/funnel_plot.h"

#include <gtest/gtest.h>

namespace alongside::drawing {
namespace {

FunnelPlot three_places() {
  FunnelPlot plot;
  plot.id = "f";
  plot.title = "Deaths";
  plot.description = "One lies outside.";
  plot.places = {{"A <b>", 100, 0.3, Shape::square},
                 {"B", 400, 0.1, Shape::ring},
                 {"C", 900, 0.12, Shape::ring}};
  for (int size = 10; size <= 900; size += 10)
    plot.limits.push_back({static_cast<double>(size), 0.1 - 1.0 / size, 0.1 + 1.0 / size,
                           0.1 - 2.0 / size, 0.1 + 2.0 / size});
  plot.target = 0.1;
  plot.target_label = "All 0.1";
  plot.size_label = "cases";
  return plot;
}

}  // namespace

TEST(FunnelPlot, names_the_places_that_lie_outside) {
  const std::string markup = draw(three_places(), Width::wide).markup;
  EXPECT_NE(markup.find("A &lt;b&gt;"), std::string::npos);
  EXPECT_EQ(markup.find(">B<"), std::string::npos);
  EXPECT_NE(markup.find("All 0.1"), std::string::npos);
  EXPECT_NE(markup.find("<title id=\"f-wide-t\">Deaths"), std::string::npos);
}

TEST(FunnelPlot, is_drawn_in_characters_and_when_empty) {
  const std::string drawn = draw_in_characters(three_places(), 60, 15);
  for (const char* sign : {"■", "●", "─", "┄", "cases"})
    EXPECT_NE(drawn.find(sign), std::string::npos) << sign << "\n" << drawn;
  EXPECT_NE(draw({}, Width::narrow).markup.find("</svg>"), std::string::npos);
  EXPECT_FALSE(draw_in_characters(FunnelPlot(), 40, 8).empty());
}

TEST(FunnelPlot, turns_round_with_the_language) {
  FunnelPlot plot = three_places();
  plot.reading = Reading::right_to_left;
  EXPECT_NE(as_file(plot).find("direction=\"rtl\""), std::string::npos);
}

}  // namespace alongside::drawing
