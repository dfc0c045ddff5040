// SPDX-License-Identifier: Apache-2.0
// A release goes into text and comes back as it was.
#include "learning/release.h"

#include <gtest/gtest.h>

#include "learning/made_up.h"

namespace alongside::learning {
namespace {

OutcomeTable some_rows() {
  SeededRandomness chance(4);
  OutcomeTable table;
  table.context = {"start"};
  table.circumstance.resize(1);
  for (std::size_t person = 0; person < 60; ++person) {
    testing::add_row(table, person % 2 == 0 ? "north" : "south", person, "sleep",
                     person % 3 == 0 ? "usual" : "walk: far", Design::chosen,
                     static_cast<double>(chance.below(4)) - 1);
    table.circumstance[0].push_back(static_cast<double>(person % 2));
  }
  return table;
}

ScienceBook some_science() {
  return {{"walk: far", {{0.3, 0.25, 0.2}, Certainty::moderate, "walking 1"}}};
}

}  // namespace

TEST(Release, comes_back_from_its_text) {
  Release release = fitted(sums_of(some_rows(), "usual"), some_science()).value();
  release.version = 7;
  release.made = Day::of(2026, 11, 23);
  release.from = Day::of(2025, 1, 1);
  release.to = Day::of(2026, 10, 31);
  const std::string text = text_of(release);
  const Release back = release_from(text).value();
  EXPECT_EQ(text_of(back), text);
  EXPECT_EQ(back.posterior.mean, release.posterior.mean);
  EXPECT_EQ(back.spread(), release.spread());
  EXPECT_EQ(back.crowd_of("walk: far").persons, 40);
  EXPECT_EQ(back.science.at("walk: far").card, "walking 1");
  EXPECT_TRUE(back.has_aim("sleep"));
  EXPECT_FALSE(back.has_site("west"));
}

TEST(Release, broken_text_is_no_release) {
  const std::string text = text_of(fitted(sums_of(some_rows(), "usual"), {}).value());
  EXPECT_FALSE(release_from(""));
  EXPECT_FALSE(release_from("{}"));
  EXPECT_FALSE(release_from("[1]"));
  for (std::size_t length = 0; length < text.size(); length += 97)
    EXPECT_FALSE(release_from(text.substr(0, length))) << length;
  std::string shorter = text;
  const auto at = shorter.find("\"mean\":[") + 8;
  shorter.erase(at, shorter.find(',', at) - at + 1);
  EXPECT_FALSE(release_from(shorter));
}

TEST(Release, published_science_moves_an_action_that_nobody_lived) {
  const Release release =
      fitted(sums_of(some_rows(), "usual"), {{"new", {{0.4, 0.2, 0.2}, Certainty::high, "c 1"}}})
          .value();
  const auto belief = release.beliefs().of(Term::k, "new");
  EXPECT_EQ(belief.mean, 0.4);
  EXPECT_EQ(belief.sd, 0.2);
}

}  // namespace alongside::learning
