// SPDX-License-Identifier: Apache-2.0
// Yes or no: closed forms where there are some.
#include "foundation/inference/logistic.h"

#include <gtest/gtest.h>

#include <cmath>

#include "foundation/base/random.h"

namespace alongside::inference {

TEST(Logistic, one_share_is_its_logit) {
  YesNo rows;
  for (int i = 0; i < 40; ++i) {
    rows.x.push_back({1});
    rows.y.push_back(i < 30 ? 1 : 0);
  }
  const auto found = logistic_mode(rows, {{0}, {1e4}}).value();
  EXPECT_NEAR(found.mode[0], std::log(3.0), 1e-6);
  EXPECT_NEAR(found.sd[0], 1 / std::sqrt(40 * 0.75 * 0.25), 1e-6);
}

TEST(Logistic, the_slope_is_zero_at_the_mode_to_the_last_digits) {
  SeededRandomness chance(8);
  for (int run = 0; run < 200; ++run) {
    YesNo rows;
    for (int i = 0; i < 20; ++i) {
      rows.x.push_back({1, static_cast<double>(chance.below(2)),
                        static_cast<double>(chance.below(600)) / 100 - 3});
      rows.y.push_back(static_cast<double>(chance.below(2)));
    }
    const NormalPriors prior{{0, 0, 0}, {1.5, 0.5, 0.5}};
    const auto found = logistic_mode(rows, prior).value();
    const auto sums = logistic_sums(rows, found.mode);
    for (std::size_t j = 0; j < 3; ++j)
      EXPECT_NEAR(sums.gradient[j] - found.mode[j] / (prior.sd[j] * prior.sd[j]), 0, 1e-11);
  }
}

TEST(Logistic, sums_of_sites_add_up) {
  const YesNo a{{{1, 0.5}, {1, -1}}, {1, 0}};
  const YesNo b{{{1, 2}}, {1}};
  YesNo both = a;
  both.x.push_back(b.x[0]);
  both.y.push_back(b.y[0]);
  const std::vector<double> at = {0.2, -0.4};
  LogisticSums apart = logistic_sums(a, at);
  apart += logistic_sums(b, at);
  const LogisticSums whole = logistic_sums(both, at);
  EXPECT_DOUBLE_EQ(apart.log_likelihood, whole.log_likelihood);
  for (std::size_t i = 0; i < whole.curvature.size(); ++i)
    EXPECT_DOUBLE_EQ(apart.curvature[i], whole.curvature[i]);
}

TEST(Logistic, people_who_are_all_alike_have_no_level_of_their_own) {
  YesNo rows;
  std::vector<std::string> person;
  for (int i = 0; i < 60; ++i)
    for (const double y : {0.0, 1.0}) {
      rows.x.push_back({1});
      rows.y.push_back(y);
      person.push_back(std::to_string(i));
    }
  const auto found = logistic_levels(rows, person);
  // No curvature is left at a level of 0: either nothing is said, or a level near 0.
  EXPECT_LT(found ? found->person_sd : 0, 0.05);
}

TEST(Logistic, people_who_differ_have_one) {
  YesNo rows;
  std::vector<std::string> person;
  for (int i = 0; i < 80; ++i)
    for (int row = 0; row < 6; ++row) {
      rows.x.push_back({1});
      rows.y.push_back(i % 2 == 0 ? (row < 5 ? 1 : 0) : (row < 1 ? 1 : 0));
      person.push_back(std::to_string(i));
    }
  const auto found = logistic_levels(rows, person).value();
  EXPECT_GT(found.person_sd, 1);
  EXPECT_NEAR(found.coefficient[0], 0, 1e-4);
}

}  // namespace alongside::inference
