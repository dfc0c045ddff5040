// SPDX-License-Identifier: Apache-2.0
// Small pictures show as many as they say.
#include "foundation/drawing/option_figures.h"

#include <gtest/gtest.h>

namespace alongside::drawing {
namespace {

std::size_t count_of(const std::string& text, const std::string& piece) {
  std::size_t count = 0;
  for (std::size_t at = text.find(piece); at != std::string::npos; at = text.find(piece, at + 1))
    ++count;
  return count;
}

const FigureWords words = {"f1", "People <who>", "34 of 100"};

}  // namespace

TEST(OptionFigures, a_hundred_has_as_many_filled_as_it_says) {
  for (const int count : {0, 1, 34, 100}) {
    const std::string markup = draw_hundred(words, count, "indigo").markup;
    // A ring is two dots on each other.
    const std::size_t all = count_of(markup, "h0");
    EXPECT_EQ(all, static_cast<std::size_t>(count + 2 * (100 - count)));
    const std::size_t ink = markup.find("stroke=\"var(--indigo)\"");
    EXPECT_EQ(ink == std::string::npos, count == 0);
    EXPECT_NE(markup.find("People &lt;who&gt;"), std::string::npos);
  }
}

TEST(OptionFigures, a_range_stands_where_its_numbers_are) {
  const std::string markup = draw_likely_range(words, 50, 30, 70, "moss").markup;
  // 50 lies in the middle of 10 to 150.
  EXPECT_NE(markup.find("M72 18l4-7h8l4 7l-4 7h-8Z"), std::string::npos) << markup;
}

TEST(OptionFigures, a_bar_is_empty_full_and_never_more) {
  EXPECT_EQ(count_of(draw_filled_bar(words, 0, "berry").markup, "var(--berry)"), 0U);
  EXPECT_EQ(draw_filled_bar(words, 1, "berry").markup, draw_filled_bar(words, 3, "berry").markup);
}

TEST(OptionFigures, one_level_is_a_dot_and_more_are_a_line) {
  EXPECT_EQ(count_of(draw_small_way(words, {-1}).markup, "stroke-width=\"3\""), 0U);
  EXPECT_EQ(count_of(draw_small_way(words, {-1, 0, 1}).markup, "stroke-width=\"3\""), 1U);
}

TEST(OptionFigures, steps_are_filled_from_the_lowest) {
  EXPECT_EQ(count_of(draw_steps(2, "indigo").markup, "fill=\"none\""), 1U);
  EXPECT_EQ(count_of(draw_steps(0, "indigo").markup, "fill=\"none\""), 3U);
}

}  // namespace alongside::drawing
