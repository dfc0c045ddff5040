// SPDX-License-Identifier: Apache-2.0
// Signed claims (JWT, RFC 7519; checks as RFC 8725 and OpenID Connect Core 1.0, section 3.1.3.7).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "foundation/base/clock.h"
#include "foundation/base/json_value.h"
#include "foundation/jose/key_set.h"

namespace alongside::jose {

constexpr std::size_t jwt_bytes_max = 16 * 1024;
/// How far two systems' clocks may lie apart.
constexpr std::int64_t clock_seconds_apart = 60;

enum class JwtFault {
  malformed,  ///< not three parts of base64url, not JSON, too long, or "crit" in its head
  algorithm,  ///< none of the four
  key,        ///< no key of that id
  signature,
  issuer,
  audience,
  over,   ///< past its time, before it, or without one
  nonce,  ///< not of the question that was asked
};
/// "signature" and so on, for a log.
std::string_view code_of(JwtFault fault);

/// What has to stand in the claims.
struct Expected {
  std::string issuer;    ///< "iss", letter by letter
  std::string audience;  ///< one of "aud"
  std::string nonce;     ///< empty: none was sent
  Instant now;
};

/// Whose key it names, before anything is believed; nothing where it is malformed.
std::optional<std::string> key_id_of(std::string_view jwt);
/// The claims, all of them checked.
std::variant<JsonValue, JwtFault> claims_of(std::string_view jwt, const KeySet& keys,
                                            const Expected& expected);

}  // namespace alongside::jose
