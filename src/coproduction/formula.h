// SPDX-License-Identifier: Apache-2.0
// (aim + science) × context → improvement, as seven slots on an agreement: what is there, and what
// is not yet. A completeness check and never arithmetic on people (Batalden 2018).
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "coproduction/agreement.h"

namespace alongside {

enum class Slot { aim, science, context, improvement, connecting, contextualising, testing };
inline constexpr std::array slots = {Slot::aim,         Slot::science,    Slot::context,
                                     Slot::improvement, Slot::connecting, Slot::contextualising,
                                     Slot::testing};
std::string_view code_of(Slot slot);

/// What the record holds beside the agreement itself.
struct AroundAgreement {
  bool life_said = false;     ///< commitments, strengths, helpers or minutes
  bool minutes_said = false;  ///< what the person can spare a week
  bool aim_followed = false;  ///< levels or a number by which somebody will know
};

/// aim: one is cited. science: a standard, or an offer with its version, was chosen. context: the
/// life around it was said. improvement: somebody will know by levels or a number. connecting: what
/// could be done was talked about. contextualising: the plan was held against the life it must fit.
/// testing: a day to look again is set.
bool is_filled(Slot slot, const Agreement& agreement, const AroundAgreement& around);
std::vector<Slot> empty_slots(const Agreement& agreement, const AroundAgreement& around);

}  // namespace alongside
