// SPDX-License-Identifier: Apache-2.0
// A drawing that any program can show.
#include "foundation/drawing/file.h"

#include <gtest/gtest.h>

namespace alongside::drawing {
namespace {

std::string small_file(std::string_view description = "Words", std::string_view trace = {}) {
  Svg svg("a", "chart", 640, 100, "Title & more", "Words");
  svg.line(0, 0, 10, 10, "better", 2).text(5, 5, "x", Svg::Anchor::start, Svg::Weight::bold);
  return as_file(std::move(svg).finish(), 640, 100, {"Title & more", description, trace});
}

}  // namespace

TEST(DrawingFile, has_its_colours_in_it_for_light_and_dark) {
  const std::string file = small_file();
  EXPECT_EQ(file.find("var("), std::string::npos);
  EXPECT_NE(file.find("stroke=\"#1C62AD\""), std::string::npos);
  EXPECT_NE(file.find("[stroke=\"#1C62AD\"]{stroke:#7FB6F2}"), std::string::npos);
  EXPECT_NE(file.find(">Title &amp; more</text>"), std::string::npos);
}

TEST(DrawingFile, sets_long_words_in_lines) {
  const std::string file = small_file(
      "The first sentence is rather long and says what the middle is. The second sentence says "
      "even more, and would not fit beside it at all.");
  EXPECT_NE(file.find("height=\"172\""), std::string::npos) << file.substr(0, 200);
}

TEST(DrawingFile, says_below_where_its_numbers_come_from) {
  EXPECT_NE(small_file().find("height=\"156\""), std::string::npos);
  const std::string file = small_file("Words", "A1 version 2 & more");
  EXPECT_NE(file.find("height=\"188\""), std::string::npos) << file.substr(0, 200);
  EXPECT_NE(file.find("y=\"116\" class=\"t3\">A1 version 2 &amp; more</text>"), std::string::npos);
}

}  // namespace alongside::drawing
