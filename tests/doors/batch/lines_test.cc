// SPDX-License-Identifier: Apache-2.0
// Many lines keep their order, and an error is counted.
#include "doors/batch/lines.h"

#include <gtest/gtest.h>

#include <sstream>

namespace alongside::batch {

TEST(Lines, come_back_in_their_order_and_errors_are_counted) {
  std::ostringstream lines;
  for (int i = 0; i < 2000; ++i) lines << i << "\n\n";
  std::istringstream in(lines.str());
  std::ostringstream out;
  const auto errors = answer_lines(in, out, [](JsonReader&, std::string_view line) {
    return line == "7" ? std::string(R"({"error":{"code":"seven"}})") : std::string(line);
  });
  EXPECT_EQ(errors, 1);
  EXPECT_TRUE(out.str().starts_with("0\n1\n2\n"));
  EXPECT_TRUE(out.str().ends_with("1998\n1999\n"));
}

}  // namespace alongside::batch
