// SPDX-License-Identifier: Apache-2.0
// RFC 7515's own example, and keys that cannot be used.
#include "foundation/jose/key_set.h"

#include <gtest/gtest.h>

#include "foundation/base/base64.h"

namespace alongside::jose {
namespace {

// RFC 7515, appendix A.3: ES256.
TEST(KeySet, KnowsTheStandardsExample) {
  const auto keys = KeySet::parse(
      R"({"keys":[{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",)"
      R"("y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}]})");
  ASSERT_TRUE(keys.has_value());
  ASSERT_EQ(keys->size(), 1u);
  const std::string text =
      "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFt"
      "cGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
  const std::string signature =
      from_base64url(
          "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q")
          .value();
  EXPECT_TRUE(keys->signed_by_one("", Algorithm::es256, text, signature));
  EXPECT_FALSE(keys->signed_by_one("", Algorithm::es256, text + "x", signature));
  EXPECT_FALSE(keys->signed_by_one("", Algorithm::es384, text, signature));
  EXPECT_FALSE(keys->signed_by_one("", Algorithm::rs256, text, signature));
}

TEST(KeySet, PassesOverWhatItCannotUse) {
  EXPECT_FALSE(KeySet::parse("[]").has_value());
  EXPECT_FALSE(KeySet::parse("{").has_value());
  const auto keys = KeySet::parse(
      R"({"keys":[{"kty":"oct","k":"c2VjcmV0"},{"kty":"RSA","n":"AQAB","e":"AQAB"},)"
      R"({"kty":"EC","crv":"P-521","x":"AA","y":"AA"},{"kty":"EC","crv":"P-256","x":"AA"},7]})");
  ASSERT_TRUE(keys.has_value());
  EXPECT_EQ(keys->size(), 0u);
}

}  // namespace
}  // namespace alongside::jose
