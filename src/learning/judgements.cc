// SPDX-License-Identifier: Apache-2.0
// The list that goes with answers.
#include "learning/judgements.h"

#include <sstream>

namespace alongside::learning {
namespace {

template <class... Values>
std::string listed(Values... values) {
  std::ostringstream out;
  bool first = true;
  ((out << (first ? "" : ", ") << values, first = false), ...);
  return out.str();
}

template <class Value, std::size_t... index>
std::string listed(const Value* values, std::index_sequence<index...>) {
  return listed(values[index]...);
}

template <std::size_t size>
std::string listed(const double (&values)[size]) {
  return listed(values, std::make_index_sequence<size>());
}

}  // namespace

std::vector<PrintedJudgement> printed_judgements() {
  using namespace judged;
  return {
      {"priors", listed(mu_sd, circumstance_sd, chosen_sd, aim_sd, action_sd)},
      {"interactions", listed(interaction_sd, period_sd, site_sd, action_site_sd)},
      {"spread", listed(person_sd, row_sd, between_person_sd)},
      {"bias", listed(bias_sd)},
      {"risk_of_bias", listed(risk_of_bias_sd)},
      {"publication_bias", listed(publication_bias_sd)},
      {"certainty", listed(certainty_sd)},
      {"indirectness", listed(indirectness_sd)},
      {"vague", listed(vague_weight)},
      {"settings", listed(tau)},
      {"well_anyway", listed(well_anyway)},
      {"early", listed(persons_early)},
      {"established", listed(persons_established, sites_enough, completeness_enough)},
      {"not_yet", listed(width_most, information_least)},
      {"compared", listed(persons_compared)},
      {"tested", listed(randomised_tested)},
      {"conflict", listed(conflict_below)},
      {"likely", listed(likely, told_apart)},
      {"trial", listed(trial_days_least, trial_turns_least, trial_width_most)},
      {"own_worthwhile", listed(own_worthwhile_sds)},
      {"calibration", listed(outcomes_to_judge, slope_least, slope_most, cover_least, cover_most)}};
}

}  // namespace alongside::learning
