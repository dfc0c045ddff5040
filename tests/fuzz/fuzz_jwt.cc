// SPDX-License-Identifier: Apache-2.0
// Signed claims and sets of keys: whatever comes, nothing is believed that our one key did not
// sign.
#include "foundation/base/expect.h"
#include "foundation/jose/jwt.h"

namespace {

const alongside::jose::SigningKey& own_key() {
  static const auto key = alongside::jose::SigningKey::fresh();
  return key;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using namespace alongside::jose;  // NOLINT: one function
  static const KeySet keys = KeySet::parse(own_key().public_set()).value();
  const std::string text(reinterpret_cast<const char*>(data), size);
  const Expected expected{"https://ehr.example", "us", "", {1'900'000'000'000}};
  const auto read = claims_of(text, keys, expected);
  alongside::expect(std::holds_alternative<JwtFault>(read), "nobody else has our key");
  if (const auto theirs = KeySet::parse(text)) {
    alongside::expect(theirs->size() <= keys_max, "a set has its limit");
    theirs->signed_by_one("", Algorithm::es256, text, std::string(64, 'a'));
    theirs->signed_by_one("", Algorithm::rs256, text, std::string(256, 'a'));
  }
  // What is signed is read whatever it says, and refused unless it says what is expected.
  static_cast<void>(claims_of(own_key().signed_claims(text, Algorithm::rs256), keys, expected));
  return 0;
}
