// SPDX-License-Identifier: Apache-2.0
// From a table to a drawing, a reading and files.
#include "doors/cli/chart.h"

#include <gtest/gtest.h>

#include "charted.h"

namespace alongside::cli {
TEST(Chart, draws_and_says_what_it_found) {
  ChartOptions options;
  options.better = "down";
  options.explain = true;
  const std::string said = charted(falls(), options);
  EXPECT_TRUE(says(said, "I chart of falls by month"));
  EXPECT_TRUE(says(said, "2023-01 to 2024-02: 14 points in a row above the middle"));
  EXPECT_TRUE(says(said, "(worse)"));
  EXPECT_TRUE(says(said, "Why this chart: One value each time."));
  EXPECT_TRUE(says(said, "qic(month, falls, data = d, chart = \"i\")"));
}

TEST(Chart, begins_a_phase_and_leaves_a_point_out) {
  ChartOptions options;
  options.phases = {"2024-03"};
  options.leave_out = {"2023-05"};
  options.kind = "i";
  const std::string said = charted(falls(), options);
  EXPECT_TRUE(says(said, "Nothing here is more than chance gives."));
  EXPECT_TRUE(says(said, "×"));
}

TEST(Chart, writes_numbers_that_can_be_read_again) {
  ChartOptions options;
  options.csv = "-";
  options.kind = "run";
  const std::string csv = charted(falls(), options);
  EXPECT_TRUE(says(csv, "x,y,n,phase"));
  EXPECT_TRUE(says(csv, "\n2023-01,120,,1,true,true,"));
  options.csv.clear();
  options.json = "-";
  EXPECT_TRUE(says(charted(falls(), options), "\"chart\":\"run\""));
  options.json.clear();
  options.svg = "-";
  const std::string svg = charted(falls(), options);
  EXPECT_TRUE(svg.starts_with("<svg xmlns="));
  EXPECT_LE(svg.size(), 12'000U);
}

TEST(Chart, refuses_in_a_sentence) {
  ChartOptions pie;
  pie.kind = "pie";
  EXPECT_TRUE(says(refused(falls(), pie), "\"pie\" is none of"));
  ChartOptions p;
  p.kind = "p";
  EXPECT_TRUE(says(refused(falls(), p), "needs a column of denominators"));
  ChartOptions phase;
  phase.phases = {"1999"};
  EXPECT_TRUE(says(refused(falls(), phase), "there is no row \"1999\""));
  EXPECT_TRUE(says(refused("a,b\n\"1"), "line 2: A quote is opened and never closed."));
  ChartOptions t;
  t.kind = "t";
  EXPECT_TRUE(says(refused("y\n1\n0\n", t), "line 3: time between events is above zero"));
}

}  // namespace alongside::cli
