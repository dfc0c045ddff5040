// SPDX-License-Identifier: Apache-2.0
// Somebody lets a program in, for themselves or for one person whom they serve (SMART App Launch
// 2.2, OAuth 2.0): what it asks, what they agree to, and how they end it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/base/id.h"
#include "foundation/base/outcome.h"
#include "service/known_programs.h"

namespace alongside::service {

constexpr std::int64_t code_seconds = 60;
constexpr std::size_t state_bytes_max = 2048;
constexpr std::size_t scope_bytes_max = 2048;

/// As the program sent it along with the browser.
struct ProgramAsks {
  std::string program;     ///< "client_id"
  std::string returns_to;  ///< "redirect_uri"
  std::string response_type;
  std::string scope;
  std::string state;
  std::string audience;  ///< "aud": where its FHIR requests will go
  std::string challenge;
  std::string challenge_method;
  std::string nonce;
};

/// What a program asks for, in parts that somebody can agree to one by one.
struct AskedOf {
  bool who = false;    ///< "openid", "fhirUser": who is signed in
  bool about = false;  ///< anything of a person's record
  bool reads = false;
  bool writes = false;
  bool stays = false;                 ///< "offline_access": comes back without them
  std::vector<std::string> reads_of;  ///< types of resources, "*" for all; sorted
  std::vector<std::string> writes_of;
};

struct ProgramRequest {
  KnownProgram program;
  AskedOf asked;
  /// In OAuth's words, for the program, where it cannot go on: "invalid_scope" and so on.
  std::string error = {};
};
/// Refused where nobody may be sent back: a program that nobody named ("program.unknown"), another
/// address than it was named with ("program.elsewhere"). `base`: our own "https://…/fhir".
Outcome<ProgramRequest> request_of(const Service& service, const ProgramAsks& asks,
                                   std::string_view base);

struct LetIn {
  std::optional<Id<Person>> person = {};  ///< whom a professional chose; else oneself
  bool writes = false;
  bool stays = false;
};
/// Answers the code that the program turns into a key. Refused: whoever is neither a person nor a
/// professional ("program.not_you"), a professional without a person where it asks for a record
/// ("program.whom", field "person"), and somebody whom they do not serve. A professional's program
/// never stays.
Outcome<std::string> let_program_in(const Service& service, const Caller& caller,
                                    const ProgramAsks& asks, std::string_view base,
                                    const LetIn& agreed);

/// A program that somebody let in.
struct LetInNow {
  std::string id;
  std::string program;
  std::string about;  ///< a person's name, where it is not the caller
  AskedOf may;
  Instant since;
  Instant until;  ///< of its key, or of its coming back
};
std::vector<LetInNow> let_in_by(const Service& service, const Caller& caller);
/// Refused for what is not the caller's.
Outcome<Done> end_let_in(const Service& service, const Caller& caller, std::string_view id);

/// The parts of a scope; what is not understood or not given this way is left out.
AskedOf parts_of(std::string_view scope);

}  // namespace alongside::service
