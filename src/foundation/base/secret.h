// SPDX-License-Identifier: Apache-2.0
// Password hashes, one-way digests and tokens that nobody can guess, by libsodium.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "foundation/base/random.h"

namespace alongside {

/// Argon2id (RFC 9106) with 19,456 KiB, 2 passes, 1 lane: the smaller of OWASP's equal pairs,
/// chosen so that a sign-in fits a small machine. At most two run at once; others wait.
std::string password_hash(std::string_view password);
/// The same work is done when `hash` is empty, so that an unknown name takes as long as a wrong
/// word.
bool password_matches(std::string_view hash, std::string_view password);

/// SHA-256 (FIPS 180-4) as 64 characters of hexadecimal.
std::string sha256(std::string_view bytes);

/// The same as its 32 bytes.
std::string sha256_bytes(std::string_view bytes);

/// The same of bytes that come piece by piece.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;
  void add(std::string_view bytes);
  /// Once, at the end.
  std::string finish();

 private:
  class Inside;
  std::unique_ptr<Inside> inside_;
};

/// 256 bits of chance as 64 characters of hexadecimal: sessions, form tokens, links for one person.
std::string fresh_token(Randomness& randomness);

/// Compares without telling by its time where two texts differ.
/// The secret in a form of its own each time, so that the size of a compressed page tells nothing
/// of it (BREACH, 2013). Only hexadecimal letters are changed.
std::string masked(std::string_view secret, Randomness& randomness);
/// What was masked.
std::string unmasked(std::string_view masked);
bool same_secret(std::string_view left, std::string_view right);

}  // namespace alongside
