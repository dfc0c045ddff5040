// SPDX-License-Identifier: Apache-2.0
// Nothing that was asked for is passed over in silence.
#include "doors/cli/chart_checks.h"

#include "charted.h"

namespace alongside::cli {
namespace {

ChartOptions of_kind(const char* kind) {
  ChartOptions options;
  options.kind = kind;
  return options;
}

}  // namespace

TEST(ChartChecks, refuse_options_that_a_chart_does_not_take) {
  ChartOptions options = of_kind("i");
  options.lambda = 0.2;
  EXPECT_TRUE(says(refused(falls(), options), "charts that add up"));
  options = of_kind("i");
  options.limits = "probability";
  EXPECT_TRUE(says(refused(falls(), options), "--limits probability is for"));
  options = of_kind("mr");
  options.target = "3";
  EXPECT_TRUE(says(refused(falls(), options), "has no target"));
  options = of_kind("funnel");
  options.season = true;
  options.n = "n";
  EXPECT_TRUE(says(refused("w,y,n\na,1,9\nb,2,9\n", options), "--chart funnel has no times"));
  options = of_kind("cusum");
  options.propose = true;
  EXPECT_TRUE(says(refused(falls(), options), "adds up from its first row"));
  options = of_kind("c");
  options.centre = -5;
  EXPECT_TRUE(says(refused(falls(), options), "--centre lies where"));
}

TEST(ChartChecks, refuse_baselines_that_are_none) {
  ChartOptions options = of_kind("i");
  options.baseline = 500;
  EXPECT_TRUE(says(refused(falls(), options), "past the last point"));
  options.baseline = 5;
  options.baseline_until = {"2023-05"};
  EXPECT_TRUE(says(refused(falls(), options), "not both"));
  options.baseline = 0;
  options.baseline_until = {"2023-05", "2023-08"};
  EXPECT_TRUE(says(refused(falls(), options), "two in one phase"));
  options = of_kind("i");
  options.profile = "mdc";
  options.baseline_until = {"2023-03"};
  EXPECT_TRUE(says(refused(falls(), options), "at least 12 points"));
}

TEST(ChartChecks, refuse_groups_of_one_and_charts_of_nothing) {
  EXPECT_TRUE(says(refused(falls(), of_kind("s")), "several values a time"));
  EXPECT_TRUE(says(refused("x,y\n1,\n2,\n", of_kind("i")), "No column holds numbers") ||
              says(refused("x,y\n1,\n2,\n", of_kind("i")), "no value"));
  ChartOptions options = of_kind("i");
  options.y = "y";
  EXPECT_TRUE(says(refused("x,y\n1,\n2,\n", options), "no value to work out a middle from"));
}

TEST(ChartChecks, refuse_numbers_that_can_be_read_twice_or_are_too_large) {
  EXPECT_TRUE(says(refused("m;v\na;1,015\nb;998\n"), "Line 2: is 1,015"));
  EXPECT_TRUE(says(charted("m;v\na;1,015\nb;998,5\n"), "The middle is"));
  EXPECT_TRUE(says(charted("m,v\na,\"1,015\"\nb,\"1,015,000\"\n"), "5.08e+05"));
  EXPECT_TRUE(says(refused("v\n1e300\n2\n"), "too large"));
}

}  // namespace alongside::cli
