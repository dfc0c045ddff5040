// SPDX-License-Identifier: Apache-2.0
// The last point, and the last limits.
#include "improvement/standing.h"

#include <gtest/gtest.h>

namespace alongside {
namespace {

statistics::ControlChart chart_of(std::vector<double> values) {
  std::vector<statistics::Observation> series(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) series[i].value = values[i];
  statistics::ChartOptions options;
  options.centre = 10;
  options.sigma = 1;
  statistics::ChartMaker maker;
  return maker.make(series, options);
}

Standing stands(const std::vector<double>& values, std::optional<Better> better,
                std::optional<double> target = {}) {
  const auto chart = chart_of(values);
  return standing_of(chart, signals(chart, better), better, target);
}

}  // namespace

TEST(Standing, is_usual_once_the_signal_is_past) {
  EXPECT_EQ(stands({9, 11, 20, 9, 11}, Better::more).variation, Variation::usual);
  EXPECT_EQ(stands({9, 11, 20, 9, 11}, Better::more).way, 0);
}

TEST(Standing, says_the_way_and_whether_it_is_wanted) {
  const Standing up = stands({9, 11, 9, 20}, Better::less);
  EXPECT_EQ(up.variation, Variation::worse);
  EXPECT_EQ(up.way, 1);
  EXPECT_EQ(stands({9, 11, 9, 20}, std::nullopt).variation, Variation::different);
  EXPECT_EQ(stands({9, 11, 9, 20, statistics::missing}, Better::more).variation, Variation::better);
}

TEST(Standing, says_whether_the_target_can_be_relied_on) {
  using statistics::Assurance;
  EXPECT_EQ(stands({9, 11}, Better::more, 6).assurance, Assurance::consistent_pass);
  EXPECT_EQ(stands({9, 11}, Better::more, 14).assurance, Assurance::consistent_fail);
  EXPECT_EQ(stands({9, 11}, Better::less, 12).assurance, Assurance::inconsistent);
  EXPECT_EQ(stands({9, 11}, std::nullopt, 12).assurance, Assurance::none);
  EXPECT_EQ(stands({9, 11}, Better::less).assurance, Assurance::none);
}

TEST(Standing, of_nothing_is_usual) {
  EXPECT_EQ(stands({}, Better::more, 3).variation, Variation::usual);
}

}  // namespace alongside
