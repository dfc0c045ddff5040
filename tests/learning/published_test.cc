// SPDX-License-Identifier: Apache-2.0
// From a card to counts of people.
#include "learning/published.h"

#include <gtest/gtest.h>

#include "foundation/statistics/distribution.h"

namespace alongside::learning {
namespace {

EvidenceCard card(double estimate, double low, double high, bool higher) {
  EvidenceCard made;
  made.id = "made-up";
  made.estimate = estimate;
  made.low = low;
  made.high = high;
  made.higher_is_better = higher;
  return made;
}

}  // namespace

// Furukawa & Leucht 2011, table 1: at a control event rate of 20 %, d = 0.5 gives a number needed
// to treat of 6.0; at 50 % and d = 0.8, 3.5.
TEST(Published, counts_are_those_of_furukawa_and_leucht) {
  const auto fifth = published_shares(card(0.5, 0.4, 0.6, true), 0.2).value();
  EXPECT_NEAR(1 / (fifth.with - fifth.without), 6.0, 0.1);
  const auto half = published_shares(card(0.8, 0.4, 1.2, true), 0.5).value();
  EXPECT_NEAR(1 / (half.with - half.without), 3.5, 0.05);
}

TEST(Published, less_of_a_burden_is_better_too) {
  const auto shares = published_shares(card(-0.6, -0.9, -0.3, false), 0.33).value();
  EXPECT_NEAR(shares.with, statistics::normal_share(statistics::normal_quantile(0.33) + 0.6),
              1e-12);
  EXPECT_LT(shares.low, shares.with);
  EXPECT_GT(shares.high, shares.with);
  EXPECT_GT(shares.low, shares.without);
}

TEST(Published, a_difference_in_its_own_unit_gives_no_count) {
  EvidenceCard difference = card(-4, -6, -2, false);
  difference.scale = EffectScale::mean_difference;
  EXPECT_FALSE(published_shares(difference, 0.33));
  EXPECT_FALSE(science_of(difference));
}

TEST(Published, what_nobody_vouched_for_is_taken_as_low) {
  EvidenceCard stated = card(0.4, 0.2, 0.6, true);
  const double unsaid = science_of(stated)->prior.sd;
  EXPECT_EQ(sureness_of(stated), Sureness::not_said);
  stated.certainty = EvidenceCertainty::high;
  EXPECT_EQ(sureness_of(stated), Sureness::sure);
  EXPECT_LT(science_of(stated)->prior.sd, unsaid);
  EXPECT_GT(science_of(stated)->prior.sd, 0.18);
  stated.domains.risk_of_bias = "high";
  stated.domains.indirectness = "very serious";
  EXPECT_GT(science_of(stated)->prior.sd, unsaid);
}

}  // namespace alongside::learning
