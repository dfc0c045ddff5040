// SPDX-License-Identifier: Apache-2.0
// Properties that hold for any studies; published meta-analyses stand in tests/reference/learning.
#include "foundation/inference/meta_analysis.h"

#include <gtest/gtest.h>

#include <cmath>

#include "foundation/statistics/distribution.h"

namespace alongside::inference {
namespace {

struct Studies {
  std::vector<double> effects, variances;
  explicit Studies(std::uint64_t seed, double tau) {
    SeededRandomness chance(seed);
    for (int i = 0; i < 9; ++i) {
      variances.push_back(0.01 + 0.01 * static_cast<double>(chance.below(10)));
      effects.push_back(0.3 + std::sqrt(variances.back() + tau * tau) *
                                  statistics::normal_deviate(chance));
    }
  }
};

}  // namespace

TEST(MetaAnalysis, every_method_moves_and_scales_with_its_studies) {
  for (const auto method : {Heterogeneity::common, Heterogeneity::dersimonian_laird,
                            Heterogeneity::paule_mandel, Heterogeneity::reml})
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
      Studies studies(seed, 0.3);
      const Meta one = meta_analysis(studies.effects, studies.variances, {method, true});
      for (double& effect : studies.effects) effect = 3 * effect + 2;
      for (double& variance : studies.variances) variance *= 9;
      const Meta other = meta_analysis(studies.effects, studies.variances, {method, true});
      EXPECT_NEAR(other.mean, 3 * one.mean + 2, 1e-9);
      EXPECT_NEAR(other.se, 3 * one.se, 1e-8);
      EXPECT_NEAR(other.tau2, 9 * one.tau2, 1e-7);
      EXPECT_NEAR(other.i2_percent, one.i2_percent, 1e-6);
      EXPECT_LE(one.predicted_low95, one.low95 + 1e-12);
    }
}

TEST(MetaAnalysis, reml_is_the_highest_point_of_its_likelihood) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const Studies studies(seed, 0.4);
    const Meta found = meta_analysis(studies.effects, studies.variances, {});
    const auto at = [&](double tau2) {
      return restricted_log_likelihood(
          heterogeneity_sums(studies.effects, studies.variances, std::sqrt(tau2)));
    };
    EXPECT_GE(at(found.tau2) + 1e-12, at(found.tau2 * 1.02 + 1e-4));
    EXPECT_GE(at(found.tau2) + 1e-12, at(found.tau2 * 0.98));
    EXPECT_NEAR(found.log_likelihood, at(found.tau2) + std::log(9.0) / 2, 1e-10);
  }
}

TEST(MetaAnalysis, with_a_prior_that_says_nothing_the_mean_is_that_of_the_studies) {
  const Studies studies(4, 0);
  const auto posterior = meta_posterior(studies.effects, studies.variances, 0, 1000, 1e-6);
  const Meta common =
      meta_analysis(studies.effects, studies.variances, {Heterogeneity::common, false});
  EXPECT_NEAR(posterior.mean, common.mean, 1e-5);
  EXPECT_NEAR(posterior.sd, common.se, 1e-5);
}

TEST(MetaAnalysis, a_mixture_s_quantile_is_where_its_share_lies) {
  const NormalMixture mixture{{{0.3, -2, 0.5}, {0.7, 1, 2}}};
  for (const double share : {0.01, 0.1, 0.5, 0.9, 0.99})
    EXPECT_NEAR(mixture.below(mixture.quantile(share)), share, 1e-12);
}

}  // namespace alongside::inference
