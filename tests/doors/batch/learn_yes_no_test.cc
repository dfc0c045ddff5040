// SPDX-License-Identifier: Apache-2.0
// Requests about outcomes that are yes or no.
#include <gtest/gtest.h>

#include "doors/batch/learnt_with.h"

namespace alongside::batch {

TEST(LearnYesNo, an_outcome_is_one_or_zero) {
  EXPECT_EQ(refusal_of("binary_logistic", R"({"X":[[1]],"y":[2],"prior":{"mean":[0],"sd":[1]}})"),
            "request.input.y is 0 or 1.");
  EXPECT_EQ(refusal_of("binary_logistic", R"({"X":[[1],[1,2]],"y":[1,0]})"),
            "request.input.X has rows of different lengths.");
}

TEST(LearnYesNo, a_side_that_decides_everything_still_has_an_answer) {
  const JsonValue answer = learnt_with(
      "binary_logistic",
      R"({"X":[[1,-1],[1,-1],[1,1],[1,1]],"y":[0,0,1,1],"prior":{"mean":[0,0],"sd":[1.5,1.5]}})");
  EXPECT_GT(*answer.at("/result/mode/1")->number(), 0.5);
  EXPECT_LT(*answer.at("/result/mode/1")->number(), 5);
}

TEST(LearnYesNo, sites_together_come_to_the_same_place_as_all_rows) {
  const std::string rows = R"("X":[[1,0],[1,1],[1,0],[1,1],[1,1]],"y":[0,1,1,0,1],)"
                           R"("prior":{"mean":[0,0],"sd":[1,1]})";
  const JsonValue alone = learnt_with("binary_logistic", "{" + rows + "}");
  const JsonValue apart = learnt_with(
      "federated_logistic", "{" + rows + R"(,"site":["a","b","a","b","c"],"theta_start":[0,0]})");
  for (const char* at : {"/result/mode/0", "/result/mode/1"})
    EXPECT_NEAR(*alone.at(at)->number(), *apart.at(at)->number(), 1e-10);
}

}  // namespace alongside::batch
