// SPDX-License-Identifier: Apache-2.0
// Requests about one person's own trial.
#include "doors/batch/learn_person.h"

#include <gtest/gtest.h>

#include "doors/batch/learnt_with.h"

namespace alongside::batch {

TEST(LearnPerson, days_rise_and_phases_are_two) {
  EXPECT_EQ(refusal_of("nof1_gls", R"({"time":[1,1],"y":[1,2],"phase":[0,1]})"),
            "request.input.time does not rise.");
  EXPECT_EQ(refusal_of("nof1_gls", R"({"time":[1,2],"y":[1,2],"phase":[0,2]})"),
            "request.input.phase is 0 for A or 1 for B.");
  EXPECT_EQ(refusal_of("nof1_gls", R"({"time":[1,2.5],"y":[1,2],"phase":[0,1]})"),
            "request.input.time has a part of a day; use CAR1.");
  EXPECT_EQ(refusal_of("nof1_gls", R"({"time":[1,2,3,4],"y":[1,2,3,5],"phase":[0,0,0,0]})"),
            "Both phases and more days are needed.");
}

TEST(LearnPerson, an_order_that_the_design_could_not_draw_is_refused) {
  EXPECT_EQ(
      refusal_of("randomisation_test",
                 R"({"items":[{"design":"blocks","block_length":1,"y":[1,2],"phase":[0,0]}]})"),
      "request.input.items.1.phase is no order that this design could draw, or there are too "
      "many.");
}

TEST(LearnPerson, weights_that_are_all_zero_weigh_the_same) {
  const JsonValue answer = learnt_with(
      "gas",
      R"({"items":[{"goals":[{"importance":0,"difficulty":1,"baseline":-1,"attained":1}]}]})");
  EXPECT_EQ(*answer.at("/result/items/0/T_attained")->number(), 60);
}

}  // namespace alongside::batch
