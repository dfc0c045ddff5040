// SPDX-License-Identifier: Apache-2.0
// A rule, its points, and whether they are good news.
#include "improvement/signals.h"

#include <gtest/gtest.h>

namespace alongside {
namespace {

std::vector<Signal> found_in(const std::vector<double>& values, std::optional<Better> better,
                             std::vector<std::size_t> starts = {}) {
  std::vector<statistics::Observation> series(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) series[i].value = values[i];
  statistics::ChartOptions options;
  options.phase_starts = starts;
  statistics::ChartMaker maker;
  return signals(maker.make(series, options), better);
}

}  // namespace

TEST(Signals, tell_a_point_outside) {
  std::vector<double> values;
  for (int i = 0; i < 20; ++i) values.push_back(i % 2 == 0 ? 8 : 14);
  values[12] = 60;
  const auto found = found_in(values, Better::less);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].rule, FoundBy::outside);
  EXPECT_EQ(found[0].first, 12U);
  EXPECT_EQ(found[0].meaning, Meaning::worse);
  EXPECT_EQ(found_in(values, Better::more)[0].meaning, Meaning::better);
  EXPECT_EQ(found_in(values, std::nullopt)[0].meaning, Meaning::different);
}

TEST(Signals, tell_a_run_and_few_crossings_within_their_phase) {
  std::vector<double> values;
  for (int i = 0; i < 12; ++i) values.push_back(i % 2 == 0 ? 5 : 6);
  for (int i = 0; i < 12; ++i) values.push_back(i < 12 / 2 ? 20 + i * 0.1 : 30 + i * 0.1);
  const auto found = found_in(values, Better::more, {12});
  ASSERT_FALSE(found.empty());
  for (const Signal& one : found) EXPECT_GE(one.first, 12U);
  EXPECT_TRUE(found_in({1, 2, 1, 2}, Better::more).empty());
}

}  // namespace alongside
