// SPDX-License-Identifier: Apache-2.0
// A QR code as a letter carries it.
#include "foundation/drawing/qr.h"

#include <gtest/gtest.h>

namespace alongside::drawing {
namespace {

TEST(Qr, is_a_titled_picture_with_quiet_around_it) {
  const std::string markup =
      qr_code("http://clinic.example/prepare/K7QM2XPD9F", "Your page").markup;
  EXPECT_NE(markup.find("<title>Your page</title>"), std::string::npos);
  // 40 bytes at level M fit version 3: 29 squares a side, and 4 of quiet around them.
  EXPECT_NE(markup.find("viewBox=\"0 0 37 37\""), std::string::npos);
  // The corner that cameras look for begins right after the quiet.
  EXPECT_NE(markup.find("M4 4h1v1h-1z"), std::string::npos);
  EXPECT_EQ(markup.find("M3 "), std::string::npos);
}

TEST(Qr, differs_for_another_text) {
  EXPECT_NE(qr_code("a", "t").markup, qr_code("b", "t").markup);
  EXPECT_EQ(qr_code("a", "t").markup, qr_code("a", "t").markup);
}

TEST(Qr, has_its_title_escaped) {
  EXPECT_NE(qr_code("a", "<b>").markup.find("&lt;b&gt;"), std::string::npos);
}

}  // namespace
}  // namespace alongside::drawing
