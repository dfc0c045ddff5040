// SPDX-License-Identifier: Apache-2.0
// Identifiers are UUIDs of version 7 and sort by time.
#include "foundation/base/id.h"

#include <gtest/gtest.h>

namespace alongside {

TEST(Id, is_version_7_and_ordered_by_time) {
  SeededRandomness randomness(1);
  const std::string first = uuid_v7({1'000'000}, randomness);
  const std::string second = uuid_v7({1'000'001}, randomness);
  EXPECT_TRUE(is_uuid(first));
  EXPECT_EQ(first[14], '7');
  EXPECT_LT(first, second);
}

TEST(Id, refuses_what_is_none) {
  for (const char* wrong : {"", "x", "0198-", "01934C9C-e34c-7717-8b4a-7169c9276795",
                            "01934c9ce34c-7717-8b4a-7169c92767955"})
    EXPECT_FALSE(Id<int>::parse(wrong)) << wrong;
}

}  // namespace alongside
