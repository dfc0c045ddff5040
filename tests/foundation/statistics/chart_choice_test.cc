// SPDX-License-Identifier: Apache-2.0
// The chart that fits, and the reason that is told.
#include "foundation/statistics/chart_choice.h"

#include <gtest/gtest.h>

namespace alongside::statistics {
namespace {

Choice chosen(const std::vector<double>& y, const std::vector<double>& n = {},
              std::vector<double> x = {}) {
  for (std::size_t i = x.size(); i < y.size(); ++i) x.push_back(static_cast<double>(i));
  Grouping grouping;
  const Rows rows{x, y, n};
  return choose_chart(rows, grouping.group(rows, Together::mean));
}

std::vector<double> repeated(std::initializer_list<double> values, int times) {
  std::vector<double> all;
  for (int i = 0; i < times; ++i) all.insert(all.end(), values);
  return all;
}

}  // namespace

TEST(ChartChoice, few_points_are_a_run_chart) { EXPECT_EQ(chosen({1, 2, 3}).kind, ChartKind::run); }

TEST(ChartChoice, counts_out_of_a_size_are_shares) {
  const auto y = repeated({2, 3, 2, 4, 1, 3}, 3);
  EXPECT_EQ(chosen(y, std::vector<double>(18, 20)).kind, ChartKind::p);
  const auto wild = repeated({200, 600}, 9);
  const Choice wider = chosen(wild, std::vector<double>(18, 1000));
  EXPECT_EQ(wider.kind, ChartKind::pp);
  EXPECT_EQ(code_of(wider.reason), "shares_wider");
}

TEST(ChartChoice, counts_over_an_area_are_rates) {
  const auto y = repeated({2, 5, 3, 4, 1, 3}, 3);
  EXPECT_EQ(chosen(y, std::vector<double>(18, 1.5)).kind, ChartKind::u);
}

TEST(ChartChoice, measurements_with_a_size_are_i_prime) {
  EXPECT_EQ(chosen(repeated({1.5, 2.5}, 7), std::vector<double>(14, 9)).kind, ChartKind::ip);
}

TEST(ChartChoice, whole_counts_are_c_only_where_they_vary_so) {
  EXPECT_EQ(chosen(repeated({2, 7, 4, 5, 3, 6, 1, 4}, 3)).kind, ChartKind::c);
  EXPECT_EQ(chosen(repeated({90, 91}, 9)).kind, ChartKind::i);
  EXPECT_EQ(chosen(repeated({0, 0, 0, 1}, 6)).reason, ChoiceReason::rare_events);
  EXPECT_EQ(chosen(repeated({1.5, 2.5}, 9)).kind, ChartKind::i);
}

TEST(ChartChoice, several_values_each_time_are_groups) {
  std::vector<double> x;
  std::vector<double> y;
  for (int i = 0; i < 60; ++i) {
    x.push_back(i / 4);
    y.push_back(i % 7);
  }
  EXPECT_EQ(chosen(y, {}, x).kind, ChartKind::xbar);
}

}  // namespace alongside::statistics
