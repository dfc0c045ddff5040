// SPDX-License-Identifier: Apache-2.0
// Argon2id, SHA-256 and tokens.
#include "foundation/base/secret.h"

#include <sodium.h>

#include <array>
#include <semaphore>
#include <stdexcept>

#include "foundation/base/expect.h"

namespace alongside {
namespace {

constexpr unsigned long long passes = 2;
constexpr std::size_t memory_bytes = 19'456ULL * 1024ULL;
constexpr int hashes_at_once = 2;

std::counting_semaphore<hashes_at_once>& turns() {
  static std::counting_semaphore<hashes_at_once> semaphore(hashes_at_once);
  return semaphore;
}

class Turn {
 public:
  Turn() { turns().acquire(); }
  ~Turn() { turns().release(); }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;
};

std::string hex_of(const unsigned char* bytes, std::size_t count) {
  static constexpr char hex[] = "0123456789abcdef";
  std::string text;
  text.reserve(count * 2);
  for (std::size_t i = 0; i < count; ++i) {
    text += hex[bytes[i] >> 4U];
    text += hex[bytes[i] & 0x0FU];
  }
  return text;
}

}  // namespace

std::string password_hash(std::string_view typed) {
  const std::string password(typed);  // Never a null pointer, also when nothing was typed.
  expect(sodium_init() >= 0, "libsodium starts");
  const Turn turn;
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  if (crypto_pwhash_str_alg(hash.data(), password.data(), password.size(), passes, memory_bytes,
                            crypto_pwhash_ALG_ARGON2ID13) != 0)
    throw std::runtime_error("there is not enough memory to hash a password");
  return hash.data();
}

bool password_matches(std::string_view hash, std::string_view typed) {
  const std::string password(typed);
  if (hash.empty()) {
    password_hash(password);
    return false;
  }
  expect(sodium_init() >= 0, "libsodium starts");
  const Turn turn;
  return crypto_pwhash_str_verify(std::string(hash).c_str(), password.data(), password.size()) == 0;
}

std::string sha256(std::string_view bytes) {
  std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
  crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(bytes.data()),
                     bytes.size());
  return hex_of(digest.data(), digest.size());
}

std::string sha256_bytes(std::string_view bytes) {
  std::string digest(crypto_hash_sha256_BYTES, '\0');
  crypto_hash_sha256(reinterpret_cast<unsigned char*>(digest.data()),
                     reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  return digest;
}

std::string fresh_token(Randomness& randomness) {
  std::array<std::uint8_t, 32> bytes{};
  randomness.fill(bytes);
  return hex_of(bytes.data(), bytes.size());
}

namespace {

constexpr std::size_t mask_letters = 16;

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

/// Each hexadecimal letter moved on by the mask's, or back.
std::string moved(std::string_view text, std::string_view mask, int way) {
  std::string out(text);
  for (std::size_t i = 0; i < out.size(); ++i) {
    const int value = hex_value(out[i]);
    const int by = hex_value(mask[i % mask.size()]);
    if (value >= 0 && by >= 0)
      out[i] = "0123456789abcdef"[static_cast<std::size_t>((value + way * by + 16) % 16)];
  }
  return out;
}

}  // namespace

std::string masked(std::string_view secret, Randomness& randomness) {
  const std::string mask = fresh_token(randomness).substr(0, mask_letters);
  return mask + moved(secret, mask, 1);
}

std::string unmasked(std::string_view masked) {
  if (masked.size() < mask_letters) return {};
  return moved(masked.substr(mask_letters), masked.substr(0, mask_letters), -1);
}

bool same_secret(std::string_view left, std::string_view right) {
  return left.size() == right.size() && sodium_memcmp(left.data(), right.data(), left.size()) == 0;
}

class Sha256::Inside {
 public:
  crypto_hash_sha256_state state{};
};

Sha256::Sha256() : inside_(std::make_unique<Inside>()) { crypto_hash_sha256_init(&inside_->state); }
Sha256::~Sha256() = default;
void Sha256::add(std::string_view bytes) {
  crypto_hash_sha256_update(&inside_->state, reinterpret_cast<const unsigned char*>(bytes.data()),
                            bytes.size());
}
std::string Sha256::finish() {
  std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
  crypto_hash_sha256_final(&inside_->state, digest.data());
  return hex_of(digest.data(), digest.size());
}

}  // namespace alongside
