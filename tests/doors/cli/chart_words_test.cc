// SPDX-License-Identifier: Apache-2.0
// Numbers as people read them, kinds by their codes.
#include "doors/cli/chart_words.h"

#include <gtest/gtest.h>

namespace alongside::cli {

TEST(ChartWords, write_four_digits_that_count) {
  EXPECT_EQ(number_words(12.3456), "12.35");
  EXPECT_EQ(number_words(0.00123456), "0.001235");
  EXPECT_EQ(number_words(100), "100");
  EXPECT_EQ(number_words(-0.5), "-0.5");
}

TEST(ChartWords, know_every_kind_by_its_code) {
  for (const char* code :
       {"run", "i", "mr", "ip", "ms", "xbar", "s", "t", "p", "pp", "c", "cp", "u", "up", "g"})
    EXPECT_EQ(code_of(kind_from(code).value()), code);
  EXPECT_FALSE(kind_from("auto").has_value());
}

TEST(ChartWords, say_nothing_of_an_empty_chart) {
  EXPECT_EQ(summary_of(Charted()), "There is nothing to chart.");
}

}  // namespace alongside::cli
