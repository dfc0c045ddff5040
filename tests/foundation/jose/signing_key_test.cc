// SPDX-License-Identifier: Apache-2.0
// A key outlives the program.
#include "foundation/jose/signing_key.h"

#include <gtest/gtest.h>

namespace alongside::jose {
namespace {

TEST(SigningKey, IsWrittenAndReadAgain) {
  const SigningKey key = SigningKey::fresh();
  const auto again = SigningKey::from_pem(key.pem());
  ASSERT_TRUE(again.has_value());
  EXPECT_EQ(again->id(), key.id());
  EXPECT_EQ(again->public_set(), key.public_set());
  EXPECT_EQ(again->signed_claims("{}", Algorithm::rs256),
            key.signed_claims("{}", Algorithm::rs256));
  EXPECT_FALSE(SigningKey::from_pem("-----BEGIN PRIVATE KEY-----").has_value());
  EXPECT_FALSE(SigningKey::from_pem("").has_value());
}

}  // namespace
}  // namespace alongside::jose
