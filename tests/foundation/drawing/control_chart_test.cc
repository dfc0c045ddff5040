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

TEST(ControlChart, says_where_its_points_stand_and_turns_round_with_the_language) {
  ControlChart chart = three_months();
  EXPECT_NE(
      draw(chart, Width::wide).markup.find("data-from=\"46\" data-to=\"496\" data-count=\"3\""),
      std::string::npos);
  chart.reading = Reading::right_to_left;
  const std::string markup = draw(chart, Width::wide).markup;
  EXPECT_NE(markup.find("data-from=\"594\" data-to=\"144\" data-count=\"3\" direction=\"rtl\""),
            std::string::npos);
  // The first month stands on the right.
  EXPECT_LT(markup.find("x=\"519\""), markup.find(">Jan<"));
}

TEST(ControlChart, marks_the_trace_that_signals) {
  ControlChart chart = three_months();
  chart.points[0].second = 0.2;
  chart.points[2].second = 0.1;
  chart.points[2].shape = Shape::ring;
  chart.points[2].second_shape = Shape::square;
  const std::string markup = draw(chart, Width::wide).markup;
  EXPECT_EQ(count_of(markup, "var(--better)"), 0U);
  EXPECT_EQ(count_of(markup, "var(--worse)"), 1U);
}

TEST(ControlChart, sets_words_at_points_where_they_do_not_cover_each_other) {
  ControlChart chart = three_months();
  chart.notes = {{0, "We began to ask at the door"}, {1, "A long note beside it, too"}, {2, "End"}};
  const std::string markup = draw(chart, Width::wide).markup;
  const auto y_of = [&](const std::string& words) {
    const std::size_t at = markup.find(">" + words + "<");
    return markup.substr(markup.rfind(" y=", at), 7);
  };
  EXPECT_NE(y_of("We began to ask at the door"), y_of("A long note beside it, too"));
  EXPECT_NE(markup.find("text-anchor=\"start\">We began"), std::string::npos);
  EXPECT_EQ(draw_small(chart).markup.find("We began"), std::string::npos);
}

TEST(ControlChart, draws_a_limit_that_has_none_on_the_other_side) {
  ControlChart chart = three_months();
  const std::size_t before = count_of(draw(chart, Width::wide).markup, "stroke-dasharray=\"4 3\"");
  chart.points[0].lower.reset();
  EXPECT_EQ(count_of(draw(chart, Width::wide).markup, "stroke-dasharray=\"4 3\""), before + 1);
}

TEST(ControlChart, steps_with_a_target_that_changes) {
  ControlChart chart = three_months();
  chart.points[0].target = 0.2;
  chart.points[1].target = 0.2;
  chart.points[2].target = 0.4;
  chart.target_label = "Target 40";
  const std::string markup = draw(chart, Width::wide).markup;
  EXPECT_NE(markup.find("Target 40"), std::string::npos);
  EXPECT_NE(markup.find("M46 260.8H346M346 199.6H496"), std::string::npos) << markup;
}

}  // namespace alongside::drawing
