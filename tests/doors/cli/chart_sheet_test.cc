// SPDX-License-Identifier: Apache-2.0
// Numbers as people and machines read them, tables in three shapes.
#include "doors/cli/chart_sheet.h"

#include <gtest/gtest.h>

#include <cmath>

namespace alongside::cli {

TEST(ChartSheet, writes_four_digits_that_count) {
  EXPECT_EQ(number_words(12.3456), "12.35");
  EXPECT_EQ(number_words(0.00123456), "0.001235");
  EXPECT_EQ(number_words(100), "100");
  EXPECT_EQ(number_words(-0.5), "-0.5");
  EXPECT_EQ(exact(0.1), "0.1");
  EXPECT_EQ(exact(std::nan("")), "");
  EXPECT_EQ(percent(0.1234), "12.3 %");
}

TEST(ChartSheet, quotes_what_a_csv_would_cut) {
  EXPECT_EQ(as_csv({{"a", "b"}, {{"1, 2", "say \"x\""}}}), "a,b\n\"1, 2\",\"say \"\"x\"\"\"\n");
}

TEST(ChartSheet, sets_columns_under_each_other_in_any_script) {
  EXPECT_EQ(as_columns({{"namn", "n"}, {{"Väntetid", "1"}, {"待ち", "2"}}}),
            "namn      n\nVäntetid  1\n待ち        2\n");
}

TEST(ChartSheet, escapes_what_would_be_markup) {
  struct Plain final : Sheet {
    std::string svg() const override { return {}; }
    std::string drawn(int) const override { return {}; }
    std::string explanation() const override { return {}; }
    std::string json() const override { return {}; }
  } sheet;
  sheet.title = "<script>";
  const std::string page = as_html(sheet);
  EXPECT_EQ(page.find("<script>"), std::string::npos);
  EXPECT_NE(page.find("&lt;script&gt;"), std::string::npos);
}

}  // namespace alongside::cli
