// SPDX-License-Identifier: Apache-2.0
// What became other, and nothing else.
#include "improvement/late_data.h"

#include <gtest/gtest.h>

namespace alongside {

TEST(LateData, tells_months_that_were_over_and_are_other_now) {
  const std::vector<MonthCount> then = {{Month{670}, {1, 2}, {}},
                                        {Month{671}, {1, 3}, {}},
                                        {Month{672}, {0, 0}, {}},
                                        {Month{673}, {4, 5}, {}}};
  std::vector<MonthCount> now = {{Month{671}, {1, 4}, {}},
                                 {Month{672}, {2, 2}, {}},
                                 {Month{673}, {9, 9}, {}},
                                 {Month{674}, {1, 1}, {}}};
  const auto changed = changed_months(then, Month{673}, now);
  ASSERT_EQ(changed.size(), 2U);  // 670 is off the chart by now, 673 was going on.
  EXPECT_EQ(changed[0].before.share, (Proportion{1, 3}));
  EXPECT_EQ(changed[0].after.share, (Proportion{1, 4}));
  EXPECT_EQ(changed[1].before.share.of, 0);
  EXPECT_TRUE(changed_months(then, Month{673}, then).empty());
  now[0] = then[1];
  now[0].value = 0.5;
  EXPECT_EQ(changed_months(then, Month{672}, now).size(), 1U);
}

}  // namespace alongside
