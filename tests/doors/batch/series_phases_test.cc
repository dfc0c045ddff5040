// SPDX-License-Identifier: Apache-2.0
// Rows, dates, categories and phases of a request become the chart that was asked for.
#include <gtest/gtest.h>

#include "answered.h"

namespace alongside::batch {
TEST(SeriesPhases, dates_are_put_in_order_and_come_back_as_written) {
  const auto chart = answer(
      R"("family":"qic","chart":"run","inputs":{"x":["2026-03-01","2026-01-01","2026-02-01"],"y":[3,1,2]})");
  EXPECT_EQ(chart.at("/points/x/0")->text, "2026-01-01");
  EXPECT_EQ(chart.at("/points/y/0")->text, "1");
  EXPECT_EQ(chart.at("/points/y/2")->text, "3");
}

TEST(SeriesPhases, rows_without_a_time_are_left_out) {
  const auto chart =
      answer(R"("family":"qic","chart":"run","inputs":{"x":[2,null,1],"y":[5,9,4]})");
  EXPECT_EQ(chart.at("/points/y")->items.size(), 2U);
}

TEST(SeriesPhases, categories_have_no_runs) {
  const auto chart = answer(
      R"("family":"qic","chart":"p","inputs":{"x":["North","South"],"y":[3,4],"n":[10,20]})");
  EXPECT_TRUE(chart.at("/phases/0/longest_run")->is(JsonValue::Kind::null));
  EXPECT_EQ(chart.at("/phases/0/runs_signal")->text, "false");
}

TEST(SeriesPhases, a_rebase_date_begins_a_phase) {
  std::string months;
  std::string values;
  for (int i = 0; i < 24; ++i) {
    const int month = i % 12 + 1;
    months += std::string(i > 0 ? "," : "") + "\"" + std::to_string(2024 + i / 12) +
              (month < 10 ? "-0" : "-") + std::to_string(month) + "-01\"";
    values += std::string(i > 0 ? "," : "") + std::to_string((i < 12 ? 10 : 20) + i % 3);
  }
  const auto chart = answer(R"("family":"mdc","chart":"i","inputs":{"x":[)" + months + "],\"y\":[" +
                            values + R"(]},"options":{"rebase":["2025-01-01"],"target":15})");
  EXPECT_EQ(chart.at("/points/part/11")->text, "1");
  EXPECT_EQ(chart.at("/points/part/12")->text, "2");
  EXPECT_EQ(chart.at("/points/cl/0")->number(), 11);
  EXPECT_EQ(chart.at("/points/cl/23")->number(), 21);
  EXPECT_EQ(chart.at("/summary/assurance")->text, "consistent_pass");
}

TEST(SeriesPhases, what_screening_dropped_is_told) {
  const auto chart =
      answer(R"("family":"qic","chart":"i","inputs":{"y":[5,6,5,6,5,6,5,6,5,6,5,60,5]})");
  EXPECT_EQ(chart.at("/phases/0/mr_screened")->text, "2");
}

TEST(SeriesPhases, places_have_the_spread_of_z_and_not_of_neighbours) {
  const std::string inputs =
      R"("inputs":{"x":["a","b","c","d","e","f","g","h"],"y":[1,5,2,8,3,9,1,2],"n":[20,30,40,25,33,28,19,27]})";
  // By qicharts2's rule for text x: the standard deviation of z.
  EXPECT_NEAR(
      *answer("\"family\":\"qic\",\"chart\":\"pp\"," + inputs).at("/phases/0/sigma_z")->number(),
      1.7517, 5e-5);
  EXPECT_NEAR(
      *answer("\"family\":\"qic\",\"chart\":\"up\"," + inputs).at("/phases/0/sigma_z")->number(),
      1.6248, 5e-5);
  const auto sorted = answer(R"("family":"qic","chart":"run","inputs":{"x":["b","a"],"y":[1,2]})");
  EXPECT_EQ(sorted.at("/points/x/0")->text, "a");
}

TEST(SeriesPhases, groups_of_different_size_outside_the_baseline_pool_the_spread) {
  const auto chart = answer(
      R"("family":"qic","chart":"s","inputs":{"x":[1,1,1,2,2,2,3,3,3,4,4],"y":[1,2,6,3,4,9,2,2,7,5,8]},"options":{"freeze":3})");
  EXPECT_NEAR(*chart.at("/points/cl/0")->number(), 2.92499, 5e-6);
}

TEST(SeriesPhases, runs_of_moving_ranges_are_not_judged) {
  const auto chart = answer(
      R"("family":"qic","chart":"mr","inputs":{"y":[0,0,1,0,1,0,1,0,1,0,1,0,1,0,1,0,9,0,9,0,9,0,9,0,9,0,9,0,9]})");
  EXPECT_EQ(chart.at("/phases/0/runs_signal")->text, "false");
}

TEST(SeriesPhases, a_line_of_t_that_would_lie_below_zero) {
  const auto chart =
      answer(R"("family":"qic","chart":"t","inputs":{"y":[1,100,1,200,2,300,1,150]})");
  EXPECT_EQ(chart.at("/points/lcl/0")->number(), 0);
  EXPECT_TRUE(chart.at("/points/lcl95/0")->is(JsonValue::Kind::null));
}

TEST(SeriesPhases, choose_a_chart_and_say_why) {
  JsonReader reader;
  std::string request = R"({"name":"a","family":"qic","chart":"auto","inputs":{"y":[)";
  std::string sizes;
  for (int i = 0; i < 20; ++i) {
    request += std::to_string(5 + i % 3) + (i < 19 ? "," : "],\"n\":[");
    sizes += (i > 0 ? "," : "") + std::to_string(50 + i);
  }
  const std::string said = charted(reader, request + sizes + "]},\"options\":{}}");
  EXPECT_NE(said.find("\"chart\":\"p\",\"chart_reason\":\"shares\""), std::string::npos) << said;
}

}  // namespace alongside::batch
