// SPDX-License-Identifier: Apache-2.0
// Options that were talked about; refusing is as good an answer as choosing.
#include "coproduction/option.h"

#include <gtest/gtest.h>

namespace alongside {

TEST(Option, what_was_not_talked_about_is_skipped) {
  const auto made =
      options_from({{"carry_on", "", "", "considered", "", ""},
                    {"other", "", "", "", "", ""},
                    {"other", "", " Move  house ", "refused", "My friends", "Too far"}})
          .value();
  ASSERT_EQ(made.size(), 2u);
  EXPECT_EQ(made[0].source, OptionSource::carry_on);
  EXPECT_EQ(made[1].standing, OptionStanding::refused);
  EXPECT_EQ(made[1].words.disclose(), "Move house");
  EXPECT_EQ(made[1].persons_reason.disclose(), "My friends");
  EXPECT_EQ(made[1].professionals_reason.disclose(), "Too far");
}

TEST(Option, says_beside_the_field_what_is_wrong) {
  const auto refused = options_from({{"other", "", "", "chosen", "", ""},
                                     {"magic", "", "x", "chosen", "", ""},
                                     {"carry_on", "", "", "maybe", std::string(301, 'a'), ""},
                                     {"other", "", std::string(121, 'a'), "chosen", "", ""}});
  std::vector<std::string> fields;
  for (const Fault& fault : refused.refusal().faults()) fields.push_back(fault.field);
  EXPECT_EQ(fields,
            (std::vector<std::string>{"option_0_words", "option_1_words", "option_2_standing",
                                      "option_2_person", "option_3_words"}));
}

TEST(Option, an_offer_has_a_name_and_whole_minutes) {
  EXPECT_EQ(offer_from({"", "", "few"}).refusal().faults(),
            (std::vector<Fault>{{"offer.name_missing", "name"},
                                {"circumstances.minutes_unclear", "minutes"}}));
  const Offer offer = offer_from({"Hand course", "Six Tuesdays", "95"}).value();
  EXPECT_EQ(offer.minutes, MinutesAWeek{95});
  EXPECT_FALSE(offer_from({"Call", "", ""}).value().minutes);  // Not said is not zero.
}

TEST(Option, codes_go_both_ways) {
  for (const OptionStanding standing : option_standings)
    EXPECT_EQ(option_standing_from(code_of(standing)), standing);
  for (const OptionSource source : {OptionSource::carry_on, OptionSource::own_history,
                                    OptionSource::offered, OptionSource::other})
    EXPECT_EQ(option_source_from(code_of(source)), source);
}

}  // namespace alongside
