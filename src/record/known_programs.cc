// SPDX-License-Identifier: Apache-2.0
// A row a program and a row a grant; whoever has only the rows cannot come in with them.
#include "record/known_programs.h"

#include "foundation/base/text.h"
#include "record/people.h"

namespace alongside::record {
namespace {

KnownProgram program_in(const sql::Row& row) {
  KnownProgram program{
      std::string(row.text(0)), std::string(row.text(1)), {}, std::string(row.text(3))};
  for (const std::string_view line : split(row.text(2), '\n'))
    if (!line.empty()) program.returns.emplace_back(line);
  return program;
}

ProgramGrant grant_in(const sql::Row& row) {
  ProgramGrant grant;
  grant.home = {row.integer(0)};
  grant.id = row.text(1);
  grant.user = {row.integer(2)};
  grant.program = row.text(3);
  if (!row.null(4)) grant.person = PersonNo{row.integer(4)};
  grant.scope = row.text(5);
  grant.returns_to = row.text(6);
  grant.challenge = row.text(7);
  grant.nonce = row.text(8);
  grant.code_digest = row.text(9);
  grant.key_digest = row.text(10);
  grant.refresh_digest = row.text(11);
  grant.family_digest = row.text(12);
  grant.given = {row.integer(13)};
  grant.code_until = {row.integer(14)};
  grant.key_until = {row.integer(15)};
  grant.refresh_until = {row.integer(16)};
  return grant;
}

}  // namespace

std::vector<KnownProgram> known_programs(const sql::Reading& reading) {
  return reading.all(
      "SELECT program_id, name, returns, secret_digest, seed FROM known_programs WHERE home_id = 0 "
      "ORDER BY name, program_id",
      {}, program_in);
}

std::optional<KnownProgram> known_program(const sql::Reading& reading, std::string_view id) {
  return reading.first(
      "SELECT program_id, name, returns, secret_digest, seed FROM known_programs WHERE home_id = 0 "
      "AND program_id = ?1",
      {id}, program_in);
}

void add_known_program(sql::Writing& writing, const AdministratorAccess&,
                       const KnownProgram& program, Instant now) {
  std::string returns;
  for (const std::string& address : program.returns) returns += address + "\n";
  writing.execute(
      "INSERT INTO known_programs (home_id, program_id, name, returns, secret_digest, seed, "
      "named_ms) VALUES (0, ?1, ?2, ?3, ?4, ?5, ?6)",
      {program.id, program.name, returns, program.secret_digest, program.seed, now.utc_ms});
}

bool remove_known_program(sql::Writing& writing, const AdministratorAccess&, std::string_view id) {
  for (const Site& at : sites(writing))
    writing.execute("DELETE FROM program_grants WHERE home_id = ?1 AND program_id = ?2",
                    {at.home.value, id});
  return writing.execute("DELETE FROM known_programs WHERE home_id = 0 AND program_id = ?1",
                         {id}) == 1;
}

std::optional<ProgramGrant> program_grant(const sql::Reading& reading, HomeNo home,
                                          std::string_view id) {
  return reading.first(
      "SELECT home_id, grant_id, user_no, program_id, person_no, scope, returns_to, challenge, "
      "nonce, code_digest, key_digest, refresh_digest, family_digest, given_ms, code_until_ms, "
      "key_until_ms, refresh_until_ms FROM program_grants WHERE home_id = ?1 AND grant_id = ?2",
      {home.value, id}, grant_in);
}

std::vector<ProgramGrant> program_grants_for(const sql::Reading& reading, HomeNo home,
                                             std::string_view program) {
  return reading.all(
      "SELECT home_id, grant_id, user_no, program_id, person_no, scope, returns_to, challenge, "
      "nonce, code_digest, key_digest, refresh_digest, family_digest, given_ms, code_until_ms, "
      "key_until_ms, refresh_until_ms FROM program_grants WHERE home_id = ?1 AND program_id = ?2 "
      "ORDER BY grant_id",
      {home.value, program}, grant_in);
}

std::vector<ProgramGrant> program_grants_of(const sql::Reading& reading, HomeNo home, UserNo user,
                                            Instant now) {
  return reading.all(
      "SELECT home_id, grant_id, user_no, program_id, person_no, scope, returns_to, challenge, "
      "nonce, code_digest, key_digest, refresh_digest, family_digest, given_ms, code_until_ms, "
      "key_until_ms, refresh_until_ms FROM program_grants WHERE home_id = ?1 AND user_no = ?2 "
      "AND (key_until_ms > ?3 OR refresh_until_ms > ?3) ORDER BY given_ms DESC, grant_id",
      {home.value, user.value, now.utc_ms}, grant_in);
}

void add_program_grant(sql::Writing& writing, const ProgramGrant& grant) {
  writing.execute(
      "INSERT INTO program_grants (home_id, grant_id, user_no, program_id, person_no, scope, "
      "returns_to, challenge, nonce, code_digest, key_digest, refresh_digest, family_digest, "
      "given_ms, code_until_ms, key_until_ms, refresh_until_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6, "
      "?7, ?8, ?9, ?10, '', '', '', ?11, ?12, 0, 0)",
      {grant.home.value, grant.id, grant.user.value, grant.program,
       grant.person ? sql::Parameter(grant.person->value) : sql::Parameter(), grant.scope,
       grant.returns_to, grant.challenge, grant.nonce, grant.code_digest, grant.given.utc_ms,
       grant.code_until.utc_ms});
}

bool keep_keys(sql::Writing& writing, const ProgramGrant& grant) {
  return writing.execute(
             "UPDATE program_grants SET key_digest = ?3, refresh_digest = ?4, family_digest = ?5, "
             "code_until_ms = ?6, key_until_ms = ?7, refresh_until_ms = ?8 "
             "WHERE home_id = ?1 AND grant_id = ?2",
             {grant.home.value, grant.id, grant.key_digest, grant.refresh_digest,
              grant.family_digest, grant.code_until.utc_ms, grant.key_until.utc_ms,
              grant.refresh_until.utc_ms}) == 1;
}

bool end_program_grant(sql::Writing& writing, HomeNo home, UserNo user, std::string_view id) {
  return writing.execute(
             "DELETE FROM program_grants WHERE home_id = ?1 AND user_no = ?2 AND grant_id = ?3",
             {home.value, user.value, id}) == 1;
}

void end_program_grants(sql::Writing& writing, HomeNo home, UserNo user) {
  writing.execute("DELETE FROM program_grants WHERE home_id = ?1 AND user_no = ?2",
                  {home.value, user.value});
}

void forget_program_grants_before(sql::Writing& writing, HomeNo home, Instant time) {
  writing.execute(
      "DELETE FROM program_grants WHERE home_id = ?1 AND code_until_ms < ?2 AND key_until_ms < ?2 "
      "AND refresh_until_ms < ?2",
      {home.value, time.utc_ms});
}

}  // namespace alongside::record
