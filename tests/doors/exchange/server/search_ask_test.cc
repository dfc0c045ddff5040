// SPDX-License-Identifier: Apache-2.0
// A query, read.
#include <gtest/gtest.h>

#include "doors/exchange/server/search.h"

namespace alongside::exchange {

TEST(FhirSearchAsk, tells_criteria_from_what_steers_the_answer) {
  Reply fault;
  const auto asked = search_from(
      "Goal",
      *http::Fields::parse("patient=a&lifecycle-status=active&_sort=-start-date,_id&_count=7"
                           "&_format=json&_include=Goal:patient:Patient&mood=1"),
      fault);
  ASSERT_TRUE(asked);
  EXPECT_EQ(asked->criteria.size(), 2U);
  EXPECT_EQ(asked->order.size(), 2U);
  EXPECT_TRUE(asked->order[0].descending);
  EXPECT_EQ(asked->count, 7);
  EXPECT_EQ(asked->include.at(0).target, "Patient");
  EXPECT_EQ(asked->unknown, (std::vector<std::string>{"mood"}));
  EXPECT_FALSE(asked->used.has("mood"));
  EXPECT_FALSE(asked->used.has("_format"));
}

TEST(FhirSearchAsk, keeps_a_page_to_its_size) {
  Reply fault;
  EXPECT_EQ(search_from("Goal", *http::Fields::parse("_count=100000"), fault)->count, count_max);
  EXPECT_TRUE(search_from("Goal", *http::Fields::parse("_count=0"), fault)->only_count);
  EXPECT_FALSE(search_from("Goal", *http::Fields::parse("_count=-1"), fault));
  EXPECT_EQ(fault.status, 400);
}

}  // namespace alongside::exchange
