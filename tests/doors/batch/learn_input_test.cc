// SPDX-License-Identifier: Apache-2.0
// What is wrong with a request is told by the way to it.
#include "doors/batch/learn_input.h"

#include <gtest/gtest.h>

#include "doors/batch/learnt_with.h"

namespace alongside::batch {

TEST(LearnInput, names_the_member_and_never_its_value) {
  EXPECT_EQ(refusal_of("meta_analysis", R"({"vi":[1]})"), "request.input.yi is missing.");
  EXPECT_EQ(refusal_of("meta_analysis", R"({"yi":[1,"secret"],"vi":[1,1]})"),
            "request.input.yi has something that is no number at 2.");
  EXPECT_EQ(refusal_of("meta_analysis", R"({"yi":[1,2],"vi":[1]})"),
            "request.input.vi has another number of values than the rest.");
  EXPECT_EQ(refusal_of("meta_analysis", R"({"yi":[1,2],"vi":[1,0]})"),
            "request.input.vi is not above zero.");
  EXPECT_EQ(refusal_of("meta_analysis", R"({"yi":[1,1e999],"vi":[1,1]})"),
            "The line is no whole JSON object.");
  EXPECT_EQ(refusal_of("gas", "[1]"), "request.input is no object.");
  EXPECT_EQ(refusal_of("gas", R"({"items":[3]})"), "request.input.items.1 is no object.");
}

TEST(LearnInput, whole_numbers_have_a_range) {
  EXPECT_EQ(refusal_of("scale", R"({"persons":0.5})"),
            "request.input.persons is no whole number from 1 to 10000000.");
}

}  // namespace alongside::batch
