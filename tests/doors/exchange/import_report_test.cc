// SPDX-License-Identifier: Apache-2.0
// What is told, and what is not where there is nothing to tell.
#include <gtest/gtest.h>

#include "doors/exchange/import.h"

namespace alongside::exchange {
namespace {

TEST(ImportReport, TellsEachFileAndWhoIsHere) {
  ImportReport report;
  report.files.push_back({"Goal.ndjson", 14, 5, 1, 2, 1, 4, 1, true});
  report.taken.people = 1;
  report.taken.teams = 2;
  const std::string text = report_text(report, "/data/errors");
  EXPECT_NE(text.find("Goal.ndjson: 14 lines = 5 new + 1 changed + 2 the same + 1 older + "
                      "4 rejected + 1 blank or about somebody erased (cut short)\n"),
            std::string::npos);
  EXPECT_NE(text.find("1 person, "), std::string::npos);
  EXPECT_NE(text.find("2 teams"), std::string::npos);
  EXPECT_NE(text.find("/data/errors"), std::string::npos);
  EXPECT_EQ(text.find("deleted"), std::string::npos);
}

}  // namespace
}  // namespace alongside::exchange
