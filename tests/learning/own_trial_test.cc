// SPDX-License-Identifier: Apache-2.0
// One person's days: clear, unclear, the other way, and too few.
#include "learning/own_trial.h"

#include <gtest/gtest.h>

#include <cmath>

#include "foundation/statistics/distribution.h"

namespace alongside::learning {
namespace {

OwnTrial trial(std::size_t pairs, double effect, std::uint64_t seed = 2) {
  SeededRandomness chance(seed);
  OwnTrial made;
  for (std::size_t day = 0; day < pairs * 10; ++day) {
    const double phase = (day / 5) % 2 == 0 ? 0 : 1;
    made.series.time.push_back(static_cast<double>(day));
    made.series.phase.push_back(phase);
    made.series.y.push_back(4 + effect * phase + statistics::normal_deviate(chance));
  }
  made.design = inference::TrialDesign{inference::TrialDesign::Kind::blocks, 0, 0, 5, 1};
  return made;
}

}  // namespace

TEST(OwnTrial, what_is_clear_is_said) {
  const TrialReading better = read_trial(trial(6, 1.5));
  EXPECT_EQ(better.verdict, TrialVerdict::better);
  EXPECT_GT(better.chance_worthwhile, 0.8);
  EXPECT_EQ(better.test->arrangements, 64);
  EXPECT_LE(better.test->one_sided(), 2.0 / 64);
  EXPECT_GT(*better.nap, 0.7);
  EXPECT_EQ(read_trial(trial(6, -1.5)).verdict, TrialVerdict::worse);
}

TEST(OwnTrial, few_days_are_too_early_whatever_they_show) {
  EXPECT_EQ(read_trial(trial(1, 0.2)).verdict, TrialVerdict::too_early);
  OwnTrial once = trial(4, 3);
  for (std::size_t day = 0; day < once.series.phase.size(); ++day)
    once.series.phase[day] = day < 20 ? 0 : 1;
  once.design.reset();
  EXPECT_EQ(read_trial(once).verdict, TrialVerdict::too_early);
  OwnTrial one_sided = trial(6, 0);
  for (double& phase : one_sided.series.phase) phase = 0;
  one_sided.design.reset();
  const TrialReading reading = read_trial(one_sided);
  EXPECT_EQ(reading.verdict, TrialVerdict::too_early);
  EXPECT_FALSE(reading.nap);
  EXPECT_NEAR(reading.mean, reading.expected.mean, 1e-6);
}

TEST(OwnTrial, no_difference_is_not_called_one) {
  int called = 0;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    const auto verdict = read_trial(trial(6, 0, seed)).verdict;
    called += verdict == TrialVerdict::better || verdict == TrialVerdict::worse ? 1 : 0;
  }
  // Two tails of a tenth each, and what was believed pulls to nothing.
  EXPECT_LE(called, 15);
}

TEST(OwnTrial, other_units_say_the_same) {
  const TrialReading one = read_trial(trial(5, 0.6));
  OwnTrial scaled = trial(5, 0.6);
  for (double& y : scaled.series.y) y = 100 + 20 * y;
  const TrialReading other = read_trial(scaled);
  EXPECT_EQ(one.verdict, other.verdict);
  EXPECT_NEAR(other.mean, 20 * one.mean, 1e-6 * std::abs(20 * one.mean) + 1e-6);
  EXPECT_NEAR(other.chance_worthwhile, one.chance_worthwhile, 1e-6);
}

}  // namespace alongside::learning
