// SPDX-License-Identifier: Apache-2.0
// What is printed is what is used.
#include "learning/judgements.h"

#include <gtest/gtest.h>

#include <set>

namespace alongside::learning {

TEST(Judgements, each_is_printed_once_with_its_values) {
  std::set<std::string_view> names;
  for (const PrintedJudgement& one : printed_judgements()) {
    EXPECT_TRUE(names.insert(one.name).second) << one.name;
    EXPECT_FALSE(one.values.empty());
  }
  EXPECT_EQ(names.size(), 22U);
  for (const PrintedJudgement& one : printed_judgements()) {
    if (one.name == "certainty") {
      EXPECT_EQ(one.values, "0.05, 0.12, 0.22, 0.35");
    }
  }
}

}  // namespace alongside::learning
