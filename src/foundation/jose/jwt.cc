// SPDX-License-Identifier: Apache-2.0
// The signature first, then what it says.
#include "foundation/jose/jwt.h"

#include <algorithm>

#include "foundation/base/base64.h"
#include "foundation/base/text.h"

namespace alongside::jose {
namespace {

constexpr int depth_max = 16;

struct Parts {
  JsonValue header;
  std::string_view signed_text;
  std::string claims;
  std::string signature;
};

std::optional<JsonValue> object_in(const std::string& text) {
  if (!is_utf8(text)) return std::nullopt;
  JsonReader reader;
  auto read = reader.read(text, depth_max);
  auto* value = std::get_if<JsonValue>(&read);
  if (value == nullptr || !value->is(JsonValue::Kind::object)) return std::nullopt;
  return std::move(*value);
}

std::optional<Parts> parts_of(std::string_view jwt) {
  if (jwt.size() > jwt_bytes_max) return std::nullopt;
  const auto parts = split(jwt, '.');
  if (parts.size() != 3) return std::nullopt;
  const auto header = from_base64url(parts[0]);
  auto claims = from_base64url(parts[1]);
  auto signature = from_base64url(parts[2]);
  if (!header || !claims || !signature) return std::nullopt;
  auto said = object_in(*header);
  // RFC 7515, section 4.1.11: what is critical and not understood refuses the whole.
  if (!said || said->member("crit") != nullptr) return std::nullopt;
  return Parts{*std::move(said), jwt.substr(0, parts[0].size() + 1 + parts[1].size()),
               *std::move(claims), *std::move(signature)};
}

std::string_view text_member(const JsonValue& object, std::string_view name) {
  const JsonValue* member = object.member(name);
  return member != nullptr && member->is(JsonValue::Kind::text) ? std::string_view(member->text)
                                                                : std::string_view();
}

std::optional<double> time_member(const JsonValue& claims, std::string_view name) {
  const JsonValue* member = claims.member(name);
  return member == nullptr ? std::nullopt : member->number();
}

bool is_for(const JsonValue& claims, std::string_view audience) {
  const JsonValue* said = claims.member("aud");
  if (said == nullptr) return false;
  const auto is_it = [&](const JsonValue& one) {
    return one.is(JsonValue::Kind::text) && one.text == audience;
  };
  return is_it(*said) || std::ranges::any_of(said->items, is_it);
}

std::optional<JwtFault> fault_in(const JsonValue& claims, const Expected& expected) {
  if (text_member(claims, "iss") != expected.issuer) return JwtFault::issuer;
  if (!is_for(claims, expected.audience)) return JwtFault::audience;
  const std::string_view given_to = text_member(claims, "azp");
  if (!given_to.empty() && given_to != expected.audience) return JwtFault::audience;
  constexpr double ms_a_second_real = 1000;
  const double now = static_cast<double>(expected.now.utc_ms) / ms_a_second_real;
  const auto until = time_member(claims, "exp");
  const auto from = time_member(claims, "nbf");
  const auto since = time_member(claims, "iat");
  // Written so that a time that is no number is past.
  if (!until || !(now < *until + clock_seconds_apart)) return JwtFault::over;
  if (from && !(now >= *from - clock_seconds_apart)) return JwtFault::over;
  if (since && !(now >= *since - clock_seconds_apart)) return JwtFault::over;
  if (!expected.nonce.empty() && text_member(claims, "nonce") != expected.nonce)
    return JwtFault::nonce;
  return std::nullopt;
}

}  // namespace

std::string_view code_of(JwtFault fault) {
  switch (fault) {
    case JwtFault::malformed:
      return "malformed";
    case JwtFault::algorithm:
      return "algorithm";
    case JwtFault::key:
      return "key";
    case JwtFault::signature:
      return "signature";
    case JwtFault::issuer:
      return "issuer";
    case JwtFault::audience:
      return "audience";
    case JwtFault::over:
      return "over";
    case JwtFault::nonce:
      return "nonce";
  }
  return "";
}

std::optional<std::string> key_id_of(std::string_view jwt) {
  const auto parts = parts_of(jwt);
  if (!parts) return std::nullopt;
  return std::string(text_member(parts->header, "kid"));
}

std::variant<JsonValue, JwtFault> claims_of(std::string_view jwt, const KeySet& keys,
                                            const Expected& expected) {
  const auto parts = parts_of(jwt);
  if (!parts) return JwtFault::malformed;
  const auto algorithm = algorithm_from(text_member(parts->header, "alg"));
  if (!algorithm) return JwtFault::algorithm;
  const std::string_view id = text_member(parts->header, "kid");
  if (!id.empty() && !keys.has(id)) return JwtFault::key;
  if (!keys.signed_by_one(id, *algorithm, parts->signed_text, parts->signature))
    return JwtFault::signature;
  auto claims = object_in(parts->claims);
  if (!claims) return JwtFault::malformed;
  if (const auto fault = fault_in(*claims, expected)) return *fault;
  return *std::move(claims);
}

}  // namespace alongside::jose
