// SPDX-License-Identifier: Apache-2.0
// The two sources of chance: the operating system and a seed.
#include "foundation/base/random.h"

#include <sodium.h>

#include <cstring>

#include "foundation/base/expect.h"

namespace alongside {

std::uint64_t Randomness::number() {
  std::array<std::uint8_t, 8> bytes{};
  fill(bytes);
  std::uint64_t value = 0;
  std::memcpy(&value, bytes.data(), bytes.size());
  return value;
}

std::uint64_t Randomness::below(std::uint64_t limit) {
  expect(limit > 0, "a range has at least one number");
  return number() % limit;
}

void SystemRandomness::fill(std::span<std::uint8_t> bytes) {
  expect(sodium_init() >= 0, "libsodium starts");
  randombytes_buf(bytes.data(), bytes.size());
}

std::uint64_t SeededRandomness::next() {
  state_ += 0x9e3779b97f4a7c15U;
  std::uint64_t mixed = state_;
  mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9U;
  mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebU;
  return mixed ^ (mixed >> 31);
}

void SeededRandomness::fill(std::span<std::uint8_t> bytes) {
  for (std::size_t at = 0; at < bytes.size(); at += 8) {
    const std::uint64_t value = next();
    std::memcpy(bytes.data() + at, &value, std::min<std::size_t>(8, bytes.size() - at));
  }
}

}  // namespace alongside
