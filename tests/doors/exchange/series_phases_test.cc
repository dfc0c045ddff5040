// SPDX-License-Identifier: Apache-2.0
// Rows, dates, categories and phases of a request become the chart that was asked for.
#include <gtest/gtest.h>

#include "doors/exchange/series.h"

namespace alongside::exchange {
namespace {

JsonValue answer(const std::string& rest) {
  JsonReader reader;
  JsonReader other;
  auto read = other.read(charted(reader, "{\"name\":\"x\"," + rest + "}"), 16);
  return std::get<JsonValue>(std::move(read));
}

}  // namespace

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

}  // namespace alongside::exchange
