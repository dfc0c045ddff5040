// SPDX-License-Identifier: Apache-2.0
// A made-up network whose truth is known.
#include "learning/network_fit.h"

#include <gtest/gtest.h>

#include <limits>

#include "learning/made_up.h"

namespace alongside::learning {
namespace {

/// Half of the rows drawn by lot; walking adds 0.5, resting nothing.
NetworkQuestion network(std::size_t people, std::uint64_t seed) {
  SeededRandomness chance(seed);
  NetworkQuestion question;
  question.table.context = {"severity"};
  question.table.circumstance.resize(1);
  for (std::size_t person = 0; person < people; ++person) {
    const double level = 0.4 * statistics::normal_deviate(chance);
    for (int row = 0; row < 2; ++row) {
      const auto action = chance.below(3);
      const double adds = action == 1 ? 0.5 : 0;
      testing::add_row(question.table, "s" + std::to_string(person % 4), person, "walk",
                       action == 0   ? "usual"
                       : action == 1 ? "walking"
                                     : "resting",
                       chance.below(2) == 0 ? Design::chosen : Design::randomised,
                       0.1 + adds + level + 0.8 * statistics::normal_deviate(chance));
      question.table.circumstance[0].push_back(chance.below(2) == 0 ? -0.5 : 0.5);
    }
  }
  return question;
}

}  // namespace

TEST(NetworkFit, finds_what_was_put_in_and_says_how_it_knows) {
  const auto fit = fit_network(network(400, 3)).value();
  ASSERT_EQ(fit.actions.size(), 2U);
  const ActionReading& resting = fit.actions[0];
  const ActionReading& walking = fit.actions[1];
  EXPECT_LT(walking.low80, 0.5);
  EXPECT_GT(walking.high80, 0.5);
  EXPECT_GT(walking.chance_worthwhile, 0.9);
  EXPECT_LT(resting.chance_worthwhile, 0.5);
  EXPECT_EQ(walking.verdict.status, Status::established);
  EXPECT_EQ(walking.verdict.claim, Claim::tested);
  EXPECT_EQ(fit.sites, 4U);
  EXPECT_EQ(fit.persons, 400U);
}

TEST(NetworkFit, few_people_are_not_yet_and_missing_ones_are_counted) {
  NetworkQuestion question = network(12, 5);
  EXPECT_EQ(fit_network(question)->actions[0].verdict.status, Status::not_yet);
  question = network(200, 5);
  for (std::size_t row = 0; row < question.table.rows(); row += 2)
    question.table.outcome[row] = std::numeric_limits<double>::quiet_NaN();
  const auto fit = fit_network(question).value();
  EXPECT_EQ(fit.without_follow_up, 200U);
  EXPECT_NEAR(fit.actions[1].standing.completeness, 0.5, 0.1);
  EXPECT_EQ(fit.actions[1].verdict.flags, std::vector<Flag>{Flag::incomplete});
}

TEST(NetworkFit, without_a_reference_there_is_nothing_to_add_to) {
  NetworkQuestion question = network(50, 1);
  question.reference = "nothing";
  EXPECT_FALSE(fit_network(question));
}

}  // namespace alongside::learning
