// SPDX-License-Identifier: Apache-2.0
// "<home>.<grant>.<secret>": the first two find the row, the third opens it. All refresh tokens of
// a grant begin their secret alike, so that an older one is known for what it is.
#include "service/program_keys.h"

#include <algorithm>

#include "foundation/base/base64.h"
#include "foundation/base/secret.h"
#include "foundation/base/text.h"
#include "record/history.h"
#include "record/people.h"
#include "service/permission.h"
#include "service/sign_in.h"

namespace alongside::service {
namespace {

using record::ProgramGrant;

constexpr std::size_t token_bytes_max = 200;
constexpr std::size_t secret_letters = 64;      // of fresh_token
constexpr std::size_t verifier_bytes_min = 43;  // RFC 7636, 4.1
constexpr std::size_t verifier_bytes_max = 128;

struct Place {
  HomeNo home;
  std::string_view id;
};

std::optional<Place> place_of(std::string_view token) {
  if (token.size() > token_bytes_max) return std::nullopt;
  const std::size_t first = token.find('.');
  const std::size_t second = token.find('.', first + 1);
  if (first == std::string_view::npos || second == std::string_view::npos) return std::nullopt;
  const auto home = whole_number(token.substr(0, first));
  const std::string_view id = token.substr(first + 1, second - first - 1);
  const bool plain = std::ranges::all_of(
      id, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '-'; });
  if (!home || !plain) return std::nullopt;
  return Place{{*home}, id};
}

std::optional<ProgramGrant> grant_of(const sql::Reading& reading, std::string_view token) {
  const auto place = place_of(token);
  if (!place) return std::nullopt;
  return record::program_grant(reading, place->home, place->id);
}

/// Who let it in and whom it is about, while both still hold.
struct Holding {
  ProgramGrant grant;
  KnownProgram program;
  Caller by;
  std::string person;  ///< "Patient/57a5"; empty: about nobody
  std::string fhir_user;
};

std::string fhir_user_of(const sql::Reading& reading, const Caller& by) {
  if (by.person) {
    const auto own = Permission::to_record(reading, by, RecordOf::own(), Doing::look, {});
    return own ? record::source_of(reading, own.value()) : std::string();
  }
  return by.professional ? record::source_of_professional(reading, by.home, *by.professional)
                         : std::string();
}

std::optional<Holding> holding(const sql::Reading& reading, const ProgramGrant& grant,
                               Instant now) {
  auto program = record::known_program(reading, grant.program);
  const auto user = record::user(reading, grant.home, grant.user);
  if (!program || !user) return std::nullopt;
  Holding all{grant, *std::move(program), caller_from(*user), {}, {}};
  all.fhir_user = fhir_user_of(reading, all.by);
  if (!grant.person) return all;
  const bool own = all.by.person == grant.person;
  if (!record::is_there(reading, {grant.home, *grant.person})) return std::nullopt;
  const RecordOf whose =
      own ? RecordOf::own()
          : RecordOf::person(record::public_id(reading, {grant.home, *grant.person}));
  // To change, so that a record opened in an emergency is not handed on.
  const auto access = Permission::to_record(reading, all.by, whose, Doing::change, now);
  if (!access) return std::nullopt;
  all.person = record::source_of(reading, access.value());
  return all;
}

bool opens(std::string_view token, const std::string& digest) {
  return !digest.empty() && same_secret(sha256(token), digest);
}

/// A program that keeps a secret brings it; another one is only said to be who it is.
bool is_proven(const KnownProgram& program, std::string_view secret) {
  return program.secret_digest.empty() ? secret.empty() : opens(secret, program.secret_digest);
}

std::string subject_of(const Holding& all) {
  return sha256(all.program.seed + " " + std::to_string(all.grant.home.value) + " " +
                std::to_string(all.grant.user.value));
}

bool has_word(std::string_view scope, std::string_view asked) {
  const auto words = split(scope, ' ');
  return std::ranges::find(words, asked) != words.end();
}

/// Only where the program was let to know.
std::string fhir_user_given(const Holding& all) {
  const bool given = has_word(all.grant.scope, "fhirUser") || has_word(all.grant.scope, "profile");
  return given ? all.fhir_user : std::string();
}

/// What all refresh tokens of a grant share; empty for any other token.
std::string_view family_of(std::string_view token) {
  const std::string_view secret = token.substr(token.rfind('.') + 1);
  return secret.size() == 2 * secret_letters ? secret.substr(0, secret_letters)
                                             : std::string_view();
}

/// A fresh key, and a fresh refresh token where it may come back.
KeyAnswer fresh_key(const Service& service, sql::Writing& writing, Holding all,
                    std::string family) {
  const Instant now = service.now();
  const std::string place = std::to_string(all.grant.home.value) + "." + all.grant.id + ".";
  ProgramKey made;
  made.program = all.program.id;
  made.key = place + fresh_token(service.randomness);
  all.grant.key_digest = sha256(made.key);
  all.grant.key_until = {now.utc_ms + key_minutes * ms_a_minute};
  all.grant.code_until = {0};
  if (has_word(all.grant.scope, "offline_access")) {
    if (family.empty()) family = fresh_token(service.randomness);
    made.refresh = place + family + fresh_token(service.randomness);
    all.grant.family_digest = sha256(family);
    all.grant.refresh_digest = sha256(made.refresh);
    all.grant.refresh_until = {now.utc_ms + refresh_days * ms_a_day};
  }
  if (!record::keep_keys(writing, all.grant)) return KeyFault::grant;
  made.scope = all.grant.scope;
  if (!all.person.empty()) made.patient = all.person.substr(all.person.find('/') + 1);
  made.subject = subject_of(all);
  made.fhir_user = fhir_user_given(all);
  made.nonce = all.grant.nonce;
  made.says_who = has_word(made.scope, "openid");
  return made;
}

/// SMART's own library does not say again who it is when it comes back without a secret.
std::string program_to_whom_it_was_given(const Service& service, std::string_view refresh) {
  return service.database().read([&](const sql::Reading& reading) {
    const auto grant = grant_of(reading, refresh);
    return grant && opens(family_of(refresh), grant->family_digest) ? grant->program
                                                                    : std::string();
  });
}

void end(const Service& service, sql::Writing& writing, const KnownProgram& program,
         const ProgramGrant& grant) {
  if (record::end_program_grant(writing, grant.home, grant.user, grant.id))
    account_for_end(service, writing, program, grant);
}

/// `take(Writing&, const KnownProgram&, const ProgramGrant&) -> std::optional<KeyFault>` looks at
/// what was brought.
template <class Take>
KeyAnswer key_for(const Service& service, const ProgramProof& proof, std::string_view token,
                  Take take) {
  return service.database().write([&](sql::Writing& writing) -> KeyAnswer {
    // Two that bring the same at once come one after the other.
    if (const auto place = place_of(token)) record::hold_home(writing, place->home);
    const auto grant = grant_of(writing, token);
    const auto program = record::known_program(writing, proof.program);
    if (!program || !is_proven(*program, proof.secret)) return KeyFault::client;
    if (!grant || grant->program != program->id) return KeyFault::grant;
    if (const std::optional<KeyFault> fault = take(writing, *program, *grant)) return *fault;
    auto all = holding(writing, *grant, service.now());
    if (!all) return KeyFault::grant;
    return fresh_key(service, writing, *std::move(all), std::string(family_of(token)));
  });
}

}  // namespace

