// SPDX-License-Identifier: Apache-2.0
// Which slots of the formula an agreement fills.
#include "coproduction/formula.h"

#include <algorithm>

namespace alongside {
namespace {

bool stands_on_a_standard(const Agreement& agreement) {
  return !agreement.standard.empty() ||
         std::ranges::any_of(agreement.options, [](const Option& option) {
           return option.source == OptionSource::offered &&
                  option.standing == OptionStanding::chosen;
         });
}

bool held_against_the_life(const Agreement& agreement, const AroundAgreement& around) {
  if (agreement.disturbs) return true;
  return around.minutes_said && std::ranges::any_of(agreement.actions, [](const Action& action) {
           return action.side == Side::person && action.minutes.has_value();
         });
}

}  // namespace

std::string_view code_of(Slot slot) {
  switch (slot) {
    case Slot::aim:
      return "aim";
    case Slot::science:
      return "science";
    case Slot::context:
      return "context";
    case Slot::improvement:
      return "improvement";
    case Slot::connecting:
      return "connecting";
    case Slot::contextualising:
      return "contextualising";
    case Slot::testing:
      return "testing";
  }
  return {};
}

bool is_filled(Slot slot, const Agreement& agreement, const AroundAgreement& around) {
  switch (slot) {
    case Slot::aim:
      return !agreement.aims.empty();
    case Slot::science:
      return stands_on_a_standard(agreement);
    case Slot::context:
      return around.life_said;
    case Slot::improvement:
      return around.aim_followed;
    case Slot::connecting:
      return !agreement.options.empty();
    case Slot::contextualising:
      return held_against_the_life(agreement, around);
    case Slot::testing:
      return agreement.look_again.has_value();
  }
  return false;
}

std::vector<Slot> empty_slots(const Agreement& agreement, const AroundAgreement& around) {
  std::vector<Slot> empty;
  for (const Slot slot : slots)
    if (!is_filled(slot, agreement, around)) empty.push_back(slot);
  return empty;
}

}  // namespace alongside
