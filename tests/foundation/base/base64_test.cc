// SPDX-License-Identifier: Apache-2.0
// RFC 4648, section 10, and what is no such text.
#include "foundation/base/base64.h"

#include <gtest/gtest.h>

#include "foundation/base/random.h"

namespace alongside {
namespace {

TEST(Base64, IsTheStandardsExamples) {
  EXPECT_EQ(base64(""), "");
  EXPECT_EQ(base64("f"), "Zg==");
  EXPECT_EQ(base64("foob"), "Zm9vYg==");
  EXPECT_EQ(base64url("foob"), "Zm9vYg");
  EXPECT_EQ(base64url("\xfb\xff"), "-_8");
  EXPECT_EQ(from_base64url("Zm9vYmFy"), "foobar");
}

TEST(Base64, RefusesAnotherSpellingOfTheSameBytes) {
  for (const char* odd : {"Zg==", "Zh", "Z", "Zm 9v", "+/8", "Zm9v\n"})
    EXPECT_FALSE(from_base64url(odd)) << odd;
}

TEST(Base64, GivesBackWhateverWentIn) {
  SeededRandomness chance(11);
  for (std::size_t size = 0; size < 200; ++size) {
    std::string bytes(size, '\0');
    for (char& byte : bytes) byte = static_cast<char>(chance.below(256));
    EXPECT_EQ(from_base64url(base64url(bytes)), bytes);
  }
}

}  // namespace
}  // namespace alongside
