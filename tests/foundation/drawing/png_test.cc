// SPDX-License-Identifier: Apache-2.0
// A picture of a drawing, by a library that is loaded for it.
#include <gtest/gtest.h>

#include <stdexcept>

#include "foundation/drawing/file.h"

namespace alongside::drawing {
namespace {

std::string small_file() {
  Svg svg("a", "chart", 640, 100, "Title", "Words");
  svg.line(0, 0, 10, 10, "better", 2);
  return as_file(std::move(svg).finish(), 640, 100, {"Title", "Words"});
}

}  // namespace

TEST(Png, becomes_a_picture) {
  const std::string png = as_png(small_file(), 2);
  ASSERT_TRUE(png.starts_with("\x89PNG\r\n\x1A\n"));
  // Width 1280 in the header.
  EXPECT_EQ(png.substr(16, 4), std::string("\0\0\x05\0", 4));
  EXPECT_GT(png.size(), 1000U);
}

TEST(Png, says_what_is_no_drawing) {
  EXPECT_THROW(as_png("<html></html>", 2), std::runtime_error);
  EXPECT_THROW(as_png(small_file(), 1000), std::runtime_error);
}

}  // namespace alongside::drawing
