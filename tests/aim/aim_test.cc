// SPDX-License-Identifier: Apache-2.0
// What an aim must say and what it may leave out.
#include "aim/aim.h"

#include <gtest/gtest.h>

namespace alongside {

TEST(AimStatement, needs_only_words) {
  const auto statement = AimStatement::from({"  Gå till torget ", "", "", "", ""});
  ASSERT_TRUE(statement.accepted());
  EXPECT_EQ(statement.value().words.disclose(), "Gå till torget");
  EXPECT_FALSE(statement.value().importance.has_value());
}

TEST(AimStatement, names_every_fault_beside_its_field) {
  const auto refused = AimStatement::from({" ", "someday", "rich", "11", "much"});
  ASSERT_FALSE(refused.accepted());
  std::vector<std::string> fields;
  for (const Fault& fault : refused.refusal().faults()) fields.push_back(fault.field);
  EXPECT_EQ(fields, (std::vector<std::string>{"words", "horizon", "situation", "importance",
                                              "confidence"}));
}

TEST(AimStatement, counts_letters_and_not_bytes) {
  std::string words;
  for (std::size_t i = 0; i < aim_words_characters_max; ++i) words += "å";
  EXPECT_TRUE(AimStatement::from({words, "", "", "", ""}).accepted());
  EXPECT_FALSE(AimStatement::from({words + "å", "", "", "", ""}).accepted());
}

TEST(Codes, lead_back_to_what_they_stand_for) {
  for (const Horizon horizon : horizons) EXPECT_EQ(horizon_from(code_of(horizon)), horizon);
  for (const Situation situation : situations)
    EXPECT_EQ(situation_from(code_of(situation)), situation);
}

}  // namespace alongside
