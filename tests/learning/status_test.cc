// SPDX-License-Identifier: Apache-2.0
// Thresholds, from both sides.
#include "learning/status.h"

#include <gtest/gtest.h>

namespace alongside::learning {
namespace {

Standing firm() {
  Standing standing{50, 10, 3, 20, 20, 0.7, 0.5, 1, 0.05, Certainty::high};
  return standing;
}

}  // namespace

TEST(Status, at_each_threshold_it_is_still_so) {
  const Verdict verdict = verdict_on(firm());
  EXPECT_EQ(verdict.status, Status::established);
  EXPECT_EQ(verdict.claim, Claim::tested);
  EXPECT_TRUE(verdict.flags.empty());
}

TEST(Status, one_step_beyond_it_is_not) {
  const auto with = [](auto change) {
    Standing standing = firm();
    change(standing);
    return verdict_on(standing);
  };
  EXPECT_EQ(with([](Standing& s) { s.persons = 49; }).status, Status::early);
  EXPECT_EQ(with([](Standing& s) { s.persons = 9; }).status, Status::science_only);
  EXPECT_EQ(with([](Standing& s) { s.width80 = 1.01; }).claim, Claim::none);
  EXPECT_EQ(with([](Standing& s) { s.information = 0.49; }).status, Status::not_yet);
  EXPECT_EQ(with([](Standing& s) { s.conflict_p = 0.049; }).flags.front(), Flag::conflict);
  EXPECT_EQ(with([](Standing& s) { s.conflict_p = 0.049; }).status, Status::early);
  EXPECT_EQ(with([](Standing& s) { s.randomised = 19; }).claim, Claim::compared);
  EXPECT_EQ(with([](Standing& s) { s.persons_reference = 9; }).claim, Claim::described);
  EXPECT_EQ(with([](Standing& s) {
              s.persons = 3;
              s.certainty = Certainty::very_low;
            }).status,
            Status::not_yet);
}

TEST(Status, those_without_a_follow_up_have_a_tipping_point) {
  const auto point = tipping_point(100, 80, 0.5, 1, 0.2);
  EXPECT_NEAR(*point.mean, -1, 1e-12);
  EXPECT_NEAR(*point.shift_in_sd, -1.5, 1e-12);
  EXPECT_FALSE(tipping_point(10, 10, 1, 1, 0).mean);
}

}  // namespace alongside::learning
