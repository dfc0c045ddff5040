// SPDX-License-Identifier: Apache-2.0
// Closed forms; their judgements stand in judgements.h.
#include "learning/science_prior.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

#include "foundation/statistics/distribution.h"
#include "learning/judgements.h"

namespace alongside::learning {
namespace {

double square(double value) { return value * value; }

double se_of(double low, double high, double level) {
  return std::abs(high - low) / (2 * statistics::normal_quantile((1 + level) / 2));
}

/// The domains that the source gives; its overall certainty only where it gives none of them.
double judged_variance(const Judgement& judgement) {
  if (!judgement.risk_of_bias && !judgement.publication_bias)
    return square(judged::certainty_sd[static_cast<int>(judgement.certainty)]);
  double sum = 0;
  if (judgement.risk_of_bias)
    sum += square(judged::risk_of_bias_sd[static_cast<int>(*judgement.risk_of_bias)]);
  if (judgement.publication_bias)
    sum += square(judged::publication_bias_sd[static_cast<int>(*judgement.publication_bias)]);
  return sum;
}

/// Shares of 100 that sum to it: whole parts, then the largest remainders, the earlier of equals.
void largest_remainder(const double (&shares)[3], int (&percent)[3]) {
  double left[3];
  int sum = 0;
  for (int i = 0; i < 3; ++i) {
    // What rounding took from a whole number is given back.
    percent[i] = static_cast<int>(std::floor(100 * shares[i] + 1e-9));
    left[i] = 100 * shares[i] - percent[i];
    sum += percent[i];
  }
  for (; sum < 100; ++sum) {
    const auto most = std::max_element(std::begin(left), std::end(left)) - std::begin(left);
    percent[most] += 1;
    left[most] -= 1;
  }
}

}  // namespace

PublishedEffect standardised(double estimate, double low, double high, double level) {
  return {estimate, se_of(low, high, level)};
}

PublishedEffect from_odds_ratio(double estimate, double low, double high, double level) {
  const double scale = std::numbers::sqrt3 / std::numbers::pi;
  return {std::log(estimate) * scale, se_of(std::log(low), std::log(high), level) * scale};
}

PublishedEffect from_mean_difference(double estimate, double low, double high, double sd,
                                     double level) {
  return {estimate / sd, se_of(low, high, level) / sd};
}

PublishedEffect from_two_groups(const Group& treated, const Group& control) {
  const double m = treated.n + control.n - 2;
  const double pooled =
      std::sqrt(((treated.n - 1) * square(treated.sd) + (control.n - 1) * square(control.sd)) / m);
  const double j = std::exp(std::lgamma(m / 2) - std::lgamma((m - 1) / 2)) / std::sqrt(m / 2);
  const double g = j * (treated.mean - control.mean) / pooled;
  return {g, std::sqrt(1 / treated.n + 1 / control.n + g * g / (2 * (treated.n + control.n)))};
}

SciencePrior science_prior(const PublishedEffect& effect, const Judgement& judgement,
                           bool higher_is_better) {
  const double variance = square(effect.se) + square(judgement.tau) + judged_variance(judgement) +
                          square(judged::indirectness_sd[static_cast<int>(judgement.indirectness)]);
  return {higher_is_better ? effect.estimate : -effect.estimate, std::sqrt(variance),
          judged::vague_weight[static_cast<int>(judgement.certainty)]};
}

RobustAnswer robust_answer(const RobustQuestion& asked) {
  RobustAnswer answer;
  const double science2 = square(asked.science_sd);
  const double vague2 = square(asked.vague_sd);
  const double v = asked.network_variance;
  answer.conflict_z = (asked.network_mean - asked.science_mean) / std::sqrt(v + science2);
  answer.conflict_p = 2 * statistics::normal_share(-std::abs(answer.conflict_z));
  // As odds of logs, so that two densities of zero do not divide.
  const double log_odds = (square(asked.network_mean - asked.science_mean) / (v + science2) -
                           square(asked.network_mean - asked.vague_mean) / (v + vague2) +
                           std::log(v + science2) - std::log(v + vague2)) /
                          2;
  const double w = asked.vague_weight;
  answer.vague_weight = w <= 0 ? 0 : w >= 1 ? 1 : 1 / (1 + (1 - w) / w * std::exp(-log_odds));
  const auto part = [&](double weight, double mean, double prior2) {
    const double variance = 1 / (1 / prior2 + 1 / v);
    return inference::NormalMixture::Part{
        weight, variance * (mean / prior2 + asked.network_mean / v), std::sqrt(variance)};
  };
  answer.effect.parts = {part(1 - answer.vague_weight, asked.science_mean, science2),
                         part(answer.vague_weight, asked.vague_mean, vague2)};
  return answer;
}

EvidenceWeights evidence_weights(const WeightsQuestion& asked) {
  EvidenceWeights found;
  const double science2 = square(asked.science_sd);
  const double network2 = square(asked.network_sd);
  const double alone = 1 / network2 - 1 / science2;
  if (alone > 1e-12 / science2) {
    found.network_alone_variance = 1 / alone;
    found.network_alone_mean =
        (asked.network_mean / network2 - asked.science_mean / science2) / alone;
  }
  const double before = network2 + square(asked.between_person_sd);
  found.mean = asked.network_mean;
  double variance = before;
  if (asked.own_mean && asked.own_sd) {
    found.own = before / (before + square(*asked.own_sd));
    found.mean = (1 - found.own) * asked.network_mean + found.own * *asked.own_mean;
    variance = (1 - found.own) * before;
  }
  const double of_science = found.network_alone_mean ? network2 / science2 : 1;
  found.science = (1 - found.own) * of_science;
  found.network = (1 - found.own) * (1 - of_science);
  found.sd = std::sqrt(variance);
  largest_remainder({found.science, found.network, found.own}, found.percent);
  return found;
}

}  // namespace alongside::learning
