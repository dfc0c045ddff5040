// SPDX-License-Identifier: Apache-2.0
// Numbers as people read them, kinds by their codes.
#include "doors/cli/chart_words.h"

#include <gtest/gtest.h>

namespace alongside::cli {

TEST(ChartWords, know_every_kind_by_its_code) {
  for (const char* code :
       {"run", "i", "mr", "ip", "ms", "xbar", "s", "t", "p", "pp", "c", "cp", "u", "up", "g"})
    EXPECT_EQ(code_of(kind_from(code).value()), code);
  EXPECT_FALSE(kind_from("auto").has_value());
  EXPECT_EQ(name_of("np"), "NP chart");
  EXPECT_EQ(name_of("pie"), "");
}

TEST(ChartWords, say_each_pattern_by_its_points) {
  Charted charted;
  charted.labels = {"a", "b", "c", "d", "e", "f", "g"};
  const auto said = [&](const char* pattern, int side) {
    Signal found;
    found.rule = FoundBy::pattern;
    found.last = 6;
    found.points = 7;
    found.side = side;
    found.pattern = rules_from(pattern)->patterns.front();
    return signal_words(charted, found);
  };
  EXPECT_EQ(said("7-on-one-side", 1), "a to g: 7 points in a row above the middle (different).");
  EXPECT_EQ(said("6-trend", -1), "a to g: 7 points in a row, each further down (different).");
  EXPECT_EQ(said("2-of-3-beyond-2", 1),
            "a to g: 2 of 3 points more than 2 sigma above the middle (different).");
  EXPECT_NE(said("7-alternating", 0).find("by turns"), std::string::npos);
  EXPECT_NE(said("7-within-1", 0).find("within 1 sigma"), std::string::npos);
  EXPECT_NE(said("7-avoiding-1", 0).find("on both sides"), std::string::npos);
}

TEST(ChartWords, say_where_a_measure_stands) {
  Standing standing;
  EXPECT_EQ(variation_words(standing), "usual");
  EXPECT_EQ(assurance_words(standing), "");
  standing.variation = Variation::worse;
  standing.way = -1;
  standing.assurance = statistics::Assurance::consistent_fail;
  EXPECT_EQ(variation_words(standing), "worse, down");
  EXPECT_EQ(assurance_words(standing), "not reached");
}

}  // namespace alongside::cli
