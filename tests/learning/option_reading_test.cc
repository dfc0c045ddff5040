// SPDX-License-Identifier: Apache-2.0
// Five situations that people meet: science and network agree, they do not, there are too few, it
// does harm, one's own trial says otherwise.
#include "learning/option_reading.h"

#include <gtest/gtest.h>

#include "learning/made_up.h"

namespace alongside::learning {
namespace {

/// People at four places; half carry on, half walk, which adds `adds` levels.
Release network(std::size_t people, double adds, const ScienceBook& science = {}) {
  SeededRandomness chance(people);
  OutcomeTable table;
  table.context = {"start"};
  table.circumstance.resize(1);
  for (std::size_t person = 0; person < people; ++person) {
    const bool walks = person / 4 % 2 == 1;
    const double change = 0.4 + (walks ? adds : 0) + 0.9 * statistics::normal_deviate(chance);
    testing::add_row(table, "s" + std::to_string(person % 4), person, "pain",
                     walks ? "walking" : "usual",
                     chance.below(2) == 0 ? Design::chosen : Design::randomised, change);
    table.circumstance[0].push_back(0);
  }
  return fitted(sums_of(table, "usual"), science).value();
}

OptionReading walking(const Release& release, std::optional<Belief> own = {}) {
  return read_option(release, {"walking", "pain", "s1", -1, own});
}

ScienceBook published(double mean) {
  return {{"walking", {{mean, 0.22, 0.2}, Certainty::moderate, "walking 1"}}};
}

}  // namespace

TEST(OptionReading, science_and_network_agree) {
  const Release release = network(800, 0.5, published(0.45));
  const OptionReading reading = walking(release);
  const OptionReading usual = read_option(release, {"usual", "pain", "s1", -1, {}});
  ASSERT_TRUE(reading.attained && usual.attained);
  // -1 + 0.9 + ½ over 0.9, and -1 + 0.4 + ½.
  EXPECT_NEAR(reading.attained->share, 0.67, 0.08);
  EXPECT_NEAR(usual.attained->share, 0.46, 0.08);
  EXPECT_LT(reading.attained->low, reading.attained->share);
  EXPECT_GT(reading.attained->high, reading.attained->share);
  EXPECT_TRUE(reading.likely_more);
  EXPECT_TRUE(reading.adds.verdict.flags.empty());
  EXPECT_EQ(reading.weights.percent[0] + reading.weights.percent[1], 100);
}

TEST(OptionReading, a_conflict_is_a_flag) {
  const OptionReading reading = walking(network(3000, -0.6, published(0.8)));
  ASSERT_FALSE(reading.adds.verdict.flags.empty());
  EXPECT_EQ(reading.adds.verdict.flags.front(), Flag::conflict);
}

TEST(OptionReading, in_conflict_the_network_stands_as_if_there_were_no_research) {
  const OptionReading apart = walking(network(3000, -0.6, published(0.8)));
  const OptionReading alone = walking(network(3000, -0.6));
  ASSERT_TRUE(apart.attained && alone.attained);
  EXPECT_NEAR(apart.attained->share, alone.attained->share, 0.01);
  EXPECT_NEAR(apart.attained->low, alone.attained->low, 0.01);
  EXPECT_FALSE(apart.likely_more || apart.likely_less);
}

TEST(OptionReading, an_aim_that_nobody_had_and_a_level_below_the_lowest_give_no_number) {
  const Release release = network(800, 0.5);
  EXPECT_FALSE(read_option(release, {"walking", "loneliness", "s1", -1, {}}).attained);
  const OptionReading lowest = read_option(release, {"walking", "pain", "s1", -2, {}});
  EXPECT_TRUE(lowest.attained);
  EXPECT_FALSE(lowest.further_away);
}

TEST(OptionReading, too_few_people_give_no_number) {
  const Release release = network(14, 0.5);
  EXPECT_FALSE(walking(release).attained);
  EXPECT_FALSE(read_option(release, {"usual", "pain", "s1", -1, {}}).attained);
  const OptionReading unheard = read_option(release, {"juggling", "pain", "s1", -1, {}});
  EXPECT_FALSE(unheard.attained);
  EXPECT_EQ(unheard.adds.verdict.status, Status::not_yet);
}

TEST(OptionReading, harm_is_said) {
  const OptionReading reading = walking(network(800, -0.6));
  EXPECT_TRUE(reading.likely_less);
  EXPECT_GT(reading.further_away->share,
            read_option(network(800, -0.6), {"usual", "pain", "s1", -1, {}}).further_away->share);
}

TEST(OptionReading, ones_own_trial_can_say_otherwise) {
  const Release release = network(800, 0.5);
  const OptionReading reading = walking(release, Belief{-0.8, 0.3});
  EXPECT_TRUE(reading.likely_more);
  EXPECT_TRUE(reading.own_says_otherwise);
  EXPECT_GT(reading.weights.percent[2], 20);
  EXPECT_EQ(reading.weights.percent[0] + reading.weights.percent[1] + reading.weights.percent[2],
            100);
  EXPECT_FALSE(walking(release, Belief{0.8, 0.3}).own_says_otherwise);
}

TEST(OptionReading, options_that_cannot_be_told_apart_stand_together) {
  for (const std::size_t people : {60UL, 80UL, 100UL, 120UL, 140UL}) {
    const Release alike = network(people, 0);
    const OptionReading reading = walking(alike);
    const double sd = (reading.adds.high80 - reading.adds.low80) / (2 * 1.2815515655446004);
    const bool sure = statistics::normal_share(std::abs(reading.adds.mean) / sd) >= 0.8;
    const auto groups =
        told_apart(alike, {read_option(alike, {"usual", "pain", "s1", -1, {}}), reading});
    EXPECT_EQ(groups.size(), sure ? 2U : 1U) << people;
  }
  const Release apart = network(1200, 0.8);
  EXPECT_EQ(told_apart(apart, {read_option(apart, {"usual", "pain", "s1", -1, {}}), walking(apart)})
                .size(),
            2U);
}

}  // namespace alongside::learning
