// SPDX-License-Identifier: Apache-2.0
// A charter's words, and two people who change them at once.
#include "change/charter.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace alongside {
namespace {

CharterWords named(const std::string& name) {
  CharterWords words;
  words[0] = name;
  words[1] = "team";
  return words;
}

TEST(Charter, may_be_a_draft_with_only_a_name) {
  const auto charter = charter_from(named(" Aims first "));
  ASSERT_TRUE(charter.accepted());
  EXPECT_EQ(charter.value().at(CharterField::name), "Aims first");
  EXPECT_EQ(empty_slots(charter.value()).size(), 7U);
}

TEST(Charter, says_every_fault_beside_its_field) {
  CharterWords words = named("");
  words[static_cast<std::size_t>(CharterField::scale)] = "galaxy";
  words[static_cast<std::size_t>(CharterField::by)] = "in spring";
  words[static_cast<std::size_t>(CharterField::science)] = std::string(601, 'x');
  EXPECT_EQ(charter_from(words).refusal().faults(),
            (std::vector<Fault>{{"charter.long", "science"},
                                {"charter.name_missing", "name"},
                                {"charter.scale_missing", "scale"},
                                {"charter.by_wrong", "by"}}));
}

TEST(Charter, keeps_what_either_of_two_changed_and_names_what_both_did) {
  CharterWords base = named("Aims");
  CharterWords theirs = base;
  CharterWords mine = base;
  theirs[7] = "Walk to the market";
  theirs[8] = "Two reviews";
  mine[9] = "Two nurses";
  mine[8] = "Three reviews";
  const JoinedCharter both = joined(base, theirs, mine);
  EXPECT_EQ(both.words[7], "Walk to the market");
  EXPECT_EQ(both.words[9], "Two nurses");
  EXPECT_EQ(both.both, std::vector<CharterField>{CharterField::science});
}

RC_GTEST_PROP(Charter, joining_loses_no_words, ()) {
  CharterWords base, theirs, mine;
  const auto words = rc::gen::element<std::string>("", "a", "b", "c");
  for (std::size_t i = 0; i < base.size(); ++i) {
    base[i] = *words;
    theirs[i] = *words;
    mine[i] = *words;
  }
  const JoinedCharter both = joined(base, theirs, mine);
  for (std::size_t i = 0; i < base.size(); ++i) {
    const bool named_as_both =
        std::count(both.both.begin(), both.both.end(), charter_fields[i]) > 0;
    RC_ASSERT(named_as_both ==
              (theirs[i] != base[i] && mine[i] != base[i] && theirs[i] != mine[i]));
    if (named_as_both) continue;
    if (theirs[i] != base[i]) RC_ASSERT(both.words[i] == theirs[i]);
    if (mine[i] != base[i]) RC_ASSERT(both.words[i] == mine[i]);
  }
}

TEST(Charter, a_first_test_waits_for_aim_gain_setting_driver_and_idea) {
  Charter charter;
  EXPECT_EQ(awaited_before_tests(charter, {}).size(), 5U);
  charter.at(CharterField::aim) = "Walk";
  charter.at(CharterField::health_gain) = "Less pain";
  EXPECT_EQ(awaited_before_tests(charter, {true, true, false}),
            std::vector<Awaited>{Awaited::change_idea});
}

}  // namespace
}  // namespace alongside
