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
  return {{"priors", listed(judged::mu_sd, judged::circumstance_sd, judged::chosen_sd,
                            judged::aim_sd, judged::action_sd)},
          {"interactions", listed(judged::interaction_sd, judged::period_sd, judged::site_sd,
                                  judged::action_site_sd)},
          {"spread", listed(judged::person_sd, judged::row_sd, judged::between_person_sd)},
          {"bias", listed(judged::bias_sd)},
          {"risk_of_bias", listed(judged::risk_of_bias_sd)},
          {"publication_bias", listed(judged::publication_bias_sd)},
          {"certainty", listed(judged::certainty_sd)},
          {"indirectness", listed(judged::indirectness_sd)},
          {"vague", listed(judged::vague_weight)},
          {"settings", listed(judged::tau)},
          {"well_anyway", listed(judged::well_anyway)},
          {"early", listed(judged::persons_early)},
          {"established",
           listed(judged::persons_established, judged::sites_enough, judged::completeness_enough)},
          {"not_yet", listed(judged::width_most, judged::information_least)},
          {"compared", listed(judged::persons_compared)},
          {"tested", listed(judged::randomised_tested)},
          {"conflict", listed(judged::conflict_below)},
          {"likely", listed(judged::likely, judged::told_apart)},
          {"trial",
           listed(judged::trial_days_least, judged::trial_turns_least, judged::trial_width_most)},
          {"own_worthwhile", listed(judged::own_worthwhile_sds)},
          {"number", listed(judged::number_sd)},
          {"calibration", listed(judged::outcomes_to_judge, judged::slope_least, judged::slope_most,
                                 judged::cover_least, judged::cover_most)}};
}

}  // namespace alongside::learning
