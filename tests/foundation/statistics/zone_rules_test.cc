// SPDX-License-Identifier: Apache-2.0
// Each rule speaks where its pattern is complete, and not one point earlier.
#include "foundation/statistics/zone_rules.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace alongside::statistics {
namespace {

/// Points (from 1) where a rule speaks.
std::vector<int> speaks(ZoneRules rules, int rule, const std::vector<double>& z) {
  std::vector<char> outside;
  for (const double value : z) outside.push_back(std::abs(value) > 3 ? 1 : 0);
  std::vector<std::uint16_t> flags(z.size());
  apply_zone_rules(rules, {z, z, outside}, flags);
  std::vector<int> points;
  for (std::size_t i = 0; i < z.size(); ++i)
    if ((flags[i] >> (rule - 1) & 1U) != 0) points.push_back(static_cast<int>(i) + 1);
  return points;
}
using Points = std::vector<int>;
constexpr ZoneRules we = western_electric_rules;
constexpr ZoneRules nelson = nelson_rules;

}  // namespace

TEST(ZoneRules, western_electric) {
  EXPECT_EQ(speaks(we, 1, {0, 3.1, -3.1, 3}), (Points{2, 3}));
  EXPECT_EQ(speaks(we, 2, {2.1, 0, 2.1, 2.1, -2.1}), (Points{3, 4}));
  EXPECT_EQ(speaks(we, 2, {2.1, -2.1, 0}), Points{});
  EXPECT_EQ(speaks(we, 3, {1.1, 1.1, 0, 1.1, 1.1, 0.9}), (Points{5}));
  EXPECT_EQ(speaks(we, 4, {1, 1, 1, 1, 1, 1, 1, 1, 1}), (Points{8, 9}));
  EXPECT_EQ(speaks(we, 4, {1, 1, 1, 0, 1, 1, 1, 1, 1, 1, 1}), Points{});
}

TEST(ZoneRules, nelson) {
  EXPECT_EQ(speaks(nelson, 2, std::vector<double>(9, -0.5)), (Points{9}));
  EXPECT_EQ(speaks(nelson, 3, {0, 1, 2, 3, 4, 5, 5}), (Points{6}));
  EXPECT_EQ(speaks(nelson, 3, {5, 4, 3, 2, 1, 1, 0}), Points{});
  std::vector<double> saw;
  for (int i = 0; i < 14; ++i) saw.push_back(i % 2);
  EXPECT_EQ(speaks(nelson, 4, saw), (Points{14}));
  EXPECT_EQ(speaks(nelson, 7, std::vector<double>(15, 1.0)), (Points{15}));
  EXPECT_EQ(speaks(nelson, 8, {2, -2, 2, 2, -2, 2, 2, 2}), (Points{8}));
  EXPECT_EQ(speaks(nelson, 8, std::vector<double>(8, 2.0)), Points{});
}

TEST(ZoneRules, a_list_of_ones_own) {
  constexpr std::array<ZoneRule, 2> own = {
      {{Pattern::one_side, 6, 6, 0}, {Pattern::beyond, 4, 3, 1.5}}};
  EXPECT_EQ(speaks(own, 1, {1, 1, 1, 1, 1, 1, -1}), (Points{6}));
  EXPECT_EQ(speaks(own, 2, {1.6, 1.6, 0, 1.6, 1.4}), (Points{4}));
}

TEST(ZoneRules, a_missing_value_breaks_every_pattern) {
  std::vector<double> z(16, 1.5);
  z[7] = std::nan("");
  EXPECT_EQ(speaks(we, 4, z), (Points{16}));
  EXPECT_EQ(speaks(nelson, 2, z), Points{});
}

}  // namespace alongside::statistics
