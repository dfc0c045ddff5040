// SPDX-License-Identifier: Apache-2.0
// Options of one series, each where it belongs.
#include "doors/cli/chart_series.h"

#include "charted.h"

namespace alongside::cli {

TEST(ChartSeries, proposes_new_limits_and_changes_nothing) {
  ChartOptions options;
  options.kind = "i";
  options.propose = true;
  std::string text = "y\n";
  for (int i = 0; i < 60; ++i)
    text += std::to_string(i < 30 ? 10 + i * 7 % 5 : 30 + i * 7 % 5) + "\n";
  const std::string said = charted(text, options);
  EXPECT_TRUE(says(said, "New limits could begin at 30."));
  options.csv = "-";
  EXPECT_FALSE(says(charted(text, options), ",2,true"));
}

TEST(ChartSeries, shows_a_season_beside_the_series) {
  std::string text = "month,deaths\n";
  for (int i = 0; i < 72; ++i)
    text += std::to_string(2020 + i / 12) + (i % 12 < 9 ? "-0" : "-") + std::to_string(i % 12 + 1) +
            "," + std::to_string(100 + (i % 12 < 3 ? 30 : 0) + i * 7 % 5) + "\n";
  ChartOptions options;
  EXPECT_TRUE(says(charted(text, options), "--season shows what each adds"));
  options.season = true;
  options.explain = true;
  EXPECT_TRUE(says(charted(text, options), "Season: January +2"));
  options.csv = "-";
  EXPECT_TRUE(says(charted(text, options), ",y_without_season\n"));
  EXPECT_TRUE(says(refused("y\n1\n2\n", options), "--season needs dates"));
}

TEST(ChartSeries, takes_a_target_that_changes_and_words_at_a_time) {
  ChartOptions options;
  options.y = "falls";
  options.target = "goal";
  options.notes = {"2023-02=Nya rutiner"};
  options.svg = "-";
  std::string text = "month,falls,goal\n";
  for (int i = 1; i < 10; ++i)
    text += "2023-0" + std::to_string(i) + "," + std::to_string(i % 3) + (i < 5 ? ",4\n" : ",2\n");
  const std::string svg = charted(text, options);
  EXPECT_TRUE(says(svg, "Nya rutiner"));
  EXPECT_TRUE(says(svg, "Target 2"));
  options.notes = {"2023-02"};
  EXPECT_TRUE(says(refused(text, options), "--note: a time, = and words"));
  options.notes.clear();
  options.svg.clear();
  options.png = "-";
  EXPECT_TRUE(charted(text, options).starts_with("\x89PNG"));
}

TEST(ChartSeries, ends_a_baseline_and_takes_given_lines) {
  ChartOptions options;
  options.kind = "i";
  options.baseline_until = {"2023-12"};
  options.csv = "-";
  const std::string csv = charted(falls(), options);
  EXPECT_TRUE(says(csv, "2023-12,121,,1,true") || says(csv, "2023-12,122,,1,true"));
  EXPECT_TRUE(says(csv, "2024-01,120,,1,false"));
  options.baseline_until.clear();
  options.centre = 100;
  options.sigma = 5;
  EXPECT_TRUE(says(charted(falls(), options), ",100,85,115,"));
  options.kind = "c";
  EXPECT_TRUE(says(refused(falls(), options), "--sigma is for"));
}

TEST(ChartSeries, draws_np_and_r_charts) {
  ChartOptions options;
  options.kind = "np";
  options.csv = "-";
  options.n = "n";
  EXPECT_TRUE(says(charted("k,n\n5,50\n7,50\n3,50\n", options), "\n1,5,50,1,true,true,5,"));
  options.kind = "r";
  options.n.clear();
  EXPECT_TRUE(says(charted("x,y\n1,5\n1,9\n2,4\n2,4\n", options), "\n1,4,"));
}

}  // namespace alongside::cli
