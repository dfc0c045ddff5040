// SPDX-License-Identifier: Apache-2.0
// A charter's words, and two people who change them at once.
#include "change/charter.h"

#include <gtest/gtest.h>

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
