// SPDX-License-Identifier: Apache-2.0
// Those whom a person asked to help: rows and values.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "coproduction/support.h"
#include "foundation/sql/database.h"
#include "record/access.h"
#include "record/accounts.h"

namespace alongside::record {

// What the policy and the session ask.

/// What the person lets that user see and do at that moment; nothing when they do not, or no
/// longer. The widest, where the person asked the same user twice.
std::optional<SupportScope> support_scope(const sql::Reading& reading, PersonKey person,
                                          UserNo user, Instant at);
bool supports_anybody(const sql::Reading& reading, HomeNo home, UserNo user, Instant at);

// The person's side.

/// Newest first, those that ended among them.
std::vector<Supporter> supporters(const sql::Reading& reading, const PersonAccess& access);
/// Answers the supporter's number.
std::int64_t add_supporter(sql::Writing& writing, const PersonAccess& access,
                           const SupportAsked& asked, Instant now, Instant until);
void end_support(sql::Writing& writing, const PersonAccess& access, std::int64_t supporter,
                 Instant now);
void add_support_invitation(sql::Writing& writing, const PersonAccess& access,
                            std::int64_t supporter, std::string_view token_hash, Instant expires);

// The supporter's side.

struct SupportInvitation {
  PersonKey person;
  Supporter supporter;
  Instant expires;
  std::optional<UserNo> user;  ///< who took it on
};
std::optional<SupportInvitation> support_invitation(const sql::Reading& reading,
                                                    std::string_view token_hash);
/// Before anybody has an access: whoever holds the link becomes the supporter.
void accept_support(sql::Writing& writing, const SupportInvitation& invitation, UserNo user,
                    Instant now);

struct Supported {
  PersonKey key;
  Id<Person> id;
  Private<std::string> name;
  Instant until;
};
/// By name; a person who asked twice stands there once.
std::vector<Supported> supported(const sql::Reading& reading, const SupportingAccess& access,
                                 Instant at);

}  // namespace alongside::record
