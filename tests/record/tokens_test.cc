// SPDX-License-Identifier: Apache-2.0
// A key holds until its time.
#include "record/tokens.h"

#include <gtest/gtest.h>

#include "clinic.h"

namespace alongside::record {

TEST(Tokens, hold_until_their_time_and_are_kept_once) {
  testing::Clinic clinic;
  const AccessToken token{"d", "Owner", "system/*.rs", "", {1000}, {2000}};
  clinic.service.database().write([&](sql::Writing& w) {
    EXPECT_TRUE(keep_access_token(w, token));
    EXPECT_FALSE(keep_access_token(w, token));
    EXPECT_EQ(access_token(w, "d", {1999})->scope, "system/*.rs");
    EXPECT_FALSE(access_token(w, "d", {2000}));
    EXPECT_FALSE(access_token(w, "e", {1500}));
    forget_tokens_before(w, {3000});
    EXPECT_FALSE(access_token(w, "d", {1500}));
  });
}

}  // namespace alongside::record
