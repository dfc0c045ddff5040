// SPDX-License-Identifier: Apache-2.0
// Questions to the network's model.
#include "doors/batch/learn_model.h"

#include <gtest/gtest.h>

#include <cmath>

#include "doors/batch/learnt_with.h"

namespace alongside::batch {
namespace {

std::string asked(const std::string& contrast) {
  return R"({"reference_action":"usual","terms":["mu","k"],"sigma":1,"person_sd":0,)"
         R"("prior":{"mu":{"mean":0,"sd":1},"k":{"default":{"mean":0.1,"sd":0.35},)"
         R"("by_action":{"swim":{"mean":0.4,"sd":0.2}}}},"contrasts":[)" +
         contrast +
         R"(],"table":{"site":["s","s"],"person":["a","b"],"aim":["x","x"],"k":["usual","walk"],)"
         R"("design":["chosen","chosen"],"y":[0,1]}})";
}

}  // namespace

TEST(LearnModel, what_nobody_has_tried_is_what_science_says) {
  const JsonValue answer =
      learnt_with("posterior_fixed_variance",
                  asked(R"({"name":"swim","coef":{"k:swim":1},"extra_var":0.09,"mid":0.4})"));
  EXPECT_DOUBLE_EQ(*answer.at("/result/contrasts/0/mean")->number(), 0.4);
  EXPECT_NEAR(*answer.at("/result/contrasts/0/sd")->number(), std::sqrt(0.04 + 0.09), 1e-12);
  EXPECT_DOUBLE_EQ(*answer.at("/result/contrasts/0/p_gt_mid")->number(), 0.5);
}

TEST(LearnModel, a_column_of_no_table_is_refused) {
  EXPECT_EQ(refusal_of("posterior_fixed_variance", asked(R"({"coef":{"height":1},"mid":0})")),
            "request.input.contrasts ask for a column that is none.");
}

}  // namespace alongside::batch
