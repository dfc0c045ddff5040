// SPDX-License-Identifier: Apache-2.0
// Options side by side: at most three beside carrying on, and only what is offered.
#include "coproduction/option_set.h"

#include <gtest/gtest.h>

namespace alongside {
namespace {

std::vector<Offer> offers(std::int64_t count) {
  std::vector<Offer> all;
  for (std::int64_t i = 1; i <= count; ++i) {
    Offer offer;
    offer.team = 2;
    offer.number = i;
    offer.name = "Offer " + std::to_string(i);
    all.push_back(offer);
  }
  return all;
}

std::string fault_of(const OptionSetDraft& draft) {
  const auto made = option_set_from(draft, offers(5));
  return made ? "" : made.refusal().faults().front().key;
}

}  // namespace

TEST(OptionSet, holds_one_to_three_offers_that_there_are) {
  const auto set =
      option_set_from({"pain", {{"2.1", " far "}, {"2.3", ""}, {"2.1", "x"}}}, offers(5));
  ASSERT_TRUE(set);
  EXPECT_EQ(set.value().picked.size(), 2U);
  EXPECT_EQ(set.value().picked[0].may_not_fit.disclose(), "far");
  EXPECT_EQ(fault_of({"pain", {}}), "options.none_picked");
  EXPECT_EQ(fault_of({"pain", {{"9.9", ""}}}), "options.offer_unknown");
  EXPECT_EQ(fault_of({"joy", {{"2.1", ""}}}), "options.theme_missing");
  EXPECT_EQ(fault_of({"pain", {{"2.1", std::string(301, 'x')}}}), "option.reason_long");
  EXPECT_EQ(fault_of({"pain", {{"2.1", ""}, {"2.2", ""}, {"2.3", ""}, {"2.4", ""}}}),
            "options.too_many");
}

TEST(OptionSet, the_person_says_what_to_talk_about) {
  OptionSet set = option_set_from({"pain", {{"2.1", ""}}}, offers(2)).value();
  const auto brought =
      with_talk(set, {{"2.1", "carry on", "2.2", "2.1", "<x>"}, " Mornings "}, Instant{5});
  ASSERT_TRUE(brought);
  EXPECT_EQ(brought.value().talk, (std::vector<std::string>{"2.1", "carry on"}));
  EXPECT_EQ(brought.value().matters_most.disclose(), "Mornings");
  EXPECT_EQ(brought.value().brought_at, Instant{5});
  EXPECT_FALSE(with_talk(set, {{}, std::string(301, 'x')}, Instant{5}));
}

TEST(OptionSet, the_newest_of_an_aim_holds) {
  std::vector<OptionSet> sets(3);
  sets[0].aim = {2};
  sets[0].number = 9;
  sets[1].aim = {1};
  sets[1].number = 8;
  sets[2].aim = {1};
  EXPECT_EQ(set_of(sets, {1})->number, 8);
  EXPECT_EQ(set_of(sets, {3}), nullptr);
}

}  // namespace alongside
