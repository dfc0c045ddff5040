// SPDX-License-Identifier: Apache-2.0
// A table's columns are checked against each other before any of them is used.
#include <gtest/gtest.h>

#include "doors/batch/learnt_with.h"

namespace alongside::batch {
namespace {

std::string table(const std::string& design, const std::string& more = "") {
  return R"({"reference_action":"usual","terms":["mu","k"],"sigma":1,"person_sd":0.5,)"
         R"("prior":{"mu":{"sd":1},"k":{"default":{"mean":0,"sd":0.35}}},)"
         R"("table":{"site":["s","s"],"person":["a","b"],"aim":["x","x"],"k":["usual","walk"],)"
         R"("design":)" +
         design + R"(,"y":[0,1])" + more + "}}";
}

}  // namespace

TEST(LearnTable, a_whole_table_is_answered) {
  const JsonValue answer = learnt_with("posterior_fixed_variance", table(R"(["chosen","chosen"])"));
  EXPECT_EQ(answer.at("/result/columns/1")->text, "k:walk");
}

TEST(LearnTable, columns_have_one_length_and_known_words) {
  EXPECT_EQ(refusal_of("posterior_fixed_variance", table(R"(["chosen"])")),
            "request.input.table.design has another number of values than the rest.");
  EXPECT_EQ(refusal_of("posterior_fixed_variance", table(R"(["chosen","drawn"])")),
            "request.input.table.design is chosen or randomised in each row.");
}

TEST(LearnTable, an_empty_list_is_an_empty_object_as_r_writes_it) {
  const JsonValue answer =
      learnt_with("reml", table(R"(["chosen","chosen"])")
                              .insert(1, R"("flat":["mu"],"estimate":["k","sigma"],"fixed":[],)"));
  EXPECT_NE(answer.member("result"), nullptr);
}

TEST(LearnTable, standard_deviations_are_given_or_estimated) {
  EXPECT_EQ(refusal_of("eb_map", table(R"(["chosen","chosen"])")),
            "request.input.estimate is missing.");
}

}  // namespace alongside::batch
