// SPDX-License-Identifier: Apache-2.0
// One person's way as a drawing.
#include "foundation/drawing/way.h"

#include <gtest/gtest.h>

namespace alongside::drawing {
namespace {

Way two_answers() {
  Way way;
  way.id = "way-1";
  way.title = "From 7 to 3";
  way.description = "Each dot is an answer.";
  way.dots = {{100, 7}, {110, 3}};
  way.axis = {0, 10, {{0, "0"}, {10, "10"}}};
  way.first = "1 June";
  way.last = "11 June";
  way.now = "Now 3";
  return way;
}

TEST(Way, has_its_words_and_no_line_when_there_is_none) {
  const std::string markup = draw_way(two_answers(), Width::narrow, Reading::left_to_right).markup;
  for (const std::string words : {"From 7 to 3", "Each dot is an answer.", "1 June", "Now 3"})
    EXPECT_NE(markup.find(words), std::string::npos) << words;
  EXPECT_EQ(markup.find("stroke-width=\"3\""), std::string::npos);
}

TEST(Way, draws_the_weeks_as_a_line) {
  Way way = two_answers();
  way.line = {{100, 7}, {107, 5}};
  const std::string markup = draw_way(way, Width::wide, Reading::left_to_right).markup;
  EXPECT_NE(markup.find("stroke-width=\"3\""), std::string::npos);
}

TEST(Way, one_answer_is_a_way_too_and_reads_from_either_side) {
  Way way = two_answers();
  way.dots.pop_back();
  EXPECT_NE(draw_way(way, Width::narrow, Reading::right_to_left).markup,
            draw_way(way, Width::narrow, Reading::left_to_right).markup);
}

}  // namespace
}  // namespace alongside::drawing
