// SPDX-License-Identifier: Apache-2.0
// A plan says what it must before it can be locked.
#include "change/test_plan.h"

#include <gtest/gtest.h>

#include "change/planned.h"

namespace alongside {
namespace {

using testing::good_plan;

std::vector<Fault> faults(const TestDraft& draft) {
  const auto plan = plan_from(draft, {{3}, {7}, {1}});
  return plan.accepted() ? std::vector<Fault>() : plan.refusal().faults();
}

TEST(TestPlan, reads_numbers_as_people_write_them) {
  TestDraft draft = good_plan();
  draft.predicted = "between";
  draft.low = "62,5";
  draft.high = "80";
  draft.hours = "2.5";
  const auto plan = plan_from(draft, {{3}, {7}, {1}});
  ASSERT_TRUE(plan.accepted());
  EXPECT_EQ(plan.value().low_milli, 62'500);
  EXPECT_EQ(plan.value().minutes_of_people, 150);
  EXPECT_EQ(plan.value().now_milli, 46'000);
}

TEST(TestPlan, names_everything_that_is_missing_at_once) {
  const auto all = faults({});
  const std::vector<Fault> expected = {{"test.words_missing", "title"},
                                       {"test.words_missing", "hypothesis"},
                                       {"test.words_missing", "what"},
                                       {"test.words_missing", "stop_rule"},
                                       {"test.words_missing", "sponsor"},
                                       {"test.words_missing", "who"},
                                       {"test.choose", "seen"},
                                       {"test.choose", "predicted"},
                                       {"test.now_missing", "now"},
                                       {"test.confidence", "confidence"},
                                       {"test.size", "size"},
                                       {"test.hours", "hours"},
                                       {"test.day", "begins"},
                                       {"test.day", "ends"}};
  EXPECT_EQ(all, expected);
}

TEST(TestPlan, refuses_what_cannot_be) {
  TestDraft draft = good_plan();
  draft.now = "146";
  EXPECT_EQ(faults(draft), (std::vector<Fault>{{"test.of_100", "now"}}));
  draft = good_plan();
  draft.predicted = "between";
  draft.low = "80";
  draft.high = "60";
  EXPECT_EQ(faults(draft), (std::vector<Fault>{{"test.range", "high"}}));
  draft = good_plan();
  draft.ends = "2026-11-01";
  EXPECT_EQ(faults(draft), (std::vector<Fault>{{"test.ends_before", "ends"}}));
  draft = good_plan();
  draft.idea = "4";
  draft.follows = "x";
  EXPECT_EQ(faults(draft),
            (std::vector<Fault>{{"test.unknown", "idea"}, {"test.unknown", "follows"}}));
  draft = good_plan();
  draft.now = "1,2345";
  EXPECT_EQ(faults(draft), (std::vector<Fault>{{"test.number", "now"}}));
}

}  // namespace
}  // namespace alongside
