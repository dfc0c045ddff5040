// SPDX-License-Identifier: Apache-2.0
// Entries of a journal, and when their questions come again.
#include "reflection/journal.h"

#include <gtest/gtest.h>

namespace alongside {
namespace {

const Day today = *Day::from_iso("2026-11-24");

EntryDraft case_draft() {
  EntryDraft draft;
  draft.kind = "reflection";
  draft.day = "2026-11-20";
  draft.happened = " They wanted to walk, and I spoke of numbers. ";
  draft.learnt = "Ask first";
  draft.minutes = "20";
  draft.in_log = "yes";
  draft.again = "28";
  return draft;
}

}  // namespace

TEST(Journal, an_entry_says_what_happened_and_when) {
  const auto entry = entry_from(case_draft(), today);
  ASSERT_TRUE(entry.accepted());
  EXPECT_EQ(entry.value().happened, "They wanted to walk, and I spoke of numbers.");
  EXPECT_EQ(entry.value().minutes, 20);
  EXPECT_TRUE(entry.value().in_log);
  EXPECT_FALSE(entry.value().thinking);
}

TEST(Journal, what_is_wrong_is_told_beside_each_field) {
  const auto refused = entry_from({"dream", "2026-11-25", "", "", "", "", "601", "", "5"}, today);
  EXPECT_EQ(refused.refusal().faults(), (std::vector<Fault>{{"journal.kind", "kind"},
                                                            {"journal.day", "day"},
                                                            {"journal.words_missing", "happened"},
                                                            {"journal.minutes", "minutes"},
                                                            {"journal.again", "again"}}));
  EntryDraft longer = case_draft();
  longer.happened = std::string(entry_characters_max + 1, 'a');
  EXPECT_EQ(entry_from(longer, today).refusal().faults().front().key, "journal.long");
  longer.happened.pop_back();
  EXPECT_TRUE(entry_from(longer, today).accepted());
}

TEST(Journal, a_noticing_says_which_thinking_and_where) {
  EntryDraft draft = case_draft();
  draft.kind = "noticing";
  EXPECT_EQ(entry_from(draft, today).refusal().faults(),
            (std::vector<Fault>{{"journal.thinking", "thinking"}, {"journal.where", "where"}}));
  draft.thinking = "product";
  draft.where = "assessing";
  const auto entry = entry_from(draft, today);
  ASSERT_TRUE(entry.accepted());
  const Noticed noticed = noticed_by({entry.value(), entry.value()});
  EXPECT_EQ(noticed[0][1], 2);
  EXPECT_EQ(noticed[1][1], 0);
}

TEST(Journal, two_questions_come_again_after_the_chosen_days) {
  JournalEntry entry = entry_from(case_draft(), today).value();
  EXPECT_FALSE(asks_again(entry, entry.day.plus(27)));
  EXPECT_TRUE(asks_again(entry, entry.day.plus(28)));
  entry.again = looked_again_from({"They walk", ""}).value();
  EXPECT_FALSE(asks_again(entry, entry.day.plus(28)));
  entry.again.reset();
  entry.again_after_days = 0;
  EXPECT_FALSE(asks_again(entry, entry.day.plus(400)));
  EXPECT_EQ(looked_again_from({" ", ""}).refusal().faults(),
            (std::vector<Fault>{{"journal.again_missing", "came_of_it"}}));
}

}  // namespace alongside
