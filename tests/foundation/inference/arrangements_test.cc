// SPDX-License-Identifier: Apache-2.0
// Orders that chance could have drawn, counted.
#include "foundation/inference/arrangements.h"

#include <gtest/gtest.h>

#include <cmath>

namespace alongside::inference {
namespace {

using Kind = TrialDesign::Kind;

}  // namespace

TEST(Arrangements, four_pairs_of_blocks_give_at_best_one_in_sixteen) {
  std::vector<double> y;
  std::vector<bool> in_b;
  for (int pair = 0; pair < 4; ++pair)
    for (const bool b : {false, true})
      for (int day = 0; day < 5; ++day) {
        y.push_back(b ? 3 + 0.1 * day : 1 + 0.1 * day);
        in_b.push_back(b);
      }
  const auto test = randomisation_test(y, in_b, {Kind::blocks, 0, 0, 5, 1}).value();
  EXPECT_EQ(test.arrangements, 16);
  EXPECT_EQ(test.one_sided(), 1.0 / 16);
  EXPECT_EQ(test.two_sided(), 2.0 / 16);
}

TEST(Arrangements, orders_without_long_runs_are_fewer) {
  const std::vector<double> y = {1, 4, 2, 5, 3, 6};
  const std::vector<bool> in_b = {false, true, false, true, false, true};
  EXPECT_EQ(randomisation_test(y, in_b, {Kind::alternating_fixed_n})->arrangements, 20);
  EXPECT_EQ(randomisation_test(y, in_b, {Kind::alternating_max_run, 0, 0, 1, 1})->arrangements, 2);
  EXPECT_EQ(randomisation_test(y, in_b, {Kind::alternating_max_run, 0, 0, 1, 2})->arrangements, 14);
}

TEST(Arrangements, a_day_without_a_value_keeps_its_place) {
  const double missing = std::nan("");
  const std::vector<double> y = {1, missing, 3, 4, 1, 2, missing, 4};
  const std::vector<bool> in_b = {false, false, true, true, false, false, true, true};
  const auto test = randomisation_test(y, in_b, {Kind::blocks, 0, 0, 2, 1}).value();
  EXPECT_EQ(test.arrangements, 4);
  EXPECT_NEAR(test.statistic, 11.0 / 3 - 4.0 / 3, 1e-12);
  EXPECT_EQ(test.as_high, 1);
  EXPECT_FALSE(randomisation_test({1, 2, missing, missing}, {false, false, true, true},
                                  {Kind::blocks, 0, 0, 2, 1}));
}

TEST(Arrangements, equal_days_make_every_order_as_good) {
  const std::vector<double> y(10, 3.3);
  std::vector<bool> in_b(10, false);
  for (std::size_t i = 5; i < 10; ++i) in_b[i] = true;
  const auto test = randomisation_test(y, in_b, {Kind::ab_start, 3, 8}).value();
  EXPECT_EQ(test.arrangements, 6);
  EXPECT_EQ(test.one_sided(), 1);
}

TEST(Arrangements, what_the_design_could_not_draw_has_no_answer) {
  const std::vector<double> y = {1, 2, 3, 4};
  EXPECT_FALSE(randomisation_test(y, {false, true, false, true}, {Kind::ab_start, 2, 3}));
  EXPECT_FALSE(randomisation_test(y, {true, true, true, true}, {Kind::alternating_fixed_n}));
  EXPECT_FALSE(randomisation_test(y, {false, true, true, true}, {Kind::blocks, 0, 0, 1, 1}));
  EXPECT_FALSE(
      randomisation_test(y, {false, false, true, true}, {Kind::alternating_max_run, 0, 0, 1, 1}));
}

}  // namespace alongside::inference
