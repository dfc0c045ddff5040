// SPDX-License-Identifier: Apache-2.0
// Missing is not zero, also in minutes.
#include "context/circumstances.h"

#include <gtest/gtest.h>

namespace alongside {

TEST(Circumstances, all_may_be_left_out) {
  const auto nothing = Circumstances::from({});
  ASSERT_TRUE(nothing.accepted());
  EXPECT_FALSE(nothing.value().to_spare.has_value());
  EXPECT_EQ(Circumstances::from({"0", "", ""}).value().to_spare, MinutesAWeek{0});
}

TEST(Circumstances, refuse_minutes_that_are_none) {
  for (const char* wrong : {"-1", "10081", "an hour", "1.5", "12x"})
    EXPECT_EQ(Circumstances::from({wrong, "", ""}).refusal().faults().front().field,
              "minutes_to_spare")
        << wrong;
}

TEST(Fit, warns_only_when_more_is_asked_than_there_is) {
  EXPECT_EQ(fit_of({60}, std::nullopt), Fit::not_said);
  EXPECT_EQ(fit_of({60}, MinutesAWeek{60}), Fit::fits);
  EXPECT_EQ(fit_of({61}, MinutesAWeek{60}), Fit::over);
}

}  // namespace alongside
