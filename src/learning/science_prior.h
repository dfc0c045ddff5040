// SPDX-License-Identifier: Apache-2.0
// From a published effect to what is believed before our own rows: as sure as the research is, and
// no surer.
#pragma once

#include <optional>

#include "foundation/inference/meta_analysis.h"
#include "learning/judgements.h"

namespace alongside::learning {

enum class Risk { low, some, high };
enum class PublicationBias { undetected, suspected };
enum class Certainty { high, moderate, low, very_low };
enum class Indirectness { none, some, serious, very_serious };

/// What a review says of one effect. Judgements of mine and yours: docs/statistics/learning.md.
struct Judgement {
  std::optional<Risk> risk_of_bias;
  std::optional<PublicationBias> publication_bias;
  Certainty certainty = Certainty::low;
  Indirectness indirectness = Indirectness::none;
  double tau = judged::tau;  ///< between settings
};

/// An effect on the scale of standardised mean differences, higher is better.
struct PublishedEffect {
  double estimate = 0;
  double se = 0;
};
/// `level` of the interval in (0, 1).
PublishedEffect standardised(double estimate, double low, double high, double level = 0.95);
/// log OR √3/π (Chinn 2000); all above 0.
PublishedEffect from_odds_ratio(double estimate, double low, double high, double level = 0.95);
/// Divided by the reference standard deviation, above 0.
PublishedEffect from_mean_difference(double estimate, double low, double high, double sd,
                                     double level = 0.95);
struct Group {
  double mean = 0, sd = 1, n = 2;
};
/// Hedges' g (Hedges 1981), n at least 2 each.
PublishedEffect from_two_groups(const Group& treated, const Group& control);

struct SciencePrior {
  double mean = 0;
  double sd = 0;             ///< √(se² + tau² + judgement² + indirectness²)
  double robust_weight = 0;  ///< of "this may not hold here at all"
};
SciencePrior science_prior(const PublishedEffect& effect, const Judgement& judgement,
                           bool higher_is_better);

/// Science may be wrong here: (1 - w) N(science) + w N(vague), meeting what the network says
/// without it.
struct RobustQuestion {
  double science_mean = 0, science_sd = 1;
  double network_mean = 0, network_variance = 1;  ///< without the science prior
  double vague_weight = 0.1, vague_mean = 0, vague_sd = 0.5;
};
struct RobustAnswer {
  double conflict_z = 0, conflict_p = 1;  ///< 2 Φ(-|z|)
  double vague_weight = 0;                ///< afterwards
  inference::NormalMixture effect;
};
RobustAnswer robust_answer(const RobustQuestion& question);

/// How much each source moved an estimate: published science, the network, the person's own trial.
struct WeightsQuestion {
  double science_mean = 0, science_sd = 1;
  double network_mean = 0, network_sd = 1;  ///< the posterior, which holds the science
  double between_person_sd = 0.3;
  std::optional<double> own_mean, own_sd;
};
struct EvidenceWeights {
  /// What the network says alone; nothing where it says nothing.
  std::optional<double> network_alone_mean, network_alone_variance;
  double science = 0, network = 0, own = 0;  ///< sum to 1
  int percent[3] = {0, 0, 0};                ///< of them, by largest remainder; sum to 100
  double mean = 0, sd = 0;
};
EvidenceWeights evidence_weights(const WeightsQuestion& question);

}  // namespace alongside::learning
