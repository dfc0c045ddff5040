// SPDX-License-Identifier: Apache-2.0
// What theory says of any series: shifted, scaled, reversed, split; and series that are hardly one.
// The numbers of published charts are compared in doors/batch/series_test.cc.
#include "foundation/statistics/control_limits.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>

namespace alongside::statistics {
namespace {

constexpr ChartKind every_kind[] = {ChartKind::run, ChartKind::i,    ChartKind::mr, ChartKind::ip,
                                    ChartKind::ms,  ChartKind::xbar, ChartKind::s,  ChartKind::t,
                                    ChartKind::p,   ChartKind::pp,   ChartKind::c,  ChartKind::cp,
                                    ChartKind::u,   ChartKind::up,   ChartKind::g};

std::vector<Observation> single(const std::vector<double>& values) {
  std::vector<Observation> series(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    series[i].value = values[i];
    series[i].rows = 1;
  }
  return series;
}

ControlChart chart_of(const std::vector<Observation>& series, ChartOptions options) {
  ChartMaker maker;
  return maker.make(series, options);
}

std::vector<double> any_values() {
  const auto raw = *rc::gen::container<std::vector<int>>(rc::gen::inRange(-1000, 1000));
  return {raw.begin(), raw.end()};
}

bool near(double a, double b, double scale) {
  return (is_missing(a) && is_missing(b)) || std::abs(a - b) <= 1e-9 * std::max(1.0, scale);
}

}  // namespace

TEST(ControlLimits, of_montgomerys_flow_width_example) {
  // Montgomery, 6th edition, example 6.5 with freeze at 20 stands among the reference cases; here
  // the chart by hand: values 10, 12, 11, ranges 2, 1, mean range 1.5.
  const auto chart = chart_of(single({10, 12, 11}), {});
  EXPECT_DOUBLE_EQ(chart.points[0].centre, 11);
  EXPECT_DOUBLE_EQ(chart.points[0].upper, 11 + 3 * 1.5 / 1.128);
  EXPECT_DOUBLE_EQ(chart.points[2].lower, 11 - 3 * 1.5 / 1.128);
}

TEST(ControlLimits, move_with_the_series) {
  EXPECT_TRUE(rc::check("adding a number to all moves centre and limits by it", [] {
    auto values = any_values();
    const double by = *rc::gen::inRange(-500, 500);
    const auto before = chart_of(single(values), {});
    for (double& value : values) value += by;
    const auto after = chart_of(single(values), {});
    for (std::size_t i = 0; i < values.size(); ++i) {
      RC_ASSERT(near(after.points[i].centre, before.points[i].centre + by, 2000));
      RC_ASSERT(near(after.points[i].upper, before.points[i].upper + by, 2000));
      RC_ASSERT(after.points[i].outside == before.points[i].outside);
    }
  }));
}

TEST(ControlLimits, grow_with_the_series) {
  EXPECT_TRUE(rc::check("doubling all doubles centre and limits", [] {
    auto values = any_values();
    const auto before = chart_of(single(values), {});
    for (double& value : values) value *= 2;
    const auto after = chart_of(single(values), {});
    ChartOptions multiplied;
    multiplied.multiply = 2;
    for (double& value : values) value /= 2;
    const auto drawn = chart_of(single(values), multiplied);
    for (std::size_t i = 0; i < values.size(); ++i) {
      RC_ASSERT(near(after.points[i].lower, 2 * before.points[i].lower, 4000));
      RC_ASSERT(near(drawn.points[i].lower, after.points[i].lower, 4000));
      RC_ASSERT(after.points[i].outside == before.points[i].outside);
    }
  }));
}

TEST(ControlLimits, do_not_care_which_way_time_runs) {
  EXPECT_TRUE(rc::check("a reversed series has the same centre, limits, runs and crossings", [] {
    auto values = any_values();
    const auto forth = chart_of(single(values), {});
    std::ranges::reverse(values);
    const auto back = chart_of(single(values), {});
    for (std::size_t i = 0; i < forth.phases.size(); ++i) {
      RC_ASSERT(forth.phases[i].runs.longest_run == back.phases[i].runs.longest_run);
      RC_ASSERT(forth.phases[i].runs.crossings == back.phases[i].runs.crossings);
    }
    if (!values.empty()) {
      RC_ASSERT(near(forth.points[0].upper, back.points[0].upper, 4000));
    }
  }));
}

TEST(ControlLimits, of_a_phase_are_those_of_the_phase_alone) {
  EXPECT_TRUE(rc::check("splitting a series gives the charts of its parts", [] {
    const auto values = any_values();
    RC_PRE(values.size() >= 2);
    const auto at =
        static_cast<std::size_t>(*rc::gen::inRange<int>(1, static_cast<int>(values.size())));
    const std::vector<std::size_t> starts = {at};
    ChartOptions options;
    options.phase_starts = starts;
    const auto whole = chart_of(single(values), options);
    const auto first =
        chart_of(single({values.begin(), values.begin() + static_cast<std::ptrdiff_t>(at)}), {});
    const auto second =
        chart_of(single({values.begin() + static_cast<std::ptrdiff_t>(at), values.end()}), {});
    RC_ASSERT(near(whole.points.front().upper, first.points.front().upper, 4000));
    RC_ASSERT(near(whole.points.back().upper, second.points.back().upper, 4000));
    RC_ASSERT(whole.points.back().phase == 1U);
  }));
}

TEST(ControlLimits, of_any_kind_are_finite_or_missing_and_in_order) {
  EXPECT_TRUE(rc::check("limits lie around the centre for every kind of chart", [] {
    const auto counts = *rc::gen::container<std::vector<std::pair<int, int>>>(
        rc::gen::pair(rc::gen::inRange(0, 30), rc::gen::inRange(0, 30)));
    std::vector<Observation> series;
    for (const auto& [a, b] : counts) {
      Observation at;
      at.size = std::max(a, b);
      if (at.size > 0) at.value = std::min(a, b) / at.size;
      at.rows = a % 5;
      if (at.rows > 1) at.spread = b;
      series.push_back(at);
    }
    for (const ChartKind kind : every_kind) {
      if (kind == ChartKind::t)
        for (Observation& at : series) at.value = is_missing(at.value) ? missing : at.value + 1;
      ChartOptions options;
      options.kind = kind;
      const auto chart = chart_of(series, options);
      RC_ASSERT(chart.points.size() == series.size());
      for (const ChartPoint& point : chart.points) {
        RC_ASSERT(!std::isinf(point.upper) && !std::isinf(point.lower));
        RC_ASSERT(!(point.upper < point.centre - 1e-9));
        RC_ASSERT(!(point.lower > point.centre + 1e-9));
      }
    }
  }));
}

TEST(ControlLimits, of_series_that_are_hardly_one) {
  for (const ChartKind kind : every_kind) {
    ChartOptions options;
    options.kind = kind;
    EXPECT_TRUE(chart_of({}, options).points.empty());
    for (const std::vector<double>& values : {std::vector<double>{1},
                                              {1, 1, 1, 1},
                                              {missing, missing},
                                              {1e300, 2e300},
                                              {1e-300, 2e-300}}) {
      auto series = single(values);
      for (Observation& at : series) at.size = 10;
      const auto chart = chart_of(series, options);
      EXPECT_EQ(chart.points.size(), values.size());
      const bool constant = values.size() == 4 && kind != ChartKind::g;
      for (const ChartPoint& point : chart.points) {
        EXPECT_FALSE(constant && point.outside);
      }
    }
  }
}

TEST(ControlLimits, keep_their_digits_far_from_zero) {
  std::vector<double> near_zero;
  std::vector<double> far;
  for (int i = 0; i < 30; ++i) {
    near_zero.push_back(i * 7 % 11);
    far.push_back(1e9 + i * 7 % 11);
  }
  const auto small = chart_of(single(near_zero), {});
  const auto large = chart_of(single(far), {});
  EXPECT_NEAR(large.points[0].upper - 1e9, small.points[0].upper, 1e-5);
}

TEST(ControlLimits, freeze_inside_each_phase) {
  const std::vector<std::size_t> starts = {4};
  ChartOptions options;
  options.phase_starts = starts;
  options.baseline = 2;
  const auto chart = chart_of(single({1, 3, 50, 50, 10, 14, 90, 90}), options);
  EXPECT_EQ(chart.points[3].centre, 2);
  EXPECT_EQ(chart.points[7].centre, 12);
  EXPECT_FALSE(chart.points[2].baseline);
  EXPECT_TRUE(chart.points[3].outside);
}

TEST(ControlLimits, leave_out_a_point_and_still_judge_it) {
  const std::vector<std::size_t> excluded = {2};
  ChartOptions options;
  options.excluded = excluded;
  const auto chart = chart_of(single({10, 11, 99, 10, 11, 10}), options);
  EXPECT_DOUBLE_EQ(chart.points[0].centre, 10.4);
  EXPECT_TRUE(chart.points[2].outside);
  EXPECT_FALSE(chart.points[2].included);
  EXPECT_EQ(chart.phases[0].runs.useful, 5);
}

TEST(ControlLimits, allocate_nothing_for_the_second_series) {
  ChartMaker maker;
  const auto series = single(std::vector<double>(24, 3));
  const auto* first = maker.make(series, {}).points.data();
  EXPECT_EQ(maker.make(series, {}).points.data(), first);
}

TEST(ControlLimits, a_baseline_ends_in_its_own_phase) {
  std::vector<Observation> series(20);
  for (std::size_t i = 0; i < 20; ++i) series[i].value = static_cast<double>(i < 10 ? i % 3 : i);
  const std::vector<std::size_t> starts = {10};
  const std::vector<std::size_t> last = {14};
  ChartOptions options;
  options.phase_starts = starts;
  options.baseline_last = last;
  ChartMaker maker;
  const ControlChart& chart = maker.make(series, options);
  EXPECT_EQ(chart.phases[0].baseline_points, 10U);
  EXPECT_EQ(chart.phases[1].baseline_points, 5U);
  EXPECT_DOUBLE_EQ(chart.points[19].centre, 12);
}

}  // namespace alongside::statistics
