// SPDX-License-Identifier: Apache-2.0
// A log line is one line of JSON.
#include "foundation/base/log.h"

#include <gtest/gtest.h>

#include <cstdio>

namespace alongside {

TEST(Log, writes_one_line_of_json) {
  const StillClock clock({0});
  std::FILE* file = std::tmpfile();
  Log log(clock, file);
  log.write("request", {{"status", std::int64_t{200}}, {"route", std::string_view("/me\n")}});
  std::rewind(file);
  char line[200] = {};
  ASSERT_NE(std::fgets(line, sizeof line, file), nullptr);
  EXPECT_STREQ(line,
               "{\"at\":\"1970-01-01T00:00:00.000Z\",\"event\":\"request\",\"status\":200,"
               "\"route\":\"/me\\n\"}\n");
  std::fclose(file);
}

}  // namespace alongside
