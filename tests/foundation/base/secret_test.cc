// SPDX-License-Identifier: Apache-2.0
// Passwords, digests and tokens.
#include "foundation/base/secret.h"

#include <gtest/gtest.h>

namespace alongside {

TEST(Secret, sha256_of_abc_is_that_of_fips_180_4) {
  EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Secret, a_password_matches_its_own_hash_only) {
  const std::string hash = password_hash("four words you like");
  EXPECT_TRUE(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
  EXPECT_TRUE(password_matches(hash, "four words you like"));
  EXPECT_FALSE(password_matches(hash, "four words you lik"));
  EXPECT_FALSE(password_matches("", "anything"));
}

TEST(Secret, tokens_are_long_and_different) {
  SystemRandomness chance;
  const std::string token = fresh_token(chance);
  EXPECT_EQ(token.size(), 64U);
  EXPECT_FALSE(same_secret(token, fresh_token(chance)));
  EXPECT_TRUE(same_secret(token, std::string(token)));
}

TEST(Secret, a_mask_hides_a_token_and_comes_off) {
  SystemRandomness chance;
  const std::string token = fresh_token(chance);
  const std::string once = masked(token, chance);
  EXPECT_NE(once, masked(token, chance));
  EXPECT_EQ(once.find(token), std::string::npos);
  EXPECT_EQ(unmasked(once), token);
  EXPECT_EQ(unmasked(masked("", chance)), "");
  EXPECT_EQ(unmasked("short"), "");
  EXPECT_NE(unmasked(std::string(80, 'z')), token);
}

}  // namespace alongside
