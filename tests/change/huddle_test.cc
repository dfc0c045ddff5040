// SPDX-License-Identifier: Apache-2.0
// Notes and counts of a huddle.
#include "change/huddle.h"

#include <gtest/gtest.h>

namespace alongside {

TEST(Huddle, a_decision_has_an_owner_and_a_day) {
  EXPECT_EQ(huddle_note_from({"decision", "Call them", "", "soon"}).refusal().faults(),
            (std::vector<Fault>{{"huddle.owner_missing", "owner"}, {"huddle.day", "due"}}));
  EXPECT_TRUE(huddle_note_from({"decision", "Call them", "Grace", "2026-11-30"}).accepted());
  const auto good = huddle_note_from({"good", " A calm morning ", "x", "y"});
  EXPECT_EQ(good.value().words, "A calm morning");
  EXPECT_TRUE(good.value().owner.empty());
  EXPECT_EQ(huddle_note_from({"", "", "", ""}).refusal().faults(),
            (std::vector<Fault>{{"huddle.kind", "kind"}, {"huddle.words_missing", "words"}}));
}

TEST(Huddle, attendance_is_how_many) {
  EXPECT_EQ(attendance_from({"7", "two"}).refusal().faults(),
            (std::vector<Fault>{{"huddle.how_many", "partners"}}));
  EXPECT_EQ(attendance_from({"7", "2"}).value().partners, 2);
}

TEST(Huddle, whoever_is_not_on_the_team_hears_no_number_about_few_people) {
  HuddleCounts counts{4, 5, 8, {{BarrierKind::travel, 6}, {BarrierKind::money, 1}}};
  const HuddleCounts fewer = for_partners(counts);
  EXPECT_EQ(fewer.not_asked, 0);
  EXPECT_EQ(fewer.overdue, 8);
  counts.overdue_people = 1;
  EXPECT_EQ(for_partners(counts).overdue, 0);
  ASSERT_EQ(fewer.barriers.size(), 1U);
  EXPECT_EQ(fewer.barriers[0].first, BarrierKind::travel);
}

}  // namespace alongside
