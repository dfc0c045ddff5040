// SPDX-License-Identifier: Apache-2.0
// The public keys of somebody else (JWK Set, RFC 7517), and whether one of them signed a text.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/jose/signing_key.h"

namespace alongside::jose {

constexpr std::size_t keys_max = 50;

/// RSA of 2,048 to 8,192 bits, and the curves P-256 and P-384; others are passed over.
class KeySet {
 public:
  /// {"keys": […]}; nothing where the text is no such set. Of over keys_max, the first.
  static std::optional<KeySet> parse(std::string_view json);
  KeySet(KeySet&&) noexcept;
  KeySet& operator=(KeySet&&) noexcept;
  ~KeySet();

  /// `id`: the key's; empty asks each. `signature`: its bytes (RFC 7518, section 3).
  bool signed_by_one(std::string_view id, Algorithm algorithm, std::string_view text,
                     std::string_view signature) const;
  bool has(std::string_view id) const;
  std::size_t size() const;

 private:
  struct Inside;
  explicit KeySet(std::unique_ptr<Inside> inside);
  std::unique_ptr<Inside> inside_;
};

}  // namespace alongside::jose
