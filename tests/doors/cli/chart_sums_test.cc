// SPDX-License-Identifier: Apache-2.0
// Sums, and the cases that they are made of.
#include "doors/cli/chart_sums.h"

#include "charted.h"

namespace alongside::cli {

TEST(ChartSums, adds_up) {
  ChartOptions options;
  options.kind = "cusum";
  options.explain = true;
  const std::string said = charted(falls(), options);
  EXPECT_TRUE(says(said, "CUSUM of falls by month"));
  EXPECT_TRUE(says(said, "beyond the limit upwards"));
  EXPECT_TRUE(says(said, "cusum(d$y"));
  options.kind = "ewma";
  options.csv = "-";
  EXPECT_TRUE(says(charted(falls(), options), "x,y,ewma,lcl,ucl,signal_up,signal_down\n"));
  options.phases = {"2024-01"};
  EXPECT_TRUE(says(refused(falls(), options), "it takes no phases"));
}

TEST(ChartSums, adds_up_cases_by_their_risks) {
  std::string text = "case,died,risk\n";
  for (int i = 1; i <= 60; ++i) text += std::to_string(i) + "," + (i > 30 ? "1" : "0") + ",0.1\n";
  ChartOptions options;
  options.kind = "vlad";
  options.y = "died";
  EXPECT_TRUE(says(refused(text, options), "--risk"));
  options.risk = "risk";
  EXPECT_TRUE(says(charted(text, options), "After 60 cases, 24 more than their risks gave."));
  options.kind = "racusum";
  EXPECT_TRUE(says(charted(text, options), "beyond the limit upwards"));
  options.kind = "b";
  EXPECT_TRUE(says(refused(text, options), "--target: the risk"));
  options.target = "0.1";
  EXPECT_TRUE(says(charted(text, options), "A sum goes beyond its limit."));
  options.risk.clear();
  options.y = "y";
  EXPECT_TRUE(says(refused("case,y\n1,2\n2,0\n3,1\n", options), "line 2: each case is 0 or 1"));
}

}  // namespace alongside::cli
