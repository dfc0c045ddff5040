// SPDX-License-Identifier: Apache-2.0
// The list stands in the database, with its history.
#include "service/known_programs.h"

#include <algorithm>

#include "foundation/base/secret.h"
#include "foundation/base/text.h"
#include "record/people.h"
#include "service/act.h"

namespace alongside::service {
namespace {

Outcome<KnownProgram> program_from(const KnownProgramDraft& draft) {
  KnownProgram program;
  program.name = one_line(draft.name);
  std::vector<Fault> faults;
  if (program.name.empty() || characters(program.name) > program_name_characters_max)
    faults.push_back({"program.name_missing", "name"});
  const std::string lines = tidied(draft.returns);
  for (const std::string_view line : split(std::string_view(lines), '\n'))
    if (const std::string address = one_line(line); !address.empty())
      program.returns.push_back(address);
  if (program.returns.empty() || program.returns.size() > return_addresses_max ||
      !std::ranges::all_of(program.returns, is_return_address))
    faults.push_back({"program.return_odd", "returns"});
  if (!faults.empty()) return Refusal(std::move(faults));
  return program;
}

/// Of this very machine without the port; empty for any other address.
std::string without_own_port(std::string_view address) {
  for (const std::string_view host : {"http://127.0.0.1", "http://[::1]"}) {
    if (!address.starts_with(host) || !is_return_address(address)) continue;
    const std::size_t rest = address.find_first_of("/?", host.size());
    return std::string(host) +
           std::string(rest == std::string_view::npos ? std::string_view() : address.substr(rest));
  }
  return {};
}

void account(const Service& service, sql::Writing& writing, const Caller& caller,
             std::string_view act, const KnownProgram& program) {
  record::append_history(writing, actor_of(caller), record::About::parts(std::nullopt, {}),
                         {act, program.name}, service.now());
}

}  // namespace

void account_for_end(const Service& service, sql::Writing& writing, const KnownProgram& program,
                     const record::ProgramGrant& grant) {
  auto about = record::About::parts(grant.person, {});
  if (grant.person) about.relation = Relation::client;
  record::append_history(writing, {grant.home, {0}, program.name, "other"}, about,
                         {"end_let_in", program.name}, service.now());
}

bool is_return_address(std::string_view address) {
  constexpr std::string_view alone[] = {"http://127.0.0.1", "http://localhost", "http://[::1]"};
  const auto ends_host = [&](std::size_t at) {
    return at == address.size() || address[at] == ':' || address[at] == '/';
  };
  const bool here = std::ranges::any_of(alone, [&](std::string_view beginning) {
    return address.starts_with(beginning) && ends_host(beginning.size());
  });
  constexpr std::string_view encrypted = "https://";
  const std::string origin = origin_of(address);
  // As a browser writes it: in small letters, without the port that goes without saying.
  const bool named = origin.starts_with(encrypted) && origin.size() > encrypted.size() &&
                     origin == lower_ascii(origin) && !origin.ends_with(":443");
  // Nothing that would end a header or a part of the page's policy.
  const bool plain = std::ranges::all_of(address, [](char c) { return c > ' ' && c < '\x7f'; }) &&
                     address.find_first_of("@#\\;,'\"<>*") == std::string_view::npos;
  return (here || named) && plain && address.size() <= return_address_bytes_max;
}

bool comes_back_to(const KnownProgram& program, std::string_view address) {
  const std::string asked = without_own_port(address);
  return std::ranges::any_of(program.returns, [&](const std::string& known) {
    return known == address || (!asked.empty() && without_own_port(known) == asked);
  });
}

std::string origin_of(std::string_view address) {
  const std::size_t host = address.find("//");
  if (host == std::string_view::npos) return {};
  return std::string(address.substr(0, address.find_first_of("/?", host + 2)));
}

bool is_origin_of_a_program(const Service& service, std::string_view origin) {
  const auto programs = service.database().read(
      [](const sql::Reading& reading) { return record::known_programs(reading); });
  return std::ranges::any_of(programs, [&](const KnownProgram& program) {
    return std::ranges::any_of(
        program.returns, [&](const std::string& address) { return origin_of(address) == origin; });
  });
}

Outcome<std::vector<KnownProgram>> programs_named(const Service& service, const Caller& caller) {
  CHECK(Permission::to_administer(caller));
  return service.database().read(
      [](const sql::Reading& reading) { return record::known_programs(reading); });
}

Outcome<NamedProgram> name_program(const Service& service, const Caller& caller,
                                   const KnownProgramDraft& draft) {
  TRY(const AdministratorAccess access, Permission::to_administer(caller));
  TRY(KnownProgram program, program_from(draft));
  program.id = uuid_v7(service.now(), service.randomness);
  program.seed = fresh_token(service.randomness);
  std::string secret;
  if (draft.keeps_secret) {
    secret = fresh_token(service.randomness);
    program.secret_digest = sha256(secret);
  }
  CHECK(service.database().write([&](sql::Writing& writing) -> Outcome<Done> {
    record::hold_home(writing, caller.home);
    const auto known = record::known_programs(writing);
    if (known.size() >= known_programs_max) return Refusal("program.too_many", "name");
    // People tell programs apart by their name.
    if (std::ranges::any_of(known, [&](const KnownProgram& one) {
          return folded(one.name) == folded(program.name);
        }))
      return Refusal("program.name_known", "name");
    record::add_known_program(writing, access, program, service.now());
    account(service, writing, caller, "name_program", program);
    return Done{};
  }));
  return NamedProgram{std::move(program), std::move(secret)};
}

Outcome<Done> end_program(const Service& service, const Caller& caller, std::string_view id) {
  TRY(const AdministratorAccess access, Permission::to_administer(caller));
  return service.database().write([&](sql::Writing& writing) -> Outcome<Done> {
    record::hold_home(writing, caller.home);
    const auto program = record::known_program(writing, id);
    if (!program) return Refusal("permission.not_found");
    for (const Site& at : record::sites(writing))
      for (const auto& grant : record::program_grants_for(writing, at.home, id))
        account_for_end(service, writing, *program, grant);
    record::remove_known_program(writing, access, id);
    account(service, writing, caller, "end_program", *program);
    return Done{};
  });
}

}  // namespace alongside::service
