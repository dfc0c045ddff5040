// SPDX-License-Identifier: Apache-2.0
// How sure published research makes anybody, and who moved an estimate.
#include "learning/science_prior.h"

#include <gtest/gtest.h>

#include <cmath>

#include "foundation/base/random.h"

namespace alongside::learning {

TEST(SciencePrior, every_doubt_makes_it_wider_and_none_moves_it) {
  const auto effect = standardised(0.4, 0.2, 0.6);
  Judgement judgement;
  judgement.risk_of_bias = Risk::low;
  const auto sure = science_prior(effect, judgement, true);
  judgement.risk_of_bias = Risk::high;
  const auto risky = science_prior(effect, judgement, true);
  judgement.indirectness = Indirectness::serious;
  const auto indirect = science_prior(effect, judgement, true);
  EXPECT_LT(sure.sd, risky.sd);
  EXPECT_LT(risky.sd, indirect.sd);
  EXPECT_EQ(sure.mean, indirect.mean);
  EXPECT_EQ(science_prior(effect, judgement, false).mean, -0.4);
}

TEST(SciencePrior, certainty_counts_once) {
  Judgement judgement;
  judgement.certainty = Certainty::very_low;
  judgement.tau = 0;
  EXPECT_NEAR(science_prior({0, 0}, judgement, true).sd, 0.35, 1e-15);
  judgement.publication_bias = PublicationBias::undetected;
  EXPECT_NEAR(science_prior({0, 0}, judgement, true).sd, 0, 1e-15);
  EXPECT_EQ(science_prior({0, 0}, judgement, true).robust_weight, 0.5);
}

TEST(SciencePrior, hedges_g_of_two_groups) {
  // Borenstein et al. 2009, example 4.1 and 4.2: d = 0.5970, g = 0.5924.
  const auto effect = from_two_groups({103, 5.5, 50}, {100, 4.5, 50});
  EXPECT_NEAR(effect.estimate, 0.5924, 1e-3);
}

TEST(SciencePrior, a_network_that_says_otherwise_is_heard) {
  RobustQuestion asked{0.45, 0.2, -0.3, 0.14 * 0.14, 0.1, 0, 0.5};
  const auto answer = robust_answer(asked);
  EXPECT_LT(answer.conflict_p, 0.05);
  EXPECT_NEAR(answer.vague_weight, 0.83, 0.01);
  EXPECT_NEAR(answer.effect.mean(), -0.24, 0.01);
  asked.network_mean = 0.4;
  EXPECT_LT(robust_answer(asked).vague_weight, 0.1);
}

TEST(SciencePrior, weights_sum_to_one_and_make_the_mean) {
  SeededRandomness chance(3);
  const auto share = [&] { return (1 + static_cast<double>(chance.below(1000))) / 1000; };
  for (int i = 0; i < 500; ++i) {
    WeightsQuestion asked;
    asked.science_mean = share() - 0.5;
    asked.science_sd = 0.1 + share();
    asked.network_sd = asked.science_sd * (0.05 + 0.9 * share());
    asked.network_mean = share() - 0.5;
    asked.own_mean = share() - 0.5;
    asked.own_sd = share();
    const auto found = evidence_weights(asked);
    EXPECT_NEAR(found.science + found.network + found.own, 1, 1e-12);
    EXPECT_EQ(found.percent[0] + found.percent[1] + found.percent[2], 100);
    EXPECT_NEAR(found.science * asked.science_mean + found.network * *found.network_alone_mean +
                    found.own * *asked.own_mean,
                found.mean, 1e-9);
  }
}

TEST(SciencePrior, a_network_that_knows_nothing_weighs_nothing) {
  const auto found = evidence_weights({0.4, 0.3, 0.4, 0.3, 0.3, {}, {}});
  EXPECT_FALSE(found.network_alone_mean);
  EXPECT_EQ(found.percent[0], 100);
}

}  // namespace alongside::learning
