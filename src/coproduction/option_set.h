// SPDX-License-Identifier: Apache-2.0
// A few fair options for one aim, put side by side by the team with the person in mind, and what
// the person wants to talk about: aim and science connected (+, Batalden 2018).
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aim/aim.h"
#include "coproduction/option.h"

namespace alongside {

/// What people want, as reviews and networks sort it; the aim keeps its own words.
inline constexpr std::array<std::string_view, 11> aim_themes = {
    "pain",    "sleep",          "breathlessness", "mood",      "strength", "diabetes",
    "smoking", "blood pressure", "loneliness",     "medicines", "other"};

/// Beside carrying on as now, which is always there: four columns, never more.
constexpr std::size_t options_in_a_set_max = 3;

struct PickedOffer {
  Offer offer;                       ///< as it stood when it was picked
  Private<std::string> may_not_fit;  ///< this life, this place; empty: nothing known
};

struct OptionSet {
  std::int64_t number = 0;  ///< counted for each person; the newest of an aim holds
  AimNo aim;
  std::string theme;
  std::vector<PickedOffer> picked;  ///< one to options_in_a_set_max
  std::string picked_by;            ///< the professional's name
  Instant picked_at;
  // The person's side.
  std::vector<std::string> talk;  ///< what they want to talk about: offers' keys, or "carry on"
  Private<std::string> matters_most;
  std::optional<Instant> brought_at;  ///< when they said: bring this to my visit

  bool wants_to_talk_about(std::string_view key) const;
  const PickedOffer* picked_offer(std::string_view key) const;
};

struct PickDraft {
  std::string offer;  ///< its key
  std::string may_not_fit;
};
struct OptionSetDraft {
  std::string theme;
  std::vector<PickDraft> picks;
};
/// `offers`: those that the person's teams have. Refused, beside the field: a theme that is none
/// ("theme"), no offer or more than options_in_a_set_max or one that there is not ("offers"), a
/// reason over reason_characters_max letters ("may_not_fit_2.1").
Outcome<OptionSet> option_set_from(const OptionSetDraft& draft, const std::vector<Offer>& offers);

/// What the person brings to the visit.
struct TalkDraft {
  std::vector<std::string> talk;
  std::string matters_most;
};
/// Refused: words over reason_characters_max letters ("matters_most"). What is no option of the set
/// is left out.
Outcome<OptionSet> with_talk(OptionSet set, const TalkDraft& draft, Instant now);

/// The newest set of an aim; nullptr without one. `sets`: newest first.
const OptionSet* set_of(const std::vector<OptionSet>& sets, AimNo aim);

}  // namespace alongside
