// SPDX-License-Identifier: Apache-2.0
// A code for one person, with which they get ready for a visit without an account.
#pragma once

#include <optional>
#include <string>

#include "coproduction/person.h"
#include "record/visit_invitations.h"
#include "service/caller.h"
#include "service/permission.h"
#include "service/service.h"

namespace alongside::service {

constexpr std::int64_t prepare_days = record::visit_invitation_days;

/// Ten letters and digits that nobody mistakes for each other: 28^10, 48 bits.
constexpr std::string_view code_letters = "23456789BCDFGHJKMNPQRSTVWXYZ";
constexpr std::size_t code_length = 10;

/// "k7qm2 xpd9f" as it is kept: "K7QM2XPD9F". Empty when it is no code.
std::string code_from(std::string_view typed);
/// "K7QM2-XPD9F", as it is read aloud.
std::string code_in_two(std::string_view code);

/// Answers the new code, which is kept nowhere; empty when the form was sent before. Codes that
/// were made earlier for the person end. Only professionals who serve the person.
Outcome<std::string> invite_to_prepare(const Service& service, const Caller& caller,
                                       const Id<Person>& person, std::string_view once);

/// What a code asks before it opens anything: nothing is told about the person.
struct CodeView {
  bool asks_birth_year = false;
};
/// Nothing when the code is unknown, used up or over.
std::optional<CodeView> look_at_code(const Service& service, std::string_view code);

/// With the right year of birth, where it is known: a secret for the device's cookie. Refused:
/// "prepare.code_over" (field "code"), "prepare.year_wrong" (field "year").
Outcome<std::string> enter_by_code(const Service& service, std::string_view code,
                                   std::string_view year);

/// The guest of a device that entered, while the code holds.
std::optional<Caller> guest_of(const Service& service, std::string_view code,
                               std::string_view cookie);

}  // namespace alongside::service
