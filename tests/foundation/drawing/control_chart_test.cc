// SPDX-License-Identifier: Apache-2.0
// What is drawn is what was given: gaps stay gaps, marks have their shapes.
#include "foundation/drawing/control_chart.h"

#include <gtest/gtest.h>

namespace alongside::drawing {
namespace {

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; at += part.size())
    ++count;
  return count;
}

ControlChart three_months() {
  ControlChart chart;
  chart.id = "c";
  chart.title = "Title";
  chart.description = "Words";
  chart.points = {{"Jan", 0.5, 0.1, 0.9, Shape::ring},
                  {"Feb", std::nullopt, std::nullopt, std::nullopt, Shape::none},
                  {"Mar", 0.9, 0.2, 0.8, Shape::diamond}};
  chart.centre = 0.5;
  chart.centre_label = "Usual: 50";
  chart.latest_label = "Last: 90";
  return chart;
}

}  // namespace

TEST(ControlChart, a_missing_month_is_a_gap_and_no_mark) {
  const std::string markup = draw(three_months(), Width::wide).markup;
  EXPECT_EQ(count_of(markup, "h0"), 2U);  // One ring, of two dots.
  EXPECT_EQ(count_of(markup, "var(--better)"), 1U);
  EXPECT_NE(markup.find("Usual: 50"), std::string::npos);
  EXPECT_NE(markup.find("Last: 90"), std::string::npos);
}

TEST(ControlChart, has_two_widths_with_names_of_their_own_and_survives_emptiness) {
  EXPECT_NE(draw(three_months(), Width::narrow).markup.find("id=\"c-narrow-t\""),
            std::string::npos);
  ControlChart empty;
  empty.id = "e";
  EXPECT_NE(draw(empty, Width::wide).markup.find("</svg>"), std::string::npos);
  EXPECT_NE(draw_small(empty).markup.find("</svg>"), std::string::npos);
}

}  // namespace alongside::drawing
