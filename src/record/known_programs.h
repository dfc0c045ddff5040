// SPDX-License-Identifier: Apache-2.0
// Programs that people may let in, and what they let each do.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/base/clock.h"
#include "foundation/sql/database.h"
#include "record/access.h"
#include "record/accounts.h"

namespace alongside::record {

struct KnownProgram {
  std::string id;  ///< its client_id
  std::string name;
  std::vector<std::string> returns;  ///< where it comes back to, whole addresses
  std::string secret_digest;         ///< SHA-256; empty: it can keep no secret
  std::string seed = {};             ///< of the names by which it knows users
};

/// By name.
std::vector<KnownProgram> known_programs(const sql::Reading& reading);
std::optional<KnownProgram> known_program(const sql::Reading& reading, std::string_view id);
void add_known_program(sql::Writing& writing, const AdministratorAccess& access,
                       const KnownProgram& program, Instant now);
/// With all that people let it do.
bool remove_known_program(sql::Writing& writing, const AdministratorAccess& access,
                          std::string_view id);

/// What somebody lets a program do. All digests are SHA-256.
struct ProgramGrant {
  HomeNo home;
  std::string id;
  UserNo user;
  std::string program;
  std::optional<PersonNo> person;
  std::string scope;
  std::string returns_to;
  std::string challenge;
  std::string nonce;
  std::string code_digest;
  std::string key_digest = {};
  std::string refresh_digest = {};
  std::string family_digest = {};
  Instant given;
  Instant code_until;
  Instant key_until = {};
  Instant refresh_until = {};

  bool code_used() const { return code_until.utc_ms == 0; }
};

/// Nothing where it ended.
std::optional<ProgramGrant> program_grant(const sql::Reading& reading, HomeNo home,
                                          std::string_view id);
/// Those of a user, the latest first, as far as a key or a refresh of theirs may still hold.
std::vector<ProgramGrant> program_grants_of(const sql::Reading& reading, HomeNo home, UserNo user,
                                            Instant now);
void add_program_grant(sql::Writing& writing, const ProgramGrant& grant);
/// Its digests and how long they hold. False where it ended.
bool keep_keys(sql::Writing& writing, const ProgramGrant& grant);
/// Those of a program at a home.
std::vector<ProgramGrant> program_grants_for(const sql::Reading& reading, HomeNo home,
                                             std::string_view program);
bool end_program_grant(sql::Writing& writing, HomeNo home, UserNo user, std::string_view id);
void end_program_grants(sql::Writing& writing, HomeNo home, UserNo user);
/// Those of the home in which nothing holds any more.
void forget_program_grants_before(sql::Writing& writing, HomeNo home, Instant time);

}  // namespace alongside::record
