// SPDX-License-Identifier: Apache-2.0
// Panels beside each other, each with names of its own.
#include "foundation/drawing/small_multiples.h"

#include <gtest/gtest.h>

namespace alongside::drawing {

TEST(SmallMultiples, have_a_panel_each_with_its_signs) {
  SmallMultiples many{"Six", "Words", {}};
  for (int i = 0; i < 4; ++i) {
    ControlChart chart;
    chart.id = "c" + std::to_string(i);
    chart.title = i == 0 ? "A measure with a name that is far too long" : "Short";
    chart.description = "usual";
    chart.points = {{"Jan", 1.0, 0.0, 2.0, Shape::ring}, {"Feb", 2.0, 0.0, 2.0, Shape::ring}};
    many.panels.push_back({chart, VariationSign::usual, AssuranceSign::reached});
  }
  const std::string file = as_file(many);
  for (const char* part :
       {"id=\"c3-small-t\"", "id=\"c0-v-t\"", "id=\"c3-a-t\"", "A measure with a name…"})
    EXPECT_NE(file.find(part), std::string::npos) << part;
  // Two rows.
  EXPECT_NE(file.find("height=\"372\""), std::string::npos) << file.substr(0, 300);
}

TEST(SmallMultiples, of_nothing_are_a_file_still) {
  EXPECT_NE(as_file(SmallMultiples{"t", "d", {}}).find("</svg>"), std::string::npos);
}

}  // namespace alongside::drawing
