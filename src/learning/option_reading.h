// SPDX-License-Identifier: Apache-2.0
// What one person may expect of one option for one aim at one place: answers of a release, with
// the rules of what may be said.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "learning/network_fit.h"

namespace alongside::learning {

struct OptionAsked {
  std::string action;         ///< the release's reference for "carry on as now"
  std::string aim;            ///< what people want: pain, sleep …
  std::string site;           ///< where the person is served
  int start = -1;             ///< the level at which they stand, -2 to 2
  std::optional<Belief> own;  ///< what their own trial says it adds, in levels
};

/// Of people like this who did it: `low` and `high` hold the true share with 80 of 100; they do not
/// hold how people differ, which is in the share itself.
struct LikelyShare {
  double share = 0, low = 0, high = 0;
};

struct OptionReading {
  OptionAsked asked;
  ActionReading adds;  ///< what it adds to carrying on; of the reference only who stands behind it
  /// attained: level 0 or better, Φ((start + change + ½)/spread); further_away: below where they
  /// stood, nothing from the lowest level. Nothing where too few stand behind it, no row had such
  /// an aim, or nothing may be said yet. In conflict with research: as the network saw it alone.
  std::optional<LikelyShare> attained, further_away;
  Belief level;             ///< where such a person would be: with the spread of people in it
  EvidenceWeights weights;  ///< with their own trial, if there is one
  /// Fewer, or more, get there than by carrying on: P > likely, with people to compare with, and
  /// not in conflict with research.
  bool likely_less = false;
  bool likely_more = false;
  bool own_says_otherwise = false;  ///< their own trial and the network point apart
};
OptionReading read_option(const Release& release, const OptionAsked& asked);

/// Those that the release speaks of, in groups that it cannot tell apart from the group's first;
/// carrying on among them. Order within and between groups is by expected benefit and means
/// nothing else.
std::vector<std::vector<std::string>> told_apart(const Release& release,
                                                 const std::vector<OptionReading>& readings);

}  // namespace alongside::learning
