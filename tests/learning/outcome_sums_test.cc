// SPDX-License-Identifier: Apache-2.0
// Sites apart, together and as text: the same to the last bit; and what nobody may send.
#include "learning/outcome_sums.h"

#include <gtest/gtest.h>

#include <limits>

#include "learning/made_up.h"
#include "learning/release.h"

namespace alongside::learning {
namespace {

OutcomeTable rows_of(const std::string& site, std::size_t people, std::uint64_t seed,
                     const std::string& action) {
  SeededRandomness chance(seed);
  OutcomeTable table;
  table.context = {"start"};
  table.circumstance.resize(1);
  for (std::size_t person = 0; person < people; ++person)
    for (std::size_t row = 0; row < 1 + person % 2; ++row) {
      testing::add_row(table, site, person, chance.below(2) == 0 ? "pain" : "sleep",
                       chance.below(2) == 0 ? "usual" : action, Design::chosen,
                       static_cast<double>(chance.below(5)) - 2);
      table.circumstance[0].push_back(static_cast<double>(chance.below(3)) - 1);
    }
  return table;
}

OutcomeTable together(const OutcomeTable& one, const OutcomeTable& other) {
  OutcomeTable both = one;
  const auto add = [](auto& to, const auto& from) {
    to.insert(to.end(), from.begin(), from.end());
  };
  add(both.site, other.site);
  add(both.person, other.person);
  add(both.aim, other.aim);
  add(both.action, other.action);
  add(both.design, other.design);
  add(both.outcome, other.outcome);
  add(both.circumstance[0], other.circumstance[0]);
  return both;
}

OutcomeSums dated(OutcomeSums sums) {
  sums.from = Day::of(2026, 1, 1);
  sums.to = Day::of(2026, 6, 30);
  return sums;
}

}  // namespace

TEST(OutcomeSums, sites_together_are_all_their_rows_at_once) {
  const OutcomeTable north = rows_of("north", 60, 1, "walking");
  const OutcomeTable south = rows_of("south", 50, 2, "yoga");
  const auto apart = merged({sums_of(south, "usual"), sums_of(north, "usual")}).value();
  const auto whole = merged({sums_of(together(north, south), "usual")}).value();
  EXPECT_EQ(text_of(dated(apart)), text_of(dated(whole)));
  EXPECT_EQ(fitted(apart, {})->posterior.mean, fitted(whole, {})->posterior.mean);
}

TEST(OutcomeSums, come_back_from_their_text) {
  const auto sums = dated(sums_of(rows_of("north", 60, 3, "walking"), "usual"));
  const auto back = outcome_sums_from(text_of(sums));
  ASSERT_TRUE(std::holds_alternative<OutcomeSums>(back));
  EXPECT_EQ(text_of(std::get<OutcomeSums>(back)), text_of(sums));
}

TEST(OutcomeSums, what_cannot_be_sums_is_refused) {
  const std::string text = text_of(dated(sums_of(rows_of("north", 60, 3, "walking"), "usual")));
  const auto refused = [](const std::string& sent) {
    const auto read = outcome_sums_from(sent);
    return std::holds_alternative<std::string>(read) ? std::get<std::string>(read) : "";
  };
  EXPECT_EQ(refused("{"), "learning.not_json");
  EXPECT_EQ(refused("{}"), "learning.not_sums");
  std::string other = text;
  EXPECT_EQ(refused(other.replace(other.find("\"rows\":90,\"y\""), 9, "\"rows\":91")),
            "learning.not_whole");
  EXPECT_EQ(refused(text_of(dated(sums_of(rows_of("north", 8, 3, "walking"), "usual")))),
            "learning.not_sums_of_rows");
  EXPECT_EQ(refused(text_of(dated(sums_of(rows_of("north", 20, 3, "walking"), "usual")))),
            "learning.too_few");
  for (std::size_t length = 0; length < text.size(); length += 211)
    EXPECT_NE(refused(text.substr(0, length)), "") << length;
}

TEST(OutcomeSums, a_site_that_stands_in_two_of_them_is_refused) {
  const auto sums = sums_of(rows_of("north", 40, 3, "walking"), "usual");
  EXPECT_FALSE(merged({sums, sums}));
  EXPECT_FALSE(merged({}));
  EXPECT_FALSE(merged({sums, sums_of(rows_of("south", 40, 3, "walking"), "walking")}));
}

TEST(OutcomeSums, nobody_stands_alone_in_a_circumstance) {
  OutcomeTable table = rows_of("north", 200, 5, "walking");
  for (double& start : table.circumstance[0]) start = 0;
  table.circumstance[0][3] = -1;
  const Shared shared = shared_by(table, "usual", {});
  ASSERT_TRUE(shared.sums);
  const auto column = shared.sums->columns.find("x:start").value();
  EXPECT_EQ(shared.sums->sums.xx[inference::packed(column, column)], 0)
      << "the one row is in no sum";
}

TEST(OutcomeSums, missing_follow_up_is_told_of_enough_people_or_of_nobody) {
  OutcomeTable table = rows_of("north", 300, 5, "walking");
  const double nan = std::numeric_limits<double>::quiet_NaN();
  std::size_t usual = 0;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    if (table.action[row] == "walking" && row % 4 == 0) table.outcome[row] = nan;
    if (table.action[row] == "usual" && usual++ < 2) table.outcome[row] = nan;
  }
  const auto crowds = shared_by(table, "usual", {}).sums->crowds;
  EXPECT_LT(crowds.find("walking")->second.completeness(), 0.85);
  EXPECT_EQ(crowds.find("usual")->second.completeness(), 1);
}

TEST(OutcomeSums, epochs_of_a_site_are_other_people_of_one_site) {
  OutcomeSums first = sums_of(rows_of("north", 40, 3, "walking"), "usual");
  OutcomeSums second = sums_of(rows_of("north", 50, 4, "walking"), "usual");
  EXPECT_FALSE(merged({first, second}));
  second.epoch = 2;
  const auto both = merged({first, second}).value();
  EXPECT_EQ(both.sites.size(), 1U);
  EXPECT_EQ(both.persons(), 90);
  EXPECT_EQ(both.crowds.find("walking")->second.sites, 1);
}

TEST(OutcomeSums, what_leaves_a_site_has_nobody_alone_in_a_cell) {
  OutcomeTable table = rows_of("north", 200, 5, "walking");
  testing::add_row(table, "north", 999, "loneliness", "juggling", Design::chosen, 2);
  table.circumstance[0].push_back(0);
  table.outcome[0] = std::numeric_limits<double>::quiet_NaN();
  const Shared shared = shared_by(table, "usual", {});
  ASSERT_TRUE(shared.sums);
  EXPECT_FALSE(shared.sums->columns.find("k:juggling"));
  EXPECT_FALSE(shared.sums->columns.find("aim:loneliness"));
  for (const auto& [rows, pattern] : shared.sums->sums.patterns) EXPECT_GE(pattern.persons, 5);
  EXPECT_FALSE(shared_by(rows_of("north", 12, 5, "walking"), "usual", {}).sums);
  EXPECT_FALSE(shared.persons.contains("p999"));
}

}  // namespace alongside::learning
