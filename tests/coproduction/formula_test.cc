// SPDX-License-Identifier: Apache-2.0
// Seven slots: each is filled by one thing, and empty without it.
#include "coproduction/formula.h"

#include <gtest/gtest.h>

namespace alongside {
namespace {

Agreement whole() {
  Agreement agreement;
  agreement.aims = {AimNo{1}};
  agreement.standard = "Hand course 2";
  agreement.options.push_back({});
  agreement.disturbs = false;
  agreement.look_again = Day{20000};
  return agreement;
}

constexpr AroundAgreement around{true, false, true};

std::vector<Slot> only(Slot slot) { return {slot}; }

TEST(Formula, nothing_is_missing_from_a_whole_agreement) {
  EXPECT_TRUE(empty_slots(whole(), around).empty());
  EXPECT_EQ(empty_slots(Agreement{}, {}).size(), slots.size());
}

TEST(Formula, each_slot_is_empty_without_its_one_thing) {
  Agreement agreement = whole();
  agreement.aims.clear();
  EXPECT_EQ(empty_slots(agreement, around), only(Slot::aim));
  agreement = whole();
  agreement.standard.clear();
  EXPECT_EQ(empty_slots(agreement, around), only(Slot::science));
  EXPECT_EQ(empty_slots(whole(), {false, false, true}), only(Slot::context));
  EXPECT_EQ(empty_slots(whole(), {true, false, false}), only(Slot::improvement));
  agreement = whole();
  agreement.options.clear();
  EXPECT_EQ(empty_slots(agreement, around), only(Slot::connecting));
  agreement = whole();
  agreement.disturbs.reset();
  EXPECT_EQ(empty_slots(agreement, around), only(Slot::contextualising));
  agreement = whole();
  agreement.look_again.reset();
  EXPECT_EQ(empty_slots(agreement, around), only(Slot::testing));
}

TEST(Formula, an_offer_with_its_version_is_science_and_minutes_are_held_against_a_life) {
  Agreement agreement = whole();
  agreement.standard.clear();
  agreement.options[0].source = OptionSource::offered;
  agreement.options[0].standing = OptionStanding::chosen;
  EXPECT_TRUE(is_filled(Slot::science, agreement, around));
  agreement.options[0].standing = OptionStanding::refused;
  EXPECT_FALSE(is_filled(Slot::science, agreement, around));
  agreement.disturbs.reset();
  Action action;
  action.side = Side::person;
  action.minutes = MinutesAWeek{0};
  agreement.actions.push_back(action);
  EXPECT_TRUE(is_filled(Slot::contextualising, agreement, {true, true, true}));
  EXPECT_FALSE(is_filled(Slot::contextualising, agreement, {true, false, true}));
}

}  // namespace
}  // namespace alongside
