// SPDX-License-Identifier: Apache-2.0
// Options beside each other.
#include "coproduction/option_set.h"

#include <algorithm>

#include "foundation/base/text.h"

namespace alongside {

bool OptionSet::wants_to_talk_about(std::string_view key) const {
  return std::ranges::find(talk, key) != talk.end();
}

const PickedOffer* OptionSet::picked_offer(std::string_view key) const {
  const auto found =
      std::ranges::find_if(picked, [&](const PickedOffer& one) { return one.offer.key() == key; });
  return found == picked.end() ? nullptr : &*found;
}

Outcome<OptionSet> option_set_from(const OptionSetDraft& draft, const std::vector<Offer>& offers) {
  OptionSet set;
  std::vector<Fault> faults;
  if (std::ranges::find(aim_themes, draft.theme) == aim_themes.end())
    faults.push_back({"options.theme_missing", "theme"});
  set.theme = draft.theme;
  for (const PickDraft& pick : draft.picks) {
    const auto offer =
        std::ranges::find_if(offers, [&](const Offer& one) { return one.key() == pick.offer; });
    if (offer == offers.end()) {
      faults.push_back({"options.offer_unknown", "offers"});
      continue;
    }
    if (set.picked_offer(pick.offer) != nullptr) continue;
    std::string reason = tidied(pick.may_not_fit);
    if (characters(reason) > reason_characters_max)
      faults.push_back({"option.reason_long", "may_not_fit_" + pick.offer});
    set.picked.push_back({*offer, Private(std::move(reason))});
  }
  if (draft.picks.empty()) faults.push_back({"options.none_picked", "offers"});
  if (set.picked.size() > options_in_a_set_max) faults.push_back({"options.too_many", "offers"});
  if (!faults.empty()) return Refusal(std::move(faults));
  return set;
}

Outcome<OptionSet> with_talk(OptionSet set, const TalkDraft& draft, Instant now) {
  std::string words = tidied(draft.matters_most);
  if (characters(words) > reason_characters_max)
    return Refusal("option.reason_long", "matters_most");
  set.talk.clear();
  for (const std::string& key : draft.talk)
    if ((key == carry_on_action || set.picked_offer(key) != nullptr) &&
        !set.wants_to_talk_about(key))
      set.talk.push_back(key);
  set.matters_most = Private(std::move(words));
  set.brought_at = now;
  return set;
}

const OptionSet* set_of(const std::vector<OptionSet>& sets, AimNo aim) {
  const auto found =
      std::ranges::find_if(sets, [&](const OptionSet& set) { return set.aim == aim; });
  return found == sets.end() ? nullptr : &*found;
}

}  // namespace alongside
