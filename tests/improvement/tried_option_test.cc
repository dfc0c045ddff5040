// SPDX-License-Identifier: Apache-2.0
// What became of a choice: the last level from day 28 to day 84, and nothing that is not known.
#include "improvement/tried_option.h"

#include <gtest/gtest.h>

namespace alongside {
namespace {

Instant day(std::int64_t number) { return {number * ms_a_day}; }

ChosenOption chose(std::int64_t on, const std::string& action, std::int64_t agreement) {
  return {{1}, {1}, day(on), agreement, action, "pain", -1};
}
SaidLevel said(std::int64_t on, int level) { return {{1}, {1}, day(on), level}; }

std::vector<LivedChange> lived(const std::vector<ChosenOption>& chosen,
                               const std::vector<SaidLevel>& levels, std::int64_t now = 1000) {
  return lived_changes(chosen, levels, day(now));
}

}  // namespace

TEST(TriedOption, the_last_level_of_the_window_counts) {
  const auto changes = lived({chose(100, "walk", 1)}, {said(90, -2), said(110, 2), said(128, -1),
                                                       said(184, 0), said(185, 2)});
  ASSERT_EQ(changes.size(), 1U);
  EXPECT_EQ(changes[0].start, -2);
  EXPECT_EQ(changes[0].after, 0);
}

TEST(TriedOption, who_did_not_say_is_missing_and_not_zero) {
  const auto changes = lived({chose(100, "walk", 1)}, {said(110, 2)});
  ASSERT_EQ(changes.size(), 1U);
  EXPECT_EQ(changes[0].start, -1);
  EXPECT_FALSE(changes[0].after);
}

TEST(TriedOption, what_is_still_going_on_or_was_changed_early_is_left_out) {
  EXPECT_TRUE(lived({chose(100, "walk", 1)}, {said(140, 0)}, 183).empty());
  EXPECT_EQ(lived({chose(100, "walk", 1)}, {said(140, 0)}, 184).size(), 1U);
  // Something else on day 20: only the second counts.
  const auto second = lived({chose(100, "walk", 1), chose(120, "yoga", 2)}, {said(150, 1)});
  ASSERT_EQ(second.size(), 1U);
  EXPECT_EQ(second[0].action, "yoga");
  // On day 50: what was said by then counts for the first.
  const auto both =
      lived({chose(100, "walk", 1), chose(150, "yoga", 2)}, {said(140, 0), said(180, 1)});
  ASSERT_EQ(both.size(), 2U);
  EXPECT_EQ(both[0].after, 0);
  EXPECT_EQ(both[1].start, 0);
}

TEST(TriedOption, two_options_at_once_tell_nothing_of_either) {
  EXPECT_TRUE(lived({chose(100, "walk", 1), chose(100, "yoga", 1)}, {said(150, 1)}).empty());
}

TEST(TriedOption, what_nobody_can_count_still_ends_what_was_before) {
  EXPECT_TRUE(lived({chose(100, "walk", 1), chose(107, "", 2)}, {said(180, 1)}).empty());
  EXPECT_TRUE(lived({chose(100, "walk", 1), chose(100, "", 1)}, {said(150, 1)}).empty());
}

TEST(TriedOption, where_nobody_said_a_level_there_is_no_start) {
  ChosenOption one = chose(100, "walk", 1);
  one.baseline.reset();
  EXPECT_TRUE(lived({one}, {said(150, 1)}).empty());
}

TEST(TriedOption, ones_own_past_runs_from_choice_to_choice) {
  Aim aim{{1},
          Id<Aim>::parse("019ac98c-3380-7f65-ae7d-e15033621aa0").value(),
          AimState::held,
          1,
          {},
          {},
          {}};
  aim.scale = AttainmentScale::kept({"", "now", "there", "", ""});
  Agreement first, second;
  first.aims = second.aims = {{1}};
  first.agreed_at = day(10);
  second.agreed_at = day(60);
  Option walk;
  walk.source = OptionSource::offered;
  walk.standing = OptionStanding::chosen;
  walk.offer = "1.1";
  first.options = {walk};
  const auto rated = [](std::int64_t on, std::int64_t level) {
    Rating rating;
    rating.level = Level::from(level).value();
    rating.rated_at = day(on);
    return rating;
  };
  const auto tries = own_tries(aim, {second, first}, {rated(30, 0), rated(70, 1)});
  ASSERT_EQ(tries.size(), 1U);
  EXPECT_EQ(tries[0].offer, "1.1");
  EXPECT_EQ(tries[0].ended, day(60));
  EXPECT_EQ(tries[0].start, -1);
  EXPECT_EQ(tries[0].last(), 0);
}

}  // namespace alongside
