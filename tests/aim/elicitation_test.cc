// SPDX-License-Identifier: Apache-2.0
// Reading back has words, and its answer is the person's.
#include "aim/elicitation.h"

#include <gtest/gtest.h>

namespace alongside {

TEST(Elicitation, reading_back_needs_words_within_the_limit) {
  EXPECT_TRUE(read_back_words("You want to walk").accepted());
  EXPECT_FALSE(read_back_words("  ").accepted());
  EXPECT_FALSE(read_back_words(std::string(401, 'x')).accepted());
}

TEST(Elicitation, an_answer_is_yes_or_not_quite) {
  EXPECT_EQ(understood_from("yes").value(), Understood::yes);
  EXPECT_EQ(understood_from("not_quite").value(), Understood::not_quite);
  EXPECT_FALSE(understood_from("not_answered").accepted());
  EXPECT_EQ(code_of(Understood::not_answered), "not_answered");
}

}  // namespace alongside