std::string_view code_of(KeyFault fault) {
  switch (fault) {
    case KeyFault::client:
      return "invalid_client";
    case KeyFault::grant:
      return "invalid_grant";
    case KeyFault::scope:
      return "invalid_scope";
    case KeyFault::request:
      return "invalid_request";
  }
  return "invalid_request";
}

KeyAnswer key_for_code(const Service& service, const ProgramProof& proof,
                       const CodeBrought& brought) {
  if (brought.code.empty() || brought.verifier.size() < verifier_bytes_min ||
      brought.verifier.size() > verifier_bytes_max)
    return KeyFault::request;
  const auto take = [&](sql::Writing& writing, const KnownProgram& program,
                        const ProgramGrant& grant) -> std::optional<KeyFault> {
    if (!opens(brought.code, grant.code_digest)) return KeyFault::grant;
    if (grant.code_used()) {
      end(service, writing, program, grant);
      return KeyFault::grant;
    }
    if (grant.code_until <= service.now() || grant.returns_to != brought.returns_to ||
        base64url(sha256_bytes(brought.verifier)) != grant.challenge)
      return KeyFault::grant;
    return std::nullopt;
  };
  return key_for(service, proof, brought.code, take);
}

KeyAnswer key_for_refresh(const Service& service, const ProgramProof& proof,
                          std::string_view refresh, std::string_view scope) {
  if (refresh.empty()) return KeyFault::request;
  const auto take = [&](sql::Writing& writing, const KnownProgram& program,
                        const ProgramGrant& grant) -> std::optional<KeyFault> {
    if (!opens(refresh, grant.refresh_digest)) {
      if (opens(family_of(refresh), grant.family_digest)) end(service, writing, program, grant);
      return KeyFault::grant;
    }
    if (grant.refresh_until <= service.now()) return KeyFault::grant;
    for (const std::string_view word : split(scope, ' '))
      if (!word.empty() && !has_word(grant.scope, word)) return KeyFault::scope;
    return std::nullopt;
  };
  ProgramProof said = proof;
  if (said.program.empty()) said.program = program_to_whom_it_was_given(service, refresh);
  return key_for(service, said, refresh, take);
}

