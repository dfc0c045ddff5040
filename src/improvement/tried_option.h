// SPDX-License-Identifier: Apache-2.0
// What an aim did after an option was chosen for it: measurable improvement of one choice, for the
// person who made it and, without their name, for a network that learns.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "aim/aim.h"
#include "coproduction/agreement.h"
#include "coproduction/person.h"
#include "improvement/attainment.h"

namespace alongside {

/// The last level that the person says from day 28 to day 84 is what became of it; earlier ones
/// are too early, and later ones are about something else.
constexpr std::int64_t follow_up_from_days = 28, follow_up_to_days = 84;

/// One person, one aim, one option that was chosen: carrying on, or an offer.
struct ChosenOption {
  PersonNo person;
  AimNo aim;
  Instant agreed_at;
  std::int64_t agreement = 0;
  std::string action;           ///< what it is counted under; empty: it cannot be
  std::string theme;            ///< of the aim
  std::optional<int> baseline;  ///< the level at which the person began, where levels were said
};
struct SaidLevel {
  PersonNo person;
  AimNo aim;
  Instant at;
  int level = 0;
};

struct LivedChange {
  PersonNo person;
  AimNo aim;
  std::int64_t agreement = 0;
  std::string action, theme;
  Instant begun;
  int start = -1;
  std::optional<int> after;  ///< nothing: the person did not say
};
/// Both lists by person, aim and time. Left out: choices of more than one option at once (nobody
/// can tell which it was), where it is not known where the person stood, where something else was
/// agreed before day 28, and those whose day 84 is still to come.
std::vector<LivedChange> lived_changes(const std::vector<ChosenOption>& chosen,
                                       const std::vector<SaidLevel>& said, Instant now);

/// One's own past with an option: levels as they were said, from when it was chosen until
/// something else was.
struct OwnTry {
  std::string offer;  ///< its key; empty: carrying on
  Instant begun;
  std::optional<Instant> ended;  ///< nothing: it is what holds now
  std::optional<int> start;      ///< where they stood
  std::vector<SaidLevel> said;   ///< oldest first

  std::optional<int> last() const {
    return said.empty() ? std::nullopt : std::optional(said.back().level);
  }
};
/// Oldest first. `agreements` come newest first, `ratings` are those of the aim.
std::vector<OwnTry> own_tries(const Aim& aim, const std::vector<Agreement>& agreements,
                              const std::vector<Rating>& ratings);

}  // namespace alongside
