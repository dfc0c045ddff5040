// SPDX-License-Identifier: Apache-2.0
// Nothing is certain, and nothing is claimed that is not.
#include "doors/cli/learn_words.h"

#include <gtest/gtest.h>

namespace alongside::cli {

TEST(LearnWords, chances_are_never_none_and_never_all) {
  EXPECT_EQ(of_100(0), 1);
  EXPECT_EQ(of_100(1), 99);
  EXPECT_EQ(of_100(0.456), 46);
}

TEST(LearnWords, small_numbers_have_no_sign) {
  EXPECT_EQ(shown(-0.001), "0.00");
  EXPECT_EQ(shown(-0.25), "-0.25");
}

TEST(LearnWords, each_claim_and_status_has_its_words) {
  EXPECT_EQ(sentence(learning::Claim::none), "We do not know yet.");
  EXPECT_NE(sentence(learning::Claim::described).find("Not what it caused"),
            std::string_view::npos);
  EXPECT_EQ(words_of(learning::Status::science_only), "published science only");
  EXPECT_EQ(words_of(learning::Flag::few_sites), "fewer than 3 sites");
}

}  // namespace alongside::cli
