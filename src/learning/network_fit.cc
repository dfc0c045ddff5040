// SPDX-License-Identifier: Apache-2.0
// Each action is a question to one posterior.
#include "learning/network_fit.h"

#include <cmath>

#include "foundation/statistics/distribution.h"

namespace alongside::learning {
namespace {

constexpr double z80 = 1.2815515655446004;

/// The belief that the action had before any row.
ScienceOf science_or_nothing(const Release& release, const std::string& action, bool& published) {
  const auto found = release.science.find(action);
  published = found != release.science.end();
  return published ? found->second
                   : ScienceOf{{0, judged::action_sd, judged::vague_weight[3]}, {}, {}};
}

/// How far the network, without the science, is from the science.
std::optional<double> conflict_of(const ScienceOf& science, const EvidenceWeights& weights) {
  if (!weights.network_alone_mean) return std::nullopt;
  RobustQuestion question;
  question.science_mean = science.prior.mean;
  question.science_sd = science.prior.sd;
  question.network_mean = *weights.network_alone_mean;
  question.network_variance = *weights.network_alone_variance;
  question.vague_weight = science.prior.robust_weight;
  question.vague_sd = judged::vague_sd;
  return robust_answer(question).conflict_p;
}

}  // namespace

ActionReading read_action(const Release& release, const std::string& action, double worthwhile) {
  ActionReading reading;
  reading.action = action;
  const auto adds = answer_to({"", {{"k:" + action, 1}}, 0, 0}, release.columns, release.beliefs(),
                              release.posterior)
                        .value();
  const double sd = std::sqrt(adds.variance);
  reading.mean = adds.mean;
  reading.low80 = adds.mean - z80 * sd;
  reading.high80 = adds.mean + z80 * sd;
  reading.chance_worthwhile = statistics::normal_share((adds.mean - worthwhile) / sd);
  bool published = false;
  const ScienceOf science = science_or_nothing(release, action, published);
  reading.before = {science.prior.mean, science.prior.sd};
  reading.weights = evidence_weights(
      {science.prior.mean, science.prior.sd, adds.mean, sd, judged::between_person_sd, {}, {}});
  const Crowd crowd = release.crowd_of(action);
  const Crowd reference = release.crowd_of(release.reference);
  const double before = judged::action_sd * judged::action_sd;
  reading.standing = {crowd.persons,
                      reference.persons,
                      crowd.sites,
                      crowd.randomised,
                      reference.randomised,
                      crowd.completeness(),
                      1 - adds.variance / before,
                      reading.high80 - reading.low80,
                      published ? conflict_of(science, reading.weights) : std::nullopt,
                      published ? std::optional(science.certainty) : std::nullopt};
  reading.verdict = verdict_on(reading.standing);
  return reading;
}

NetworkFit read_actions(const Release& release, double worthwhile) {
  NetworkFit fit;
  for (const auto& [action, crowd] : release.crowds) {
    if (action == release.reference) continue;
    ActionReading reading = read_action(release, action, worthwhile);
    const bool shown = reading.verdict.status >= Status::early;
    if (shown && reading.chance_worthwhile > judged::likely)
      fit.expected_false += 1 - reading.chance_worthwhile;
    fit.actions.push_back(std::move(reading));
  }
  return fit;
}

}  // namespace alongside::learning
