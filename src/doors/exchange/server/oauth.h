// SPDX-License-Identifier: Apache-2.0
// Where programs that somebody let in fetch their keys (OAuth 2.0: RFC 6749, 7662 and 7009; OpenID
// Connect Core 1.0). Letting them in is a page of the web door.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/http/request.h"
#include "foundation/http/response.h"
#include "foundation/http/router.h"
#include "service/service.h"

namespace alongside::exchange {

/// What the clinic signs with, and the public half for others.
struct Signer {
  std::function<std::string(std::string_view claims)> sign;  ///< a JWT, RS256
  std::string public_keys;                                   ///< a JWK Set
};

struct OAuthAsk {
  const service::Service& service;
  const http::Request& request;
  const Signer& signer;
  std::string base;  ///< "https://clinic.example/fhir", the issuer
};
using OAuthHandler = http::Response (*)(const OAuthAsk&);

/// "/oauth/token" and those beside it: open to anyone, each asks for what a program can prove.
const std::vector<http::Route<OAuthHandler>>& oauth_routes();

constexpr std::int64_t id_token_seconds = 300;

/// ".well-known/smart-configuration" and ".well-known/openid-configuration" of that base.
std::string smart_configuration(std::string_view base);
std::string openid_configuration(std::string_view base);
/// "https://clinic.example" of "https://clinic.example/fhir".
std::string site_of(std::string_view base);

}  // namespace alongside::exchange
