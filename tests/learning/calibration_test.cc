// SPDX-License-Identifier: Apache-2.0
// Predictions that come true, and predictions that boast.
#include "learning/calibration.h"

#include <gtest/gtest.h>

#include <cmath>

#include "foundation/base/random.h"
#include "foundation/statistics/distribution.h"
#include "learning/judgements.h"

namespace alongside::learning {
namespace {

/// `boast` multiplies the log odds that are said; 1: they are true.
std::vector<Prediction> predictions(std::size_t count, double boast) {
  SeededRandomness chance(11);
  std::vector<Prediction> all;
  for (std::size_t i = 0; i < count; ++i) {
    const double mean = 1.2 * statistics::normal_deviate(chance) - 0.5;
    const double level =
        std::clamp(std::rint(mean + statistics::normal_deviate(chance)), -2.0, 2.0);
    const double truth = statistics::normal_share(mean + 0.5);
    const double odds = boast * std::log(truth / (1 - truth));
    Prediction one{
        3, Day::of(2026, i % 2 == 0 ? 2 : 5, 1), 1 / (1 + std::exp(-odds)), mean, 1, i % 4 == 0,
        {}};
    if (i % 10 != 9) one.level = static_cast<int>(level);
    all.push_back(one);
  }
  return all;
}

}  // namespace

TEST(Calibration, chances_that_are_true_are_found_so) {
  const Calibration found = calibration_of(predictions(4000, 1));
  EXPECT_EQ(found.outcomes, 3600U);
  EXPECT_NEAR(found.slope.value(), 1, 0.15);
  EXPECT_NEAR(found.cover, 0.8, 0.08);
  EXPECT_LT(found.brier, found.brier_base);
  EXPECT_FALSE(found.out_of_bounds());
  for (const CalibrationBin& bin : found.bins) EXPECT_NEAR(bin.predicted, bin.observed, 0.06);
}

TEST(Calibration, chances_that_boast_are_out_of_bounds) {
  const Calibration found = calibration_of(predictions(4000, 2.5));
  EXPECT_LT(found.slope.value(), judged::slope_least);
  EXPECT_TRUE(found.out_of_bounds());
  // Fewer than a hundred outcomes judge nobody.
  EXPECT_FALSE(calibration_of(predictions(100, 2.5)).out_of_bounds());
}

TEST(Calibration, an_outcome_that_is_not_known_is_no_failure) {
  std::vector<Prediction> all = predictions(20, 1);
  for (Prediction& one : all) one.level.reset();
  const Calibration found = calibration_of(all);
  EXPECT_EQ(found.outcomes, 0U);
  EXPECT_FALSE(found.slope);
  EXPECT_TRUE(calibration_by_quarter(all).empty());
}

// By hand: chances 0.9 and 0.2 against yes and no: (0.01 + 0.04) / 2; said of both 0.5: 0.25.
TEST(Calibration, the_brier_score_is_the_mean_squared_miss) {
  std::vector<Prediction> two = {{1, Day::of(2026, 1, 1), 0.9, 0, 1, true, 0},
                                 {1, Day::of(2026, 1, 1), 0.2, 0, 1, false, -1}};
  const Calibration found = calibration_of(two);
  EXPECT_NEAR(found.brier, 0.025, 1e-12);
  EXPECT_NEAR(found.brier_base, 0.25, 1e-12);
  EXPECT_EQ(found.seen, 1U);
}

TEST(Calibration, quarters_stand_in_their_order) {
  const auto quarters = calibration_by_quarter(predictions(40, 1));
  ASSERT_EQ(quarters.size(), 2U);
  EXPECT_EQ(quarters[0].quarter, 1);
  EXPECT_EQ(quarters[1].quarter, 2);
  EXPECT_EQ(quarters[0].calibration.outcomes + quarters[1].calibration.outcomes, 36U);
}

}  // namespace alongside::learning
