// SPDX-License-Identifier: Apache-2.0
// Requests about published effects.
#include "doors/batch/learn_science.h"

#include <gtest/gtest.h>

#include "doors/batch/learnt_with.h"

namespace alongside::batch {

TEST(LearnScience, words_of_judgement_are_known_or_refused) {
  EXPECT_EQ(
      refusal_of("science_prior", R"({"items":[{"type":"smd","est":0.1,"ci_low":0,"ci_high":0.2,)"
                                  R"("certainty":"quite"}]})"),
      "request.input.items.1.certainty is a word that is not known.");
  EXPECT_EQ(
      refusal_of("science_prior", R"({"items":[{"type":"or","est":-1,"ci_low":1,"ci_high":2}]})"),
      "request.input.items.1.est is not above zero.");
}

TEST(LearnScience, what_a_network_knows_holds_the_science) {
  EXPECT_EQ(refusal_of("evidence_weights",
                       R"({"items":[{"sci_mean":0,"sci_sd":0.1,"net_posterior_mean":0,)"
                       R"("net_posterior_sd":0.2}]})"),
            "request.input.items.1.net_posterior_sd is above sci_sd, though it holds the science.");
}

TEST(LearnScience, one_study_is_its_own_answer) {
  const JsonValue answer =
      learnt_with("meta_analysis", R"({"yi":[0.4],"vi":[0.04],"method":"DL"})");
  EXPECT_NEAR(*answer.at("/result/mu")->number(), 0.4, 1e-15);
  EXPECT_NEAR(*answer.at("/result/se")->number(), 0.2, 1e-15);
  EXPECT_EQ(*answer.at("/result/tau2")->number(), 0);
}

}  // namespace alongside::batch
