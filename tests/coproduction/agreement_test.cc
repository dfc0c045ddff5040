// SPDX-License-Identifier: Apache-2.0
// An agreement has contributors on both sides, or it is not an agreement.
#include "coproduction/agreement.h"

#include <gtest/gtest.h>

namespace alongside {
namespace {

const Day today = Day::of(2026, 11, 24);

AgreementDraft walking() {
  return {"planning_together",
          "standardised",
          "The leaflet",
          {{"person", "Walk", "", "50", ""},
           {"professional", "Call", "2026-12-01", "", ""},
           {"person", "", "", "", ""}}};
}

}  // namespace

TEST(Agreement, has_both_sides_and_skips_empty_lines) {
  const auto made = Agreement::from(walking(), today);
  ASSERT_TRUE(made.accepted());
  EXPECT_EQ(made.value().actions.size(), 2U);
  EXPECT_EQ(made.value().asked_of(Side::person), MinutesAWeek{50});
  EXPECT_EQ(made.value().asked_of(Side::professional), MinutesAWeek{0});
}

TEST(Agreement, is_refused_with_one_side_only) {
  AgreementDraft draft = walking();
  draft.actions[1].side = "person";
  EXPECT_EQ(Agreement::from(draft, today).refusal().key(), "agreement.professional_side_missing");
  draft = walking();
  draft.actions[0].side = "professional";
  EXPECT_EQ(Agreement::from(draft, today).refusal().key(), "agreement.person_side_missing");
}

TEST(Agreement, names_what_is_wrong_beside_its_field) {
  AgreementDraft draft = walking();
  draft.shared_work = "";
  draft.response_kind = "customised";
  draft.note = "";
  draft.actions[0].minutes = "many";
  draft.actions[1].due = "2026-11-23";
  draft.actions[2].due = "2026-12-24";
  std::vector<std::string> fields;
  const auto refused = Agreement::from(draft, today);
  for (const Fault& fault : refused.refusal().faults()) fields.push_back(fault.field);
  EXPECT_EQ(fields, (std::vector<std::string>{"shared_work", "note", "action_0_minutes",
                                              "action_1_due", "action_2_words"}));
}

TEST(Agreement, a_standard_response_says_which_standard) {
  AgreementDraft draft = walking();
  draft.note = "";
  EXPECT_EQ(Agreement::from(draft, today).refusal().key(), "agreement.standard_missing");
  draft.options = {{"offered", "1.1", "Hand course", "chosen", "", "", "2"}};
  EXPECT_EQ(Agreement::from(draft, today).value().standard, "Hand course 2");
  draft.options[0].standing = "refused";
  EXPECT_FALSE(Agreement::from(draft, today).accepted());
}

TEST(Agreement, keeps_both_views_where_they_differ) {
  AgreementDraft draft = walking();
  EXPECT_FALSE(Agreement::from(draft, today).value().seen_differently());
  draft.persons_view = "Too much";
  const Agreement made = Agreement::from(draft, today).value();
  EXPECT_TRUE(made.seen_differently());
  EXPECT_EQ(made.persons_view.disclose(), "Too much");
}

TEST(Agreement, whether_it_disturbs_a_life_is_asked_or_is_not_known) {
  AgreementDraft draft = walking();
  EXPECT_FALSE(Agreement::from(draft, today).value().disturbs);
  draft.disturbs = "no";
  EXPECT_EQ(Agreement::from(draft, today).value().disturbs, false);
  draft.disturbs = "perhaps";
  EXPECT_EQ(Agreement::from(draft, today).refusal().key(), "agreement.disturbs_unknown");
}

}  // namespace alongside
