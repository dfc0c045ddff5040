// SPDX-License-Identifier: Apache-2.0
// Chance is passed in: the machine's own for real use, a seed for tests and the example clinic.
#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace alongside {

class Randomness {
 public:
  virtual ~Randomness() = default;
  virtual void fill(std::span<std::uint8_t> bytes) = 0;

  std::uint64_t number();
  /// Uniform in [0, limit). `limit` must be positive. The bias is below 2^-32 for limits under
  /// 2^32.
  std::uint64_t below(std::uint64_t limit);
};

/// The operating system's generator, by libsodium. Fit for keys. Safe from several threads.
class SystemRandomness final : public Randomness {
 public:
  void fill(std::span<std::uint8_t> bytes) override;
};

/// The same numbers for the same seed (splitmix64, Steele, Lea & Flood 2014). Not for secrets.
class SeededRandomness final : public Randomness {
 public:
  explicit SeededRandomness(std::uint64_t seed) : state_(seed) {}
  void fill(std::span<std::uint8_t> bytes) override;

 private:
  std::uint64_t next();
  std::uint64_t state_;
};

}  // namespace alongside
