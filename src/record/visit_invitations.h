// SPDX-License-Identifier: Apache-2.0
// Codes with which somebody prepares a visit without an account, and the devices that used them.
#pragma once

#include <optional>
#include <string>

#include "coproduction/person.h"
#include "foundation/sql/database.h"
#include "record/access.h"

namespace alongside::record {

constexpr std::int64_t visit_invitation_days = 14;
constexpr std::int64_t birth_year_tries_max = 5;

struct VisitInvitation {
  PersonKey person;
  Instant made_at;
  Instant expires;
  std::int64_t tries = 0;
  bool ended = false;

  bool holds(Instant now) const { return !ended && now < expires && tries < birth_year_tries_max; }
};

/// The ones before it end: a person has one at a time.
void add_visit_invitation(sql::Writing& writing, const PersonAccess& access,
                          std::string_view code_hash, Instant now);
std::optional<VisitInvitation> visit_invitation(const sql::Reading& reading,
                                                std::string_view code_hash);
/// The one that holds, for the professionals' page.
std::optional<VisitInvitation> latest_visit_invitation(const sql::Reading& reading,
                                                       const PersonAccess& access);
void count_birth_year_try(sql::Writing& writing, std::string_view code_hash);
void add_guest_session(sql::Writing& writing, std::string_view session_hash,
                       std::string_view code_hash, Instant now);
bool has_guest_session(const sql::Reading& reading, std::string_view session_hash,
                       std::string_view code_hash);
/// What the policy asks: whether that person has a code that holds.
bool is_invited(const sql::Reading& reading, PersonKey person, std::string_view code_hash,
                Instant now);
/// Who the guest is, before there is an access: their name and year of birth.
struct InvitedPerson {
  Private<std::string> name;
  std::optional<Day> born;
};
InvitedPerson invited_person(const sql::Reading& reading, const VisitInvitation& invitation);

}  // namespace alongside::record
