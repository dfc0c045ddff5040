// SPDX-License-Identifier: Apache-2.0
// Inverse variance weights throughout.
#include "foundation/inference/meta_analysis.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "foundation/statistics/distribution.h"

namespace alongside::inference {
namespace {

using Values = std::span<const double>;

const double log_two_pi = std::log(2 * std::numbers::pi);

struct Weighted {
  double w = 0, w2 = 0, w3 = 0, mean = 0, q = 0;
};

Weighted weighted(Values effects, Values variances, double tau2) {
  Weighted all;
  double wy = 0;
  for (std::size_t i = 0; i < effects.size(); ++i) {
    const double w = 1 / (variances[i] + tau2);
    all.w += w;
    all.w2 += w * w;
    all.w3 += w * w * w;
    wy += w * effects[i];
  }
  all.mean = wy / all.w;
  for (std::size_t i = 0; i < effects.size(); ++i) {
    const double off = effects[i] - all.mean;
    all.q += off * off / (variances[i] + tau2);
  }
  return all;
}

/// Where `falling` comes down to 0, from 0 upwards.
template <class Falling>
double root_from_zero(Falling falling) {
  if (falling(0.0) <= 0) return 0;
  double high = 1;
  while (falling(high) > 0 && high < 1e12) high *= 2;
  double low = 0;
  for (int i = 0; i < 200 && high - low > 1e-16 * high; ++i) {
    const double middle = (low + high) / 2;
    (falling(middle) > 0 ? low : high) = middle;
  }
  return (low + high) / 2;
}

/// Twice the slope of the restricted log likelihood over tau².
double reml_slope(Values effects, Values variances, double tau2) {
  const Weighted at = weighted(effects, variances, tau2);
  double square = 0;
  for (std::size_t i = 0; i < effects.size(); ++i) {
    const double off = (effects[i] - at.mean) / (variances[i] + tau2);
    square += off * off;
  }
  return square - at.w + at.w2 / at.w;
}

double tau2_by(Heterogeneity method, Values effects, Values variances) {
  const double freedom = static_cast<double>(effects.size()) - 1;
  if (method == Heterogeneity::common || freedom <= 0) return 0;
  if (method == Heterogeneity::dersimonian_laird) {
    const Weighted at = weighted(effects, variances, 0);
    return std::max(0.0, (at.q - freedom) / (at.w - at.w2 / at.w));
  }
  if (method == Heterogeneity::paule_mandel)
    return root_from_zero(
        [&](double tau2) { return weighted(effects, variances, tau2).q - freedom; });
  return root_from_zero([&](double tau2) { return reml_slope(effects, variances, tau2); });
}

double i2_of(const Weighted& fixed, double tau2, double freedom, Heterogeneity method) {
  if (freedom <= 0) return 0;
  if (method == Heterogeneity::common)
    return fixed.q > 0 ? std::max(0.0, 100 * (fixed.q - freedom) / fixed.q) : 0;
  const double typical = freedom / (fixed.w - fixed.w2 / fixed.w);
  return 100 * tau2 / (tau2 + typical);
}

}  // namespace

Meta meta_analysis(Values effects, Values variances, const MetaOptions& options) {
  const auto k = static_cast<double>(effects.size());
  const Weighted fixed = weighted(effects, variances, 0);
  Meta found;
  found.tau2 = tau2_by(options.method, effects, variances);
  const Weighted at = weighted(effects, variances, found.tau2);
  found.mean = at.mean;
  found.se = std::sqrt(options.hartung_knapp ? at.q / ((k - 1) * at.w) : 1 / at.w);
  const double crit = options.hartung_knapp ? statistics::student_quantile(0.975, k - 1)
                                            : statistics::normal_quantile(0.975);
  found.low95 = found.mean - crit * found.se;
  found.high95 = found.mean + crit * found.se;
  const double wide = crit * std::sqrt(found.se * found.se + found.tau2);
  found.predicted_low95 = found.mean - wide;
  found.predicted_high95 = found.mean + wide;
  found.q = fixed.q;
  found.q_tail = k > 1 ? statistics::chi_squared_tail(fixed.q, k - 1) : 1;
  found.i2_percent = i2_of(fixed, found.tau2, k - 1, options.method);
  double log_w = 0;
  for (std::size_t i = 0; i < effects.size(); ++i) {
    log_w -= std::log(variances[i] + found.tau2);
    const double pull = found.tau2 / (found.tau2 + variances[i]);
    found.shrunken.push_back(pull * effects[i] + (1 - pull) * found.mean);
  }
  found.log_likelihood =
      -((k - 1) * log_two_pi - log_w + std::log(at.w) + at.q) / 2 + std::log(k) / 2;
  return found;
}

HeterogeneitySums& HeterogeneitySums::operator+=(const HeterogeneitySums& more) {
  w += more.w;
  wd += more.wd;
  wd2 += more.wd2;
  log_w += more.log_w;
  n += more.n;
  return *this;
}

HeterogeneitySums heterogeneity_sums(Values effects, Values variances, double tau) {
  HeterogeneitySums sums;
  for (std::size_t i = 0; i < effects.size(); ++i) {
    const double w = 1 / (variances[i] + tau * tau);
    sums += {w, w * effects[i], w * effects[i] * effects[i], std::log(w), 1};
  }
  return sums;
}

double restricted_log_likelihood(const HeterogeneitySums& sums) {
  return (sums.log_w - std::log(sums.w) - (sums.wd2 - sums.wd * sums.wd / sums.w) -
          (sums.n - 1) * log_two_pi) /
         2;
}

double NormalMixture::mean() const {
  double sum = 0;
  for (const Part& part : parts) sum += part.weight * part.mean;
  return sum;
}

double NormalMixture::sd() const {
  const double middle = mean();
  double sum = 0;
  for (const Part& part : parts)
    sum += part.weight * (part.sd * part.sd + (part.mean - middle) * (part.mean - middle));
  return std::sqrt(sum);
}

double NormalMixture::below(double value) const {
  double sum = 0;
  for (const Part& part : parts)
    sum += part.weight * (part.sd > 0 ? statistics::normal_share((value - part.mean) / part.sd)
                                      : (value > part.mean ? 1.0 : 0.0));
  return sum;
}

double NormalMixture::quantile(double share) const {
  double low = parts.front().mean;
  double high = low;
  const double z = statistics::normal_quantile(share);
  for (const Part& part : parts) {
    low = std::min(low, part.mean + z * part.sd);
    high = std::max(high, part.mean + z * part.sd);
  }
  // Between the parts' own quantiles lies that of the whole.
  for (int i = 0; i < 200 && high - low > 1e-15 * (1 + std::abs(low)); ++i) {
    const double middle = (low + high) / 2;
    (below(middle) < share ? low : high) = middle;
  }
  return (low + high) / 2;
}

MetaPosterior meta_posterior(Values effects, Values variances, double prior_mean, double prior_sd,
                             double tau_scale) {
  struct At {
    double log_mass, tau, mean, sd;
  };
  std::vector<At> all;
  // Where the half-normal has all but 1e-15 of its mass, in pieces that are short near 0.
  constexpr double ends[] = {0, 0.02, 0.1, 0.3, 0.7, 1.3, 2.2, 3.5, 5.5, 8.5};
  for (std::size_t piece = 0; piece + 1 < std::size(ends); ++piece)
    for (const Node& node :
         gauss_legendre(32, ends[piece] * tau_scale, ends[piece + 1] * tau_scale)) {
      const double tau2 = node.at * node.at;
      const double p0 = 1 / (prior_sd * prior_sd);
      double precision = p0, right = p0 * prior_mean, logs = 0,
             square = p0 * prior_mean * prior_mean;
      for (std::size_t i = 0; i < effects.size(); ++i) {
        const double w = 1 / (variances[i] + tau2);
        precision += w;
        right += w * effects[i];
        square += w * effects[i] * effects[i];
        logs += std::log(w) - log_two_pi;
      }
      const double mean = right / precision;
      const double log_marginal =
          (logs + std::log(p0) - std::log(precision) - square + precision * mean * mean) / 2;
      const double z = node.at / tau_scale;
      const double log_prior = std::log(2) - log_two_pi / 2 - std::log(tau_scale) - z * z / 2;
      all.push_back({log_marginal + log_prior + std::log(node.weight), node.at, mean,
                     1 / std::sqrt(precision)});
    }
  const double top = std::ranges::max_element(all, {}, &At::log_mass)->log_mass;
  double sum = 0;
  for (const At& at : all) sum += std::exp(at.log_mass - top);
  MetaPosterior posterior;
  posterior.log_evidence = top + std::log(sum);
  NormalMixture middle;
  for (const At& at : all) {
    const double share = std::exp(at.log_mass - posterior.log_evidence);
    middle.parts.push_back({share, at.mean, at.sd});
    posterior.new_setting.parts.push_back({share, at.mean, std::hypot(at.sd, at.tau)});
    posterior.tau_mean += share * at.tau;
  }
  posterior.mean = middle.mean();
  posterior.sd = middle.sd();
  return posterior;
}

}  // namespace alongside::inference
