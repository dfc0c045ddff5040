// SPDX-License-Identifier: Apache-2.0
// What a system signs and reads again, and what nobody may slip in.
#include "foundation/jose/jwt.h"

#include <gtest/gtest.h>

#include "foundation/base/base64.h"

namespace alongside::jose {
namespace {

constexpr Instant noon{1'900'000'000'000};

const SigningKey& our_key() {
  static const SigningKey key = SigningKey::fresh();
  return key;
}

KeySet set_of(const SigningKey& key) { return KeySet::parse(key.public_set()).value(); }

std::string claims(std::string_view more = "") {
  return R"({"iss":"https://ehr.example","aud":["us","them"],"exp":1900000300,"iat":1899999990,)"
         R"("nonce":"n-1","sub":"17")" +
         std::string(more) + "}";
}

const Expected expected = {"https://ehr.example", "us", "n-1", noon};

std::string fault_of(const std::string& jwt, const KeySet& keys, const Expected& what = expected) {
  const auto read = claims_of(jwt, keys, what);
  const auto* fault = std::get_if<JwtFault>(&read);
  return fault == nullptr ? std::string("none") : std::string(code_of(*fault));
}

std::string unsigned_text(std::string_view header) {
  return base64url(header) + "." + base64url(claims()) + ".";
}

TEST(Jwt, WhatOneSystemSignsAnotherReads) {
  const KeySet keys = set_of(our_key());
  for (const Algorithm algorithm : {Algorithm::rs256, Algorithm::rs384}) {
    const std::string jwt = our_key().signed_claims(claims(), algorithm);
    EXPECT_EQ(key_id_of(jwt), our_key().id());
    const auto read = claims_of(jwt, keys, expected);
    const auto* said = std::get_if<JsonValue>(&read);
    ASSERT_NE(said, nullptr);
    EXPECT_EQ(said->member("sub")->text, "17");
  }
}

TEST(Jwt, RefusesWhatDoesNotHold) {
  const KeySet keys = set_of(our_key());
  const std::string jwt = our_key().signed_claims(claims(), Algorithm::rs256);
  EXPECT_EQ(fault_of(jwt, keys, {"https://other.example", "us", "n-1", noon}), "issuer");
  EXPECT_EQ(fault_of(jwt, keys, {"https://ehr.example", "you", "n-1", noon}), "audience");
  EXPECT_EQ(fault_of(jwt, keys, {"https://ehr.example", "us", "n-2", noon}), "nonce");
  EXPECT_EQ(fault_of(jwt, keys, {"https://ehr.example", "us", "n-1", {1'900'000'361'000}}), "over");
  EXPECT_EQ(fault_of(jwt, keys, {"https://ehr.example", "us", "n-1", {1'900'000'359'000}}), "none");
  EXPECT_EQ(fault_of(jwt, keys, {"https://ehr.example", "us", "n-1", {1'899'999'000'000}}), "over");
  EXPECT_EQ(fault_of(jwt + "A", keys), "malformed");
  EXPECT_EQ(fault_of("a.b", keys), "malformed");
  EXPECT_EQ(fault_of(std::string(jwt_bytes_max + 1, 'a'), keys), "malformed");
  std::string changed = jwt;
  changed[jwt.find('.') + 20] ^= 1;
  EXPECT_EQ(fault_of(changed, keys), "signature");
}

TEST(Jwt, NothingIsBelievedWithoutASignatureOfAKnownKind) {
  const KeySet keys = set_of(our_key());
  EXPECT_EQ(fault_of(unsigned_text(R"({"alg":"none"})"), keys), "algorithm");
  EXPECT_EQ(fault_of(unsigned_text(R"({"alg":"HS256"})"), keys), "algorithm");
  EXPECT_EQ(fault_of(unsigned_text(R"({"alg":"RS256"})"), keys), "signature");
  EXPECT_EQ(fault_of(unsigned_text(R"({"alg":"ES256"})"), keys), "signature");
  EXPECT_EQ(fault_of(unsigned_text(R"({"alg":"RS256","kid":"theirs"})"), keys), "key");
  EXPECT_EQ(fault_of(unsigned_text(R"({"alg":"RS256","crit":["x"]})"), keys), "malformed");
  EXPECT_EQ(fault_of(SigningKey::fresh().signed_claims(claims(), Algorithm::rs256), keys), "key");
}

TEST(Jwt, AnExpiryIsANumberAndThere) {
  const KeySet keys = set_of(our_key());
  for (const char* exp : {R"("soon")", "null", R"("1900000300")"}) {
    const std::string odd =
        R"({"iss":"https://ehr.example","aud":"us","nonce":"n-1","exp":)" + std::string(exp) + "}";
    EXPECT_EQ(fault_of(our_key().signed_claims(odd, Algorithm::rs256), keys), "over") << exp;
  }
  EXPECT_EQ(
      fault_of(our_key().signed_claims(R"({"iss":"https://ehr.example","aud":"us","nonce":"n-1"})",
                                       Algorithm::rs256),
               keys),
      "over");
}

}  // namespace
}  // namespace alongside::jose
