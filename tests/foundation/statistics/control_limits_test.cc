// SPDX-License-Identifier: Apache-2.0
// P charts equal published ones, and properties hold for any series.
#include "foundation/statistics/control_limits.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "foundation/statistics/reference.h"

namespace alongside::statistics {

TEST(ProportionChart, equals_the_reference_cases) {
  const auto cases = testing::reference_cases();
  ASSERT_GE(cases.size(), 4U);
  for (const auto& reference : cases) {
    std::vector<Proportion> series;
    for (const auto& point : reference.points) series.push_back(point.share);
    const ProportionChart chart = proportion_chart(series);
    for (std::size_t i = 0; i < series.size(); ++i) {
      const auto& want = reference.points[i];
      const auto& got = chart.points[i];
      SCOPED_TRACE(reference.name + " " + std::to_string(i));
      EXPECT_EQ(got.outside, want.outside);
      ASSERT_EQ(got.lower.has_value(), want.lower.has_value());
      if (!want.lower) continue;
      EXPECT_NEAR(*chart.centre, *want.centre, 1e-12);
      EXPECT_NEAR(*got.lower, *want.lower, 1e-12);
      EXPECT_NEAR(*got.upper, *want.upper, 1e-12);
    }
  }
}

TEST(ProportionChart, holds_its_properties_for_any_series) {
  EXPECT_TRUE(
      rc::check("limits lie around the centre, within 0 and 1; nothing counted is missing", [] {
        const auto raw = *rc::gen::container<std::vector<std::pair<int, int>>>(
            rc::gen::pair(rc::gen::inRange(0, 200), rc::gen::inRange(0, 200)));
        std::vector<Proportion> series;
        for (const auto& [a, b] : raw) series.push_back({std::min(a, b), std::max(a, b)});
        const ProportionChart chart = proportion_chart(series);
        RC_ASSERT(chart.points.size() == series.size());
        for (std::size_t i = 0; i < series.size(); ++i) {
          RC_ASSERT(chart.points[i].value.has_value() == (series[i].of > 0));
          if (series[i].of == 0) continue;
          RC_ASSERT(0 <= *chart.points[i].lower && *chart.points[i].lower <= *chart.centre);
          RC_ASSERT(*chart.centre <= *chart.points[i].upper && *chart.points[i].upper <= 1);
        }
      }));
}

}  // namespace alongside::statistics
