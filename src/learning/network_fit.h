// SPDX-License-Identifier: Apache-2.0
// What a network's rows say of each action: what it adds to carrying on as now, how sure that is,
// and what may be claimed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "learning/priors.h"
#include "learning/rows.h"
#include "learning/status.h"

namespace alongside::learning {

struct NetworkQuestion {
  OutcomeTable table;  ///< outcomes in reference sds; NaN: no follow-up
  std::string reference = "usual";
  double worthwhile = 0.2;  ///< reference sds
};

struct ActionReading {
  std::string action;
  double mean = 0, low80 = 0, high80 = 0;  ///< of what it adds, at average circumstances
  double chance_worthwhile = 0;            ///< P(adds > worthwhile)
  Standing standing;
  Verdict verdict;
};

struct NetworkFit {
  std::vector<ActionReading> actions;               ///< by name: nothing is picked
  std::vector<std::pair<std::string, double>> sds;  ///< as estimated
  std::size_t rows = 0, without_follow_up = 0, persons = 0, sites = 0;
  double expected_false = 0;  ///< Σ (1 - chance) over actions that would be highlighted
};
/// Terms mu, x, chosen, aim, k, kx, bias, site, ksite, and period if the table has it; priors of
/// research/learning.md 3.2 (docs/statistics/learning.md), standard deviations with their priors,
/// that of bias fixed. Nothing where no row has an outcome or no action is the reference.
std::optional<NetworkFit> fit_network(const NetworkQuestion& question);

}  // namespace alongside::learning
