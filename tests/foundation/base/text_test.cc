// SPDX-License-Identifier: Apache-2.0
// Text in any script.
#include "foundation/base/text.h"

#include <gtest/gtest.h>

namespace alongside {

TEST(Text, tells_utf8_from_what_is_none) {
  for (const char* good : {"", "a", "å", "漢字", "😀", "שלום"}) EXPECT_TRUE(is_utf8(good)) << good;
  for (const char* bad : {"\xC0\x80", "\xED\xA0\x80", "\xF5\x80\x80\x80", "\xE2\x82", "\x80"})
    EXPECT_FALSE(is_utf8(bad));
  EXPECT_FALSE(is_utf8(std::string_view("a\0b", 3)));
}

TEST(Text, counts_characters_and_never_cuts_one) {
  EXPECT_EQ(characters("aå漢😀"), 4U);
  EXPECT_EQ(first_characters("å漢😀", 2), "å漢");
  EXPECT_EQ(first_characters("å", 9), "å");
}

TEST(Text, is_tidied) {
  EXPECT_EQ(tidied("  a\r\nb\x07 c \n"), "a\nb c");
  EXPECT_EQ(one_line(" a \n\t b "), "a b");
}

TEST(Text, survives_its_escape) {
  for (const char* text : {"a b", "å/ä?&=#", "100%", "+1"}) {
    EXPECT_EQ(percent_decoded(percent_encoded(text), Plus::is_plus), text);
    EXPECT_EQ(percent_decoded(percent_encoded(text), Plus::is_space), text);
  }
  EXPECT_EQ(percent_decoded("a+b%2", Plus::is_space), "a b%2");
}

TEST(Text, splits_at_each_sign) {
  EXPECT_EQ(split("a,,b", ',').size(), 3U);
  EXPECT_EQ(split("", ',').size(), 1U);
}

}  // namespace alongside
