// SPDX-License-Identifier: Apache-2.0
// Invariant 4, and what the data say against what was predicted.
#include "change/test_of_change.h"

#include <gtest/gtest.h>

#include "change/planned.h"

namespace alongside {
namespace {

const Instant now{Day::of(2026, 11, 26).number * ms_a_day + 9 * ms_an_hour};
const Instant locked{Day::of(2026, 11, 24).number * ms_a_day + 9 * ms_an_hour};
const Zone utc = Zone::utc();

TestOfChange running() {
  TestOfChange test;
  test.number = 1;
  test.plan = plan_from(testing::good_plan(), {{3}, {7}, {}}).value();
  test.locked_at = locked;
  return test;
}

TestOfChange with(std::vector<Proportion> shares) {
  TestOfChange test = running();
  for (const Proportion share : shares) {
    TestDatum datum;
    datum.day = Day::of(2026, 11, 25);
    datum.share = share;
    datum.noted_at = now;
    test.data.push_back(datum);
  }
  return test;
}

TEST(TestOfChange, takes_no_datum_before_its_prediction_is_locked) {
  const DatumDraft draft{"2026-11-25", "3", "4", "", ""};
  TestOfChange test = running();
  test.locked_at.reset();
  EXPECT_EQ(datum_from(draft, test, utc, now).refusal().key(), "test.not_locked");
  test.locked_at = Instant{now.utc_ms + 1};
  EXPECT_EQ(datum_from(draft, test, utc, now).refusal().key(), "test.not_locked");
  test = running();
  EXPECT_EQ(datum_from({"2026-11-23", "3", "4", "", ""}, test, utc, now).refusal().faults(),
            (std::vector<Fault>{{"datum.before_lock", "day"}}));
  EXPECT_TRUE(datum_from(draft, test, utc, now).accepted());
}

TEST(TestOfChange, takes_no_datum_that_cannot_be) {
  const auto faults = [](const DatumDraft& draft) {
    return datum_from(draft, running(), utc, now).refusal().faults();
  };
  EXPECT_EQ(faults({"2026-11-27", "5", "4", "", ""}),
            (std::vector<Fault>{{"datum.day_ahead", "day"}, {"datum.of", "of"}}));
  EXPECT_EQ(faults({"x", "-1", "0", "", std::string(401, 'x')}),
            (std::vector<Fault>{{"datum.day", "day"},
                                {"datum.count", "count"},
                                {"datum.of", "of"},
                                {"test.long", "note"}}));
  TestOfChange over = running();
  over.decision = Decision::adopt;
  EXPECT_EQ(datum_from({"2026-11-25", "3", "4", "", ""}, over, utc, now).refusal().key(),
            "test.is_over");
}

TEST(TestOfChange, compares_a_direction_by_the_interval_of_wilson) {
  // 7 of 10: 39.68 to 89.22 (Wilson 1927; Agresti and Coull 1998, eq. 4), which holds 46.
  const auto seen = seen_in(with({{3, 4}, {4, 6}}));
  ASSERT_TRUE(seen.has_value());
  EXPECT_NEAR(seen->estimate, 70, 1e-9);
  EXPECT_NEAR(*seen->low, 39.678, 1e-3);
  EXPECT_NEAR(*seen->high, 89.220, 1e-3);
  EXPECT_EQ(compared(with({{3, 4}, {4, 6}})), Compared::unclear);
  EXPECT_EQ(compared(with({{35, 40}})), Compared::as_predicted);
  EXPECT_EQ(compared(with({{5, 40}})), Compared::otherwise);
  EXPECT_EQ(compared(with({})), Compared::no_data);
}

TEST(TestOfChange, leaves_out_what_was_taken_back) {
  TestOfChange test = with({{35, 40}, {0, 40}});
  test.data[1].taken_back = true;
  EXPECT_EQ(compared(test), Compared::as_predicted);
  EXPECT_EQ(seen_in(test)->data, 1);
}

TEST(TestOfChange, says_of_a_range_and_of_no_change_only_what_the_interval_lets_it) {
  TestOfChange test = with({{7, 10}});
  test.plan.predicted = Predicted::between;
  test.plan.low_milli = 70'000;
  test.plan.high_milli = 80'000;
  EXPECT_EQ(compared(test), Compared::fits_so_far);
  test.plan.low_milli = 71'000;
  EXPECT_EQ(compared(test), Compared::unclear);
  test.plan.low_milli = 95'000;
  test.plan.high_milli = 99'000;
  EXPECT_EQ(compared(test), Compared::otherwise);
  test.plan.low_milli = 30'000;
  EXPECT_EQ(compared(test), Compared::as_predicted);
  test.plan.predicted = Predicted::same;
  EXPECT_EQ(compared(test), Compared::fits_so_far);
}

TEST(TestOfChange, takes_the_mean_of_numbers_with_students_t) {
  TestOfChange test = running();
  test.plan.seen = SeenAs::number;
  test.plan.now_milli = 20'000;
  test.plan.predicted = Predicted::less;
  for (const std::int64_t minutes : {14, 16, 18}) {
    const auto datum =
        datum_from({"2026-11-25", "", "", std::to_string(minutes), ""}, test, utc, now);
    ASSERT_TRUE(datum.accepted());
    test.data.push_back(datum.value());
  }
  const auto seen = seen_in(test);
  // 16 -+ 4.3027 * 2 / sqrt(3)
  EXPECT_NEAR(*seen->low, 11.0317, 1e-3);
  EXPECT_EQ(compared(test), Compared::unclear);
  test.plan.now_milli = 21'000;
  EXPECT_EQ(compared(test), Compared::as_predicted);
}

TEST(TestOfChange, is_studied_with_data_and_decided_with_a_reason) {
  EXPECT_EQ(learnt_from("It works", with({})).refusal().key(), "study.no_data");
  TestOfChange test = with({{7, 10}});
  EXPECT_EQ(learnt_from(" ", test).refusal().key(), "study.words_missing");
  EXPECT_EQ(decision_from({"adopt", "Good"}, test).refusal().key(), "act.not_now");
  test.learnt = learnt_from("It works", test).value();
  test.studied_at = now;
  EXPECT_EQ(decision_from({"keep", ""}, test).refusal().faults(),
            (std::vector<Fault>{{"act.choose", "decision"}, {"act.reason_missing", "reason"}}));
  EXPECT_EQ(decision_from({"adapt", "Later in the day"}, test).value().decision, Decision::adapt);
}

TEST(TestOfChange, cycles_that_follow_one_another_are_a_ramp) {
  std::vector<TestOfChange> tests(4);
  for (std::size_t i = 0; i < tests.size(); ++i) tests[i].number = static_cast<std::int64_t>(i) + 1;
  tests[2].plan.follows = 1;
  tests[3].plan.follows = 1;
  const auto ramps = ramps_of(tests);
  ASSERT_EQ(ramps.size(), 2U);
  EXPECT_EQ(ramps[0].size(), 3U);
  EXPECT_EQ(ramps[1].front()->number, 2);
}

}  // namespace
}  // namespace alongside
