// SPDX-License-Identifier: Apache-2.0
// What a project kept to, out of what can be said.
#include "change/fidelity.h"

#include <gtest/gtest.h>

namespace alongside {
namespace {

TestOfChange cycle(std::int64_t number, std::int64_t size, int days) {
  TestOfChange test;
  test.number = number;
  test.plan.hypothesis = "Because";
  test.plan.size = size;
  test.locked_at = Instant{1000};
  for (int day = 0; day < days; ++day) {
    TestDatum datum;
    datum.day = Day{day};
    datum.noted_at = Instant{2000};
    test.data.push_back(datum);
  }
  test.studied_at = Instant{3000};
  test.decision = Decision::adapt;
  return test;
}

TEST(Fidelity, of_a_ramp_that_grew_is_whole) {
  std::vector<TestOfChange> tests = {cycle(1, 5, 3), cycle(2, 30, 4)};
  tests[1].plan.follows = 1;
  const auto kept = fidelity_of(tests);
  EXPECT_EQ(fidelity_sum(kept), (Proportion{8, 8}));
}

TEST(Fidelity, says_what_was_not_kept) {
  std::vector<TestOfChange> tests = {cycle(1, 200, 1)};
  tests[0].plan.hypothesis = "";
  tests[0].data[0].noted_at = Instant{500};
  for (const Kept& kept : fidelity_of(tests))
    EXPECT_EQ(kept.share, (Proportion{0, 1})) << code_of(kept.feature);
}

TEST(Fidelity, says_nothing_about_what_has_not_come_yet) {
  TestOfChange planned;
  EXPECT_EQ(fidelity_sum(fidelity_of({planned})), (Proportion{0, 0}));
  TestOfChange given_up = cycle(1, 5, 3);
  given_up.decision = Decision::abandon;
  EXPECT_EQ(fidelity_of({given_up})[2].share, (Proportion{0, 0}));
}

}  // namespace
}  // namespace alongside
