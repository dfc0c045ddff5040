// SPDX-License-Identifier: Apache-2.0
// SMART App Launch 2.2 from the program's side: where a system's doors are, the code's way (PKCE,
// RFC 7636), a key for ourselves (Backend Services), and who is signed in there (OpenID Connect).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "foundation/base/outcome.h"
#include "foundation/http/client.h"
#include "foundation/jose/jwt.h"
#include "service/record_systems.h"

namespace alongside::exchange {

/// Asks that system and no other.
http::Client client_for(const service::RecordSystem& system);

struct SmartDoors {
  std::string authorize;
  std::string token;
  std::string keys;             ///< its JWK set; empty where it signs nothing
  std::string issuer;           ///< of who is signed in
  bool second_version = false;  ///< scopes as "patient/Goal.rs" and not "patient/Goal.read"
};
/// Asks <base>/.well-known/smart-configuration. Refused: "launch.not_reached"; "launch.odd" where
/// an address is missing or belongs to nobody whom the administrator named.
Outcome<SmartDoors> smart_doors(const http::Client& client, const std::string& base);

/// What one way through the other system's sign-in needs to be finished.
struct OpenQuestion {
  std::string state;
  std::string nonce;
  std::string verifier;
  std::string back;
};
OpenQuestion fresh_question(Randomness& randomness, std::string back);
std::string authorize_address(const SmartDoors& doors, const service::RecordSystem& system,
                              const OpenQuestion& question, std::string_view launch);

struct SmartKey {
  std::string key;
  std::string patient;  ///< an id; empty where nobody is open
  std::string scope;
  std::string id_token;
  Instant until;

  /// Whether it lets us do one of `letters` ("c") with the type.
  bool allows(std::string_view type, char letter) const;
};

/// Who asks, for a system, with our own key or without.
struct Asker {
  const http::Client& client;
  const service::RecordSystem& system;
  const jose::SigningKey& key;
  Randomness& randomness;
  Instant now;
};
/// Refused: "launch.not_reached", "launch.refused".
Outcome<SmartKey> key_for_code(const Asker& asker, const SmartDoors& doors,
                               const OpenQuestion& question, std::string_view code);
/// Without anybody there: client_credentials with an assertion (RFC 7523).
Outcome<SmartKey> key_for_ourselves(const Asker& asker, const SmartDoors& doors,
                                    std::string_view scope);

/// A digest of issuer and subject. Empty where no id token came; refused ("launch.refused") where
/// one came that does not hold.
Outcome<std::string> identity_in(const Asker& asker, const SmartDoors& doors,
                                 const OpenQuestion& question, const SmartKey& key);

}  // namespace alongside::exchange
