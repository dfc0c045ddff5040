// SPDX-License-Identifier: Apache-2.0
// Profiles, rule sets, and the same elsewhere.
#include "doors/cli/chart_explained.h"

#include "charted.h"

namespace alongside::cli {

TEST(ChartExplained, follows_a_profile) {
  ChartOptions options;
  options.profile = "mdc";
  options.better = "down";
  options.explain = true;
  options.target = "60";
  EXPECT_TRUE(says(charted(falls(), options), "ptd_spc(d, value_field = falls"));
  EXPECT_TRUE(says(charted(falls(), options), "below the lower limit (better)"));
  options.profile = "qcc";
  options.kind = "i";
  EXPECT_TRUE(says(charted(falls(), options), "qcc(d$falls, type = \"xbar.one\")"));
  options.kind = "t";
  EXPECT_TRUE(says(refused(falls(), options), "qcc has no chart \"t\""));
  options.profile = "autospc";
  options.kind = "i";
  EXPECT_TRUE(says(charted(falls(), options), "plot_auto_SPC"));
}

TEST(ChartExplained, takes_rules_of_ones_own) {
  ChartOptions options;
  options.kind = "i";
  options.rules = "5-on-one-side";
  options.explain = true;
  const std::string said = charted(falls(), options);
  EXPECT_TRUE(says(said, "Rules: 5-on-one-side."));
  EXPECT_TRUE(says(said, "What each set of rules finds here:"));
  options.rules = "five";
  EXPECT_TRUE(says(refused(falls(), options), "\"five\" is none of anhoej"));
}

TEST(ChartExplained, hands_everything_to_machines) {
  ChartOptions options;
  options.kind = "i";
  options.phases = {"2024-01=A new door"};
  options.json = "-";
  const std::string json = charted(falls(), options);
  for (const char* part :
       {"\"decisions\":[\"New limits from 2024-01: A new door\"]", "\"limits\":\"3sigma\"",
        "\"signals\":[", "\"false_alarm_rate\":0.0", "\"in_r\":\"library(qicharts2)", "\"rule\":\"",
        "\"meaning\":\"different\"", "\"ucl95\":", "\"sigma_z\":null"})
    EXPECT_TRUE(says(json, part)) << part;
}

}  // namespace alongside::cli
