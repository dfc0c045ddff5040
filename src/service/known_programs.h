// SPDX-License-Identifier: Apache-2.0
// Which programs people may let in: an administrator names them.
#pragma once

#include <string>
#include <vector>

#include "foundation/base/outcome.h"
#include "record/known_programs.h"
#include "service/caller.h"
#include "service/service.h"

namespace alongside::service {

using record::KnownProgram;

constexpr std::size_t program_name_characters_max = 80;
constexpr std::size_t return_address_bytes_max = 300;
constexpr std::size_t return_addresses_max = 10;
constexpr std::size_t known_programs_max = 50;

/// As it was typed.
struct KnownProgramDraft {
  std::string name;
  std::string returns;  ///< one address a line
  bool keeps_secret = false;
};
/// `secret` is shown once and kept nowhere; empty where the program keeps none.
struct NamedProgram {
  KnownProgram program;
  std::string secret;
};

/// Whether an address is one that a browser may be sent to: https, or http on that very machine,
/// without a fragment.
bool is_return_address(std::string_view address);
/// Whether the program was named with that address. On this very machine any port will do: a
/// program there takes what is free (RFC 8252, 7.3).
bool comes_back_to(const KnownProgram& program, std::string_view address);
/// In the history of whom it was about.
void account_for_end(const Service& service, sql::Writing& writing, const KnownProgram& program,
                     const record::ProgramGrant& grant);
/// "https://program.example" of an address.
std::string origin_of(std::string_view address);
/// Whether some program comes back to that origin.
bool is_origin_of_a_program(const Service& service, std::string_view origin);

/// Administrators.
Outcome<std::vector<KnownProgram>> programs_named(const Service& service, const Caller& caller);
/// Refused beside the fields: no or too long a name ("program.name_missing"), one that is there
/// ("program.name_known"), no address or one that cannot be ("program.return_odd"), and over
/// known_programs_max ("program.too_many").
Outcome<NamedProgram> name_program(const Service& service, const Caller& caller,
                                   const KnownProgramDraft& draft);
/// Ends all that people let it do.
Outcome<Done> end_program(const Service& service, const Caller& caller, std::string_view id);

}  // namespace alongside::service
