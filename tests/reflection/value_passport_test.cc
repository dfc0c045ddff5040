// SPDX-License-Identifier: Apache-2.0
// Passports: two sides, never added up.
#include "reflection/value_passport.h"

#include <gtest/gtest.h>

namespace alongside {
namespace {

const Day today = *Day::from_iso("2026-11-24");

}  // namespace

TEST(ValuePassport, has_six_domains_and_four_ways) {
  EXPECT_EQ(std::count_if(passport_lines.begin(), passport_lines.end(), is_domain), 6);
  EXPECT_EQ(passport_lines.size(), 10U);
}

TEST(ValuePassport, what_was_not_said_stays_unsaid) {
  PassportDraft draft;
  draft.as_of = "2026-11-24";
  EXPECT_EQ(passport_from(draft, today).refusal().faults(),
            (std::vector<Fault>{{"value.nothing", "as_of"}}));
  draft.lines[0] = {"0", "", "", ""};
  const auto passport = passport_from(draft, today);
  ASSERT_TRUE(passport.accepted());
  EXPECT_EQ(passport.value().at(PassportLine::communication).professionals, 0);
  EXPECT_FALSE(passport.value().at(PassportLine::communication).partners);
  EXPECT_TRUE(seen_differently(passport.value()).empty());
}

TEST(ValuePassport, what_is_wrong_is_told_beside_each_field) {
  PassportDraft draft;
  draft.as_of = "2026-11-25";
  draft.lines[1] = {"4", "much", std::string(passport_characters_max + 1, 'a'), ""};
  EXPECT_EQ(passport_from(draft, today).refusal().faults(),
            (std::vector<Fault>{{"value.day", "as_of"},
                                {"value.level", "self_efficacy_professionals"},
                                {"value.level", "self_efficacy_partners"},
                                {"value.long", "self_efficacy_seen"}}));
}

TEST(ValuePassport, two_steps_apart_are_worth_a_talk) {
  PassportDraft draft;
  draft.as_of = "2026-11-24";
  draft.lines[0] = {"3", "1", "", ""};
  draft.lines[1] = {"2", "1", "", ""};
  draft.lines[9] = {"0", "3", "", ""};
  EXPECT_EQ(seen_differently(passport_from(draft, today).value()),
            (std::vector<PassportLine>{PassportLine::communication, PassportLine::access}));
}

}  // namespace alongside
