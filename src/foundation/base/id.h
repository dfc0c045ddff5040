// SPDX-License-Identifier: Apache-2.0
// Identifiers with a type: an Id<Aim> is not an Id<Person>, and a number inside a home is neither.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "foundation/base/clock.h"
#include "foundation/base/random.h"

namespace alongside {

/// A UUID of version 7 as text (RFC 9562, section 5.7): 48 bits of milliseconds, then chance.
std::string uuid_v7(Instant now, Randomness& randomness);
/// True for 36 characters of lower-case hexadecimal with hyphens in their places.
bool is_uuid(std::string_view text);

/// What the outside sees: in addresses, exports and other systems.
template <class Noun>
class Id {
 public:
  static Id make(Instant now, Randomness& randomness) { return Id(uuid_v7(now, randomness)); }
  /// Nothing when the text is no identifier at all.
  static std::optional<Id> parse(std::string_view text) {
    if (!is_uuid(text)) return std::nullopt;
    return Id(std::string(text));
  }
  const std::string& text() const { return text_; }
  auto operator<=>(const Id&) const = default;

 private:
  explicit Id(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

/// What rows use inside one storage home: small, typed, and never shown to the outside.
template <class Noun>
struct Number {
  std::int64_t value = 0;
  auto operator<=>(const Number&) const = default;
};

struct HomeNoun;
/// A storage home: one a site by default. The first column of every key of people's tables.
using HomeNo = Number<HomeNoun>;

}  // namespace alongside
