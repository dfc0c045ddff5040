// SPDX-License-Identifier: Apache-2.0
// The guideline's 18 items, in its order.
#include "change/report.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace alongside {

// Ogrinc and others 2016, table: title and abstract 1-2, introduction 3-6, methods 7-12, results
// 13, discussion 14-17, other 18.
TEST(Report, stands_in_the_order_of_squire) {
  ASSERT_EQ(report_items.size(), 18U);
  EXPECT_TRUE(std::is_sorted(report_items.begin(), report_items.end()));
  const auto how_many = [](ReportPart part) {
    return std::count_if(report_items.begin(), report_items.end(),
                         [&](ReportItem item) { return part_of(item) == part; });
  };
  EXPECT_EQ(how_many(ReportPart::heading), 2);
  EXPECT_EQ(how_many(ReportPart::introduction), 4);
  EXPECT_EQ(how_many(ReportPart::methods), 6);
  EXPECT_EQ(how_many(ReportPart::results), 1);
  EXPECT_EQ(how_many(ReportPart::discussion), 4);
  EXPECT_EQ(how_many(ReportPart::other), 1);
}

TEST(Report, words_have_a_limit_beside_their_field) {
  ReportWords typed;
  typed[static_cast<std::size_t>(ReportItem::ethics)] = std::string(report_characters_max + 1, 'a');
  EXPECT_EQ(report_words_from(typed).refusal().faults(),
            (std::vector<Fault>{{"report.long", "ethics"}}));
  typed[static_cast<std::size_t>(ReportItem::ethics)] = " None needed ";
  EXPECT_EQ(report_words_from(typed).value()[static_cast<std::size_t>(ReportItem::ethics)],
            "None needed");
}

}  // namespace alongside
