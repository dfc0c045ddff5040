// SPDX-License-Identifier: Apache-2.0
// A made-up network whose truth is known.
#include "learning/network_fit.h"

#include <gtest/gtest.h>

#include <limits>

#include "learning/made_up.h"

namespace alongside::learning {
namespace {

/// Half of the rows drawn by lot; walking adds 0.5, resting nothing.
OutcomeTable network(std::size_t people, std::uint64_t seed) {
  SeededRandomness chance(seed);
  OutcomeTable question;
  question.context = {"severity"};
  question.circumstance.resize(1);
  for (std::size_t person = 0; person < people; ++person) {
    const double level = 0.4 * statistics::normal_deviate(chance);
    for (int row = 0; row < 2; ++row) {
      const auto action = chance.below(3);
      const double adds = action == 1 ? 0.5 : 0;
      testing::add_row(question, "s" + std::to_string(person % 4), person, "walk",
                       action == 0   ? "usual"
                       : action == 1 ? "walking"
                                     : "resting",
                       chance.below(2) == 0 ? Design::chosen : Design::randomised,
                       0.1 + adds + level + 0.8 * statistics::normal_deviate(chance));
      question.circumstance[0].push_back(chance.below(2) == 0 ? -0.5 : 0.5);
    }
  }
  return question;
}

}  // namespace

TEST(NetworkFit, finds_what_was_put_in_and_says_how_it_knows) {
  const Release release = fitted(sums_of(network(400, 3), "usual"), {}).value();
  const NetworkFit fit = read_actions(release);
  ASSERT_EQ(fit.actions.size(), 2U);
  const ActionReading& resting = fit.actions[0];
  const ActionReading& walking = fit.actions[1];
  EXPECT_LT(walking.low80, 0.5);
  EXPECT_GT(walking.high80, 0.5);
  EXPECT_GT(walking.chance_worthwhile, 0.9);
  EXPECT_LT(resting.chance_worthwhile, 0.5);
  EXPECT_EQ(walking.verdict.status, Status::established);
  EXPECT_EQ(walking.verdict.claim, Claim::tested);
  EXPECT_EQ(release.sites, 4U);
  EXPECT_EQ(release.persons, 400U);
}

TEST(NetworkFit, few_people_are_not_yet_and_missing_ones_are_counted) {
  OutcomeTable question = network(12, 5);
  EXPECT_EQ(read_actions(*fitted(sums_of(question, "usual"), {})).actions[0].verdict.status,
            Status::not_yet);
  question = network(200, 5);
  for (std::size_t row = 0; row < question.rows(); row += 2)
    question.outcome[row] = std::numeric_limits<double>::quiet_NaN();
  const Release release = fitted(sums_of(question, "usual"), {}).value();
  const NetworkFit fit = read_actions(release);
  EXPECT_EQ(release.without_follow_up, 200U);
  EXPECT_NEAR(fit.actions[1].standing.completeness, 0.5, 0.1);
  EXPECT_EQ(fit.actions[1].verdict.flags, std::vector<Flag>{Flag::incomplete});
}

TEST(NetworkFit, without_a_reference_there_is_nothing_to_add_to) {
  EXPECT_FALSE(fitted(sums_of(network(50, 1), "nothing"), {}));
}

}  // namespace alongside::learning