namespace {

std::optional<Holding> holding_key(const Service& service, std::string_view key) {
  if (!place_of(key)) return std::nullopt;
  return service.database().read([&](const sql::Reading& reading) -> std::optional<Holding> {
    const auto grant = grant_of(reading, key);
    if (!grant || !opens(key, grant->key_digest) || grant->key_until <= service.now())
      return std::nullopt;
    return holding(reading, *grant, service.now());
  });
}

}  // namespace

std::optional<Program> program_let_in(const Service& service, std::string_view key) {
  const auto all = holding_key(service, key);
  if (!all || all->person.empty()) return std::nullopt;
  auto scopes = Scopes::parse(all->grant.scope);
  if (!scopes) return std::nullopt;
  Program program{all->program.name, *std::move(scopes), all->person,
                  sha256("grant " + all->grant.id)};
  const bool own = all->by.person == all->grant.person;
  program.let_in_by = own ? LetInBy::the_person : LetInBy::a_professional;
  if (!own) program.name += " (" + all->by.name + ")";
  return program;
}

std::optional<KnownProgram> proven_program(const Service& service, const ProgramProof& proof) {
  const auto program = service.database().read(
      [&](const sql::Reading& reading) { return record::known_program(reading, proof.program); });
  if (!program || program->secret_digest.empty() || !is_proven(*program, proof.secret))
    return std::nullopt;
  return program;
}

std::optional<KnownProgram> program_of_key(const Service& service, std::string_view key) {
  const auto all = holding_key(service, key);
  return all ? std::optional(all->program) : std::nullopt;
}

std::optional<KeySaid> what_key_holds(const Service& service, const KnownProgram& asker,
                                      std::string_view key) {
  const auto all = holding_key(service, key);
  if (!all || all->program.id != asker.id) return std::nullopt;
  const std::string patient =
      all->person.empty() ? std::string() : all->person.substr(all->person.find('/') + 1);
  const std::string subject =
      has_word(all->grant.scope, "openid") ? subject_of(*all) : std::string();
  return KeySaid{all->program.id,  all->grant.scope,    patient, subject, fhir_user_given(*all),
                 all->grant.given, all->grant.key_until};
}

std::optional<KeyFault> revoke(const Service& service, const ProgramProof& proof,
                               std::string_view token) {
  return service.database().write([&](sql::Writing& writing) -> std::optional<KeyFault> {
    const auto program = record::known_program(writing, proof.program);
    if (!program || !is_proven(*program, proof.secret)) return KeyFault::client;
    if (const auto place = place_of(token)) record::hold_home(writing, place->home);
    const auto grant = grant_of(writing, token);
    if (grant && grant->program == program->id &&
        (opens(token, grant->key_digest) || opens(token, grant->refresh_digest)))
      end(service, writing, *program, *grant);
    return std::nullopt;
  });
}

}  // namespace alongside::service
