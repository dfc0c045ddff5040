// SPDX-License-Identifier: Apache-2.0
// Monthly deaths from lung diseases in the UK, 1974 to 1979 (Diggle 1990, Time Series, table A.3),
// against decompose() and kruskal.test() of R 4.2.2.
#include "foundation/statistics/season.h"

#include <gtest/gtest.h>

#include <array>
#include <numeric>

namespace alongside::statistics {
namespace {

constexpr std::array<double, 72> deaths = {
    3035, 2552, 2704, 2554, 2014, 1655, 1721, 1524, 1596, 2074, 2199, 2512, 2933, 2889, 2938,
    2497, 1870, 1726, 1607, 1545, 1396, 1787, 2076, 2837, 2787, 3891, 3179, 2011, 1636, 1580,
    1489, 1300, 1356, 1653, 2013, 2823, 3102, 2294, 2385, 2444, 1748, 1554, 1498, 1361, 1346,
    1564, 1640, 2293, 2815, 3137, 2679, 1969, 1870, 1633, 1529, 1366, 1357, 1570, 1535, 2491,
    3084, 2605, 2573, 2143, 1693, 1504, 1461, 1354, 1333, 1492, 1781, 1915};

}  // namespace

TEST(Season, of_deaths_is_that_of_decompose) {
  Season found;
  find_season(deaths, 0, 12, found);
  ASSERT_TRUE(found.available);
  constexpr std::array<double, 12> wanted = {873.7513889,  896.3347222,  687.5430556,  156.5847222,
                                             -284.4819444, -440.0236111, -519.4236111, -669.8736111,
                                             -678.2236111, -354.3069444, -185.2069444, 517.3263889};
  for (std::size_t i = 0; i < 12; ++i) EXPECT_NEAR(found.index[i], wanted[i], 1e-6) << i;
  EXPECT_NEAR(found.adjusted[0], 2161.248611, 1e-6);
  EXPECT_NEAR(found.chance, 1.55034237394e-07, 1e-17);
}

TEST(Season, keeps_its_place_when_the_series_begins_later_in_the_year) {
  Season whole;
  Season later;
  find_season(std::span(deaths).subspan(0, 48), 0, 12, whole);
  std::vector<double> scaled;
  for (const double value : std::span(deaths).subspan(0, 48)) scaled.push_back(3 * value + 100);
  find_season(scaled, 5, 12, later);
  for (std::size_t i = 0; i < 12; ++i)
    EXPECT_NEAR(later.index[(i + 5) % 12], 3 * whole.index[i], 1e-9) << i;
}

TEST(Season, is_none_in_a_straight_trend) {
  std::vector<double> rising(40);
  std::iota(rising.begin(), rising.end(), 0.0);
  Season found;
  find_season(rising, 3, 7, found);
  ASSERT_TRUE(found.available);
  for (const double index : found.index) EXPECT_NEAR(index, 0, 1e-12);
}

TEST(Season, needs_two_whole_cycles_and_every_place) {
  Season found;
  find_season(std::span(deaths).subspan(0, 23), 0, 12, found);
  EXPECT_FALSE(found.available);
  std::vector<double> gaps(deaths.begin(), deaths.begin() + 24);
  gaps[12] = missing;
  find_season(gaps, 0, 12, found);
  EXPECT_FALSE(found.available);
  find_season({}, 0, 7, found);
  EXPECT_FALSE(found.available);
}

TEST(Season, has_no_chance_with_one_value_a_place) {
  Season found;
  find_season(std::span(deaths).subspan(0, 24), 0, 12, found);
  ASSERT_TRUE(found.available);
  EXPECT_TRUE(is_missing(found.chance));
}

}  // namespace alongside::statistics
