// SPDX-License-Identifier: Apache-2.0
// Numbers that belong to an aim.
#include "aim/number.h"

#include <gtest/gtest.h>

namespace alongside {

TEST(AimNumber, says_beside_each_field_what_is_missing) {
  const auto refused = NumberQuestion::from({" ", "", std::string(41, 'a'), "left"});
  ASSERT_FALSE(refused.accepted());
  EXPECT_EQ(refused.refusal().faults(),
            (std::vector<Fault>{{"number.words_missing", "number_words"},
                                {"number.end_missing", "at_zero"},
                                {"number.end_long", "at_ten"},
                                {"number.heading_missing", "heading"}}));
  EXPECT_EQ(NumberQuestion::from({std::string(121, 'a'), "a", "b", "up"}).refusal().key(),
            "number.words_long");
  const auto made = NumberQuestion::from({" How  stiff? ", "not", "very", "down"}).value();
  EXPECT_EQ(made.words.disclose(), "How stiff?");
  EXPECT_EQ(made.heading, Heading::down);
}

TEST(AimNumber, has_no_latest_answer_before_there_is_one) {
  AimNumber number;
  EXPECT_FALSE(number.latest());
  number.answers = {{3, {1}}, {0, {2}}};
  EXPECT_EQ(number.latest()->value, 0);
}

TEST(AimNumber, reads_whole_numbers_from_0_to_10_and_nothing_else) {
  EXPECT_EQ(number_value_from("0"), 0);
  EXPECT_EQ(number_value_from("10"), 10);
  for (const std::string_view text : {"", "11", "-1", "3.5", "7 ", "x"})
    EXPECT_FALSE(number_value_from(text)) << text;
}

}  // namespace alongside
