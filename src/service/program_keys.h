// SPDX-License-Identifier: Apache-2.0
// Keys of programs that people let in (RFC 6749, 7636, 7662, 7009): made of a code or of a refresh
// token, asked about, ended. Each use asks the database whether everything still holds.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "service/let_program_in.h"
#include "service/programs.h"

namespace alongside::service {

constexpr std::int64_t key_minutes = 60;
constexpr std::int64_t refresh_days = 90;

enum class KeyFault {
  client,   ///< not a program that is named, or not its secret
  grant,    ///< a code or refresh token that does not hold
  scope,    ///< more than was agreed to
  request,  ///< something is not there
};
/// In OAuth's words: "invalid_client" and so on.
std::string_view code_of(KeyFault fault);

/// Who asks for a key. A program that keeps a secret is refused without it.
struct ProgramProof {
  std::string program;
  std::string secret;
};
struct ProgramKey {
  std::string program;
  std::string key;
  std::int64_t seconds = key_minutes * 60;
  std::string scope;
  std::string refresh;    ///< empty: it may not come back
  std::string patient;    ///< "57a5"; empty: about nobody
  std::string subject;    ///< who is signed in, the same for this program every time
  std::string fhir_user;  ///< "Patient/57a5" or "Practitioner/9"
  std::string nonce;
  bool says_who = false;  ///< "openid" was agreed to
};
using KeyAnswer = std::variant<ProgramKey, KeyFault>;

struct CodeBrought {
  std::string code;
  std::string returns_to;
  std::string verifier;
};
/// A code that comes twice ends what it began.
KeyAnswer key_for_code(const Service& service, const ProgramProof& proof,
                       const CodeBrought& brought);
/// The refresh token is new each time; the one before ends everything. `scope` may be empty, and so
/// may be the program where it keeps no secret.
KeyAnswer key_for_refresh(const Service& service, const ProgramProof& proof,
                          std::string_view refresh, std::string_view scope);

/// The program that somebody let in and who holds the key now; nothing for whoever does not.
std::optional<Program> program_let_in(const Service& service, std::string_view key);

/// What a key holds; nothing where it does not hold, or where it is none of the asker's business.
struct KeySaid {
  std::string program;
  std::string scope;
  std::string patient;
  std::string subject;
  std::string fhir_user;
  Instant since;
  Instant until;
};
/// A program asks about its own keys.
std::optional<KeySaid> what_key_holds(const Service& service, const KnownProgram& asker,
                                      std::string_view key);
/// A program that proved who it is. One without a secret proves nothing.
std::optional<KnownProgram> proven_program(const Service& service, const ProgramProof& proof);
/// The program to whom that key was given.
std::optional<KnownProgram> program_of_key(const Service& service, std::string_view key);
/// Ends what a key or refresh token belongs to, where it is the asker's. Refused only for who asks.
std::optional<KeyFault> revoke(const Service& service, const ProgramProof& proof,
                               std::string_view token);

}  // namespace alongside::service
