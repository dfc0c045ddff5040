// SPDX-License-Identifier: Apache-2.0
// Boxes that do not cover one another, and words that all stand in them.
#include "foundation/drawing/tree.h"

#include <gtest/gtest.h>

#include <regex>

namespace alongside::drawing {
namespace {

const Tree tree = {"t",
                   "What the aim hangs on",
                   "Two drivers",
                   {{"Walk to the market without stopping on the way", 0},
                    {"Asked beforehand", 1},
                    {"Text the day before", 2, true, "Aim written down"},
                    {"Card <in> the room", 2, true},
                    {"Time to talk", 1}}};

struct Box {
  double x, y, height;
};
std::vector<Box> boxes(const std::string& svg) {
  std::vector<Box> found;
  static const std::regex path("M([0-9.]+) ([0-9.]+)h190v([0-9.]+)h-190Z");
  for (std::sregex_iterator at(svg.begin(), svg.end(), path), end; at != end; ++at)
    found.push_back({std::stod((*at)[1]), std::stod((*at)[2]), std::stod((*at)[3])});
  return found;
}

TEST(Tree, boxes_of_a_column_do_not_cover_one_another) {
  auto found = boxes(draw(tree, Reading::left_to_right).markup);
  ASSERT_EQ(found.size(), 10U);  // Each is filled and framed.
  for (std::size_t a = 0; a < found.size(); a += 2)
    for (std::size_t b = a + 2; b < found.size(); b += 2) {
      if (found[a].x != found[b].x) continue;
      const bool apart =
          found[a].y + found[a].height <= found[b].y || found[b].y + found[b].height <= found[a].y;
      EXPECT_TRUE(apart);
    }
}

TEST(Tree, all_words_stand_there_escaped) {
  const std::string svg = draw(tree, Reading::left_to_right).markup;
  for (const char* words : {"Walk to the market", "without stopping on the", "way",
                            "Card &lt;in&gt; the room", "Aim written down"})
    EXPECT_NE(svg.find(words), std::string::npos) << words;
  EXPECT_NE(svg.find("What the aim hangs on"), std::string::npos);
}

TEST(Tree, begins_where_reading_begins) {
  const auto left = boxes(draw(tree, Reading::left_to_right).markup);
  const auto right = boxes(draw(tree, Reading::right_to_left).markup);
  EXPECT_LT(left[0].x, left[2].x);
  EXPECT_GT(right[0].x, right[2].x);
}

}  // namespace
}  // namespace alongside::drawing
