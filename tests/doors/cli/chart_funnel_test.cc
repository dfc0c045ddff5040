// SPDX-License-Identifier: Apache-2.0
// Places of one table beside each other.
#include "doors/cli/chart_funnel.h"

#include "charted.h"

namespace alongside::cli {

TEST(ChartFunnel, puts_places_beside_each_other) {
  std::string text = "ward,deaths,cases\n";
  for (int i = 0; i < 20; ++i)
    text += "Ward " + std::to_string(i) + "," + std::to_string(i == 3 ? 90 : 20 + i % 5) + ",400\n";
  ChartOptions options;
  options.kind = "funnel";
  options.better = "down";
  const std::string said = charted(text, options);
  EXPECT_TRUE(says(said, "Ward 3: 0.225 lies above the 99.8 % limits for its size."));
  EXPECT_TRUE(says(said, "■"));
  options.svg = "-";
  EXPECT_TRUE(says(charted(text, options), ">Ward 3</text>"));
  options.svg.clear();
  options.csv = "-";
  EXPECT_TRUE(says(charted(text, options), "ward,count,size,ratio,z,"));
  EXPECT_TRUE(says(refused("a,b\nx,1\ny,2\n", options), "column of denominators"));
  EXPECT_TRUE(says(refused("a,b,n\nx,1,0\n", options), "line 2: a size is above zero"));
}

}  // namespace alongside::cli
