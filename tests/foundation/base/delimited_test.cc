// SPDX-License-Identifier: Apache-2.0
// Tables as spreadsheets write them, and as they come broken.
#include "foundation/base/delimited.h"

#include <gtest/gtest.h>

namespace alongside {
namespace {

TextTable table(std::string_view text) { return std::get<TextTable>(table_from(text)); }
using Row = std::vector<std::string>;

}  // namespace

TEST(Delimited, reads_commas_semicolons_and_tabs) {
  EXPECT_EQ(table("a,b\n1,2\n").rows[1], (Row{"1", "2"}));
  EXPECT_EQ(table("a;b\r\n1,5;2\r\n").rows[1], (Row{"1,5", "2"}));
  EXPECT_EQ(table("a\tb\n1\t2").rows[1], (Row{"1", "2"}));
  EXPECT_EQ(table("\xEF\xBB\xBFmonth,n\n").rows[0][0], "month");
}

TEST(Delimited, reads_quotes_and_lines_inside_them) {
  const TextTable read = table("a,b\n\"x, \"\"y\"\"\nz\",2\n\n3,\n");
  EXPECT_EQ(read.rows[1], (Row{"x, \"y\"\nz", "2"}));
  EXPECT_EQ(read.rows[2], (Row{"3", ""}));
  EXPECT_EQ(read.lines, (std::vector<std::size_t>{1, 2, 5}));
}

TEST(Delimited, says_where_a_table_is_broken) {
  EXPECT_EQ(std::get<TableFault>(table_from("a,b\n1,\"x\n")).line, 2U);
  EXPECT_EQ(std::get<TableFault>(table_from("a\xFF")).reason, "The text is not UTF-8.");
  EXPECT_TRUE(table("").rows.empty());
  EXPECT_TRUE(table("\n , \n").rows.empty());
}

TEST(Delimited, reads_numbers_as_people_write_them) {
  EXPECT_EQ(number_in("1.5", ','), 1.5);
  EXPECT_EQ(number_in(" 1,5 ", ';'), 1.5);
  EXPECT_EQ(number_in("1 234", ','), 1234);
  EXPECT_EQ(number_in("12 %", ','), 12);
  EXPECT_EQ(number_in("-3e2", ','), -300);
  EXPECT_FALSE(number_in("1,5", ',').has_value());
  EXPECT_FALSE(number_in("n/a", ',').has_value());
  EXPECT_FALSE(number_in("", ',').has_value());
  EXPECT_FALSE(number_in("inf", ',').has_value());
}

TEST(Delimited, a_comma_means_the_same_in_a_whole_column) {
  const auto meaning = [](const std::vector<std::string>& cells, char between = ';') {
    const auto found = comma_in(cells, between);
    if (std::holds_alternative<std::size_t>(found)) return std::string("unclear");
    return std::string(std::get<Comma>(found) == Comma::decimal ? "decimal" : "thousands");
  };
  EXPECT_EQ(meaning({"1", "2"}), "decimal");
  EXPECT_EQ(meaning({"1,5", "1,015"}), "decimal");
  EXPECT_EQ(meaning({"0,125"}), "decimal");
  EXPECT_EQ(meaning({"1015", "1,250"}), "decimal");
  EXPECT_EQ(meaning({"1,015,000", "998"}), "thousands");
  EXPECT_EQ(meaning({"1,015.5", "998"}), "thousands");
  EXPECT_EQ(meaning({"998", "1,015"}), "unclear");
  EXPECT_EQ(meaning({"998", "1.015"}), "unclear");
  EXPECT_EQ(meaning({"998", "1.015"}, ','), "decimal");
  EXPECT_EQ(number_in("1,015.5", ',', Comma::thousands), 1015.5);
}

}  // namespace alongside
