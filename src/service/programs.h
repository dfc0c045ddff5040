// SPDX-License-Identifier: Apache-2.0
// Programs that are let in for a while: by whoever owns the data folder.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "foundation/base/outcome.h"
#include "record/tokens.h"
#include "service/scopes.h"
#include "service/service.h"

namespace alongside::service {

using record::AccessToken;

constexpr std::int64_t token_minutes_standard = 60;
constexpr std::int64_t token_minutes_max = 24 * 60;

/// Who let a program in: whoever owns the data folder, by a key left there, or somebody signed in.
enum class LetInBy { the_owner, the_person, a_professional };

/// A program as the database knows it at this request.
struct Program {
  std::string name;
  Scopes scopes;
  std::string patient;  ///< "Patient/57a5": it reaches what is about them; empty: everybody
  std::optional<std::string> digest = {};  ///< of its key
  bool owner = false;  ///< whoever owns the data folder, at its command line: all there is
  LetInBy let_in_by = LetInBy::the_owner;

  /// It comes for the person themselves, who may see and do what nobody else may.
  bool is_the_person() const {
    if (let_in_by != LetInBy::the_owner) return let_in_by == LetInBy::the_person;
    return !patient.empty() && scopes.of_one_person();
  }
};

/// Who holds the key now; nothing for whoever does not.
std::optional<Program> program_with(const Service& service, std::string_view key);

/// Keeps a key that whoever owns the data folder made, with its entry in the history; the same one
/// again changes nothing. Refused: scopes that cannot be read ("token.scope"), scopes of one person
/// without one ("token.patient"), and one that ran out ("token.over").
Outcome<Done> let_in(const Service& service, const AccessToken& token);

}  // namespace alongside::service
