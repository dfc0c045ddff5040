// SPDX-License-Identifier: Apache-2.0
// What a release says of each action: what it adds to carrying on as now, how sure that is, and
// what may be claimed.
#pragma once

#include <string>
#include <vector>

#include "learning/judgements.h"
#include "learning/release.h"
#include "learning/status.h"

namespace alongside::learning {

struct ActionReading {
  std::string action;
  double mean = 0, low80 = 0, high80 = 0;  ///< of what it adds, at average circumstances
  double chance_worthwhile = 0;            ///< P(adds > worthwhile)
  Belief before;                           ///< any row: published science, or nothing known
  Standing standing;
  Verdict verdict;
  EvidenceWeights weights;  ///< science and network, without anybody's own
};

/// `action` may be one that no row has: then it stands on its prior alone.
ActionReading read_action(const Release& release, const std::string& action,
                          double worthwhile = judged::worthwhile);

/// By name: nothing is picked. `expected_false`: Σ (1 - chance) over those that a list would
/// highlight.
struct NetworkFit {
  std::vector<ActionReading> actions;
  double expected_false = 0;
};
NetworkFit read_actions(const Release& release, double worthwhile = judged::worthwhile);

}  // namespace alongside::learning
