// SPDX-License-Identifier: Apache-2.0
// Effects of several studies, put together: they may differ more than chance alone would make them.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "foundation/inference/quadrature.h"

namespace alongside::inference {

/// common: one effect for all. DerSimonian & Laird 1986; Paule & Mandel 1982; restricted maximum
/// likelihood (Viechtbauer 2005).
enum class Heterogeneity { common, dersimonian_laird, paule_mandel, reml };

struct MetaOptions {
  Heterogeneity method = Heterogeneity::reml;
  bool hartung_knapp = false;  ///< Hartung & Knapp 2001: t with k - 1 degrees
};

struct Meta {
  double mean = 0, se = 0, low95 = 0, high95 = 0;
  double tau2 = 0;
  double q = 0, q_tail = 1;   ///< Cochran's Q and P(χ²_{k-1} > Q); 1 for one study
  double i2_percent = 0;      ///< Higgins & Thompson 2002, from tau2
  double log_likelihood = 0;  ///< restricted, with metafor's constant ½ log k
  double predicted_low95 = 0, predicted_high95 = 0;  ///< of a new study's effect
  std::vector<double> shrunken;                      ///< each study's effect, drawn to the mean
};
/// Effects and their variances (above 0), at least one and as many of both; with hartung_knapp at
/// least two.
Meta meta_analysis(std::span<const double> effects, std::span<const double> variances,
                   const MetaOptions& options);

/// Sums at one value of tau, of one site or of all; they add up.
struct HeterogeneitySums {
  double w = 0, wd = 0, wd2 = 0;  ///< Σ w, Σ w d, Σ w d², w = 1/(v + tau²)
  double log_w = 0;               ///< Σ log w
  double n = 0;
  HeterogeneitySums& operator+=(const HeterogeneitySums& more);
};
HeterogeneitySums heterogeneity_sums(std::span<const double> effects,
                                     std::span<const double> variances, double tau);
/// ½ Σ log w - ½ log Σw - ½ (Σwd² - (Σwd)²/Σw) - ½ (n - 1) log 2π.
double restricted_log_likelihood(const HeterogeneitySums& sums);

/// Normal means with weights that sum to 1.
struct NormalMixture {
  struct Part {
    double weight = 1, mean = 0, sd = 1;
  };
  std::vector<Part> parts;

  double mean() const;
  double sd() const;
  double below(double value) const;
  /// share in (0, 1).
  double quantile(double share) const;
};

struct MetaPosterior {
  double mean = 0, sd = 0;  ///< of the mean effect
  double tau_mean = 0;
  NormalMixture new_setting;  ///< of the effect in a setting not seen yet
  double log_evidence = 0;
};
/// y_i ~ N(θ_i, v_i), θ_i ~ N(μ, τ²), μ ~ N(mean, sd²), τ ~ half-normal(scale); τ by quadrature,
/// the rest in closed form.
MetaPosterior meta_posterior(std::span<const double> effects, std::span<const double> variances,
                             double prior_mean, double prior_sd, double tau_scale);

}  // namespace alongside::inference
