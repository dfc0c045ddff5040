// SPDX-License-Identifier: Apache-2.0
// Which column is what: by name, by content, or as asked.
#include "improvement/chart_table.h"

#include <gtest/gtest.h>

#include <cmath>

namespace alongside {
namespace {

std::variant<ChartTable, ChartTableFault> read(std::string_view text, ColumnsAsked asked = {}) {
  return chart_table(std::get<TextTable>(table_from(text)), asked);
}
ChartTable table(std::string_view text, ColumnsAsked asked = {}) {
  return std::get<ChartTable>(read(text, std::move(asked)));
}
std::string fault(std::string_view text, ColumnsAsked asked = {}) {
  return std::get<ChartTableFault>(read(text, std::move(asked))).message;
}

}  // namespace

TEST(ChartTable, guesses_time_value_and_size) {
  const auto read = table("Month;Falls;Bed days\n2024-01;5;100\n2024-02;6;120\n");
  EXPECT_EQ(read.x_name, "Month");
  EXPECT_EQ(read.y_name, "Falls");
  EXPECT_EQ(read.n_name, "Bed days");
  EXPECT_EQ(read.keys[1] - read.keys[0], 31);
  EXPECT_EQ(read.n[1], 120);
}

TEST(ChartTable, takes_columns_as_asked_by_name_or_number) {
  const std::string_view text = "a,b,c\n1,10,100\n2,20,200\n";
  EXPECT_EQ(table(text).y_name, "b");
  EXPECT_EQ(table(text, {"", "c", ""}).y[1], 200);
  EXPECT_EQ(table(text, {"", "2", "3"}).n[0], 100);
  EXPECT_EQ(fault(text, {"", "d", ""}), "--y: there is no column \"d\". There are: a, b, c");
}

TEST(ChartTable, tells_days_from_months_by_the_numbers) {
  const auto british = table("d,y\n01/02/2025,1\n28/02/2025,2\n");
  EXPECT_EQ(british.keys[1] - british.keys[0], 27);
  const auto american = table("d,y\n02/01/2025,1\n02/28/2025,2\n");
  EXPECT_EQ(american.keys[1] - american.keys[0], 27);
  const auto dots = table("d,y\n1.2.2025,1\n2.2.2025,2\n");
  EXPECT_EQ(dots.keys[1] - dots.keys[0], 1);
}

TEST(ChartTable, reads_a_bare_list_and_names_without_dates) {
  const auto bare = table("3\n4\n5\n");
  EXPECT_EQ(bare.y, (std::vector<double>{3, 4, 5}));
  EXPECT_TRUE(bare.x_name.empty());
  const auto named = table("week,y\nfirst,3\nsecond,4\nfirst,5\n");
  EXPECT_EQ(named.keys[0], named.keys[2]);
}

TEST(ChartTable, says_which_cell_is_wrong) {
  EXPECT_EQ(fault("date,count\n2024-01-01,5\n2024-02-01,x\n"),
            "Line 3: \"count\" is not a number. Leave a cell empty where there is none.");
  EXPECT_EQ(fault("a,b\n"), "The file holds no rows of data.");
  EXPECT_EQ(fault("name\nAnna\nBo\n"),
            "No column holds numbers only. Name one with --y, and clear cells that are none.");
  EXPECT_TRUE(std::isnan(table("date,y\n2024-01-01,\n2024-01-02,3\n").y[0]));
}

TEST(ChartTable, keeps_hours_apart_and_leaves_out_rows_without_a_time) {
  const auto hours =
      table("when,y\n2024-01-01T00:00,1\n2024-01-01 06:30,2\n2024-01-01T12:00:00Z,3\n");
  EXPECT_NEAR(hours.keys[1] - hours.keys[0], 6.5 / 24, 1e-9);
  EXPECT_NEAR(hours.keys[2] - hours.keys[0], 0.5, 1e-9);
  const auto gaps = table("date,y\n2024-01-03,3\n,9\n2024-01-01,1\n");
  EXPECT_EQ(gaps.without_time, 1U);
  EXPECT_EQ(gaps.y, (std::vector<double>{3, 1}));
  EXPECT_EQ(gaps.keys[0] - gaps.keys[1], 2);
}

}  // namespace alongside
