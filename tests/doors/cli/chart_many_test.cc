// SPDX-License-Identifier: Apache-2.0
// Many measures in one table.
#include "doors/cli/chart_many.h"

#include "charted.h"

namespace alongside::cli {

TEST(ChartMany, of_many_measures_is_one_table) {
  std::string text = "month;measure;value;goal;way\n";
  for (int i = 0; i < 24; ++i)
    for (const char* name : {"Väntetid", "Svar"})
      text +=
          std::to_string(2023 + i / 12) + "-" + (i % 12 < 9 ? "0" : "") +
          std::to_string(i % 12 + 1) + ";" + name + ";" +
          (*name == 'V' ? std::to_string(20 + i % 3) : std::to_string(i < 14 ? 50 : 80) + ",5") +
          ";10;" + (*name == 'V' ? "down" : "up") + "\n";
  ChartOptions options;
  options.by = "measure";
  options.target = "goal";
  options.better = "way";
  options.y = "value";
  const std::string said = charted(text, options);
  EXPECT_TRUE(says(said, "1 of 2 now differ from what is usual for them."));
  EXPECT_TRUE(says(said, "better, up"));
  EXPECT_TRUE(says(said, "not reached"));
  EXPECT_TRUE(says(said, "can be relied on"));
  options.html = "-";
  const std::string page = charted(text, options);
  EXPECT_TRUE(says(page, "<h2>All measures</h2>"));
  EXPECT_TRUE(says(page, "Väntetid"));
  options.html.clear();
  options.json = "-";
  EXPECT_TRUE(says(charted(text, options), "{\"name\":\"Svar\",\"chart\":{\"chart\":\"i\""));
  options.json.clear();
  options.by = "colour";
  EXPECT_TRUE(says(refused(text, options), "--by: there is no column \"colour\""));
}

}  // namespace alongside::cli
