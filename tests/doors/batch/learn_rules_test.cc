// SPDX-License-Identifier: Apache-2.0
// Requests about what may be said and sent.
#include "doors/batch/learn_rules.h"

#include <gtest/gtest.h>

#include "doors/batch/learnt_with.h"

namespace alongside::batch {

TEST(LearnRules, options_have_one_value_each) {
  EXPECT_EQ(refusal_of("ranking", R"({"items":[{"options":["a","b"],"mean":[1]}]})"),
            "request.input.items.1.mean has another number of values than the rest.");
}

TEST(LearnRules, nobody_missing_has_no_tipping_point) {
  const JsonValue answer = learnt_with(
      "missing_tipping",
      R"({"items":[{"n_total":9,"n_followed":9,"mean_followed":1,"sd_followed":1,"mid":0}]})");
  EXPECT_TRUE(answer.at("/result/items/0/tipping_mean")->is(JsonValue::Kind::null));
}

TEST(LearnRules, without_spread_there_is_a_tipping_mean_and_no_shift) {
  const JsonValue answer = learnt_with(
      "missing_tipping", R"({"items":[{"n_total":10,"n_followed":5,"mean_followed":1,"mid":0}]})");
  EXPECT_EQ(*answer.at("/result/items/0/tipping_mean")->number(), -1);
  EXPECT_TRUE(answer.at("/result/items/0/shift_in_sd")->is(JsonValue::Kind::null));
}

TEST(LearnRules, a_gate_opens_for_nobody_below_its_number) {
  const JsonValue answer = learnt_with(
      "release_gate", R"({"k_min":5,"max_rows_per_person":4,"max_order":2,"min_persons":30,)"
                      R"("max_levels_per_person":0.33,"factors":["k"],)"
                      R"("table":{"person":["a","b"],"seq":[1,1],"k":["x","x"]}})");
  EXPECT_EQ(answer.at("/result/refused")->text, "true");
  EXPECT_TRUE(answer.at("/result/kept_rows")->items.empty());
}

}  // namespace alongside::batch
