// SPDX-License-Identifier: Apache-2.0
// One's own sign-in: another password, and the end of every session but this one.
#pragma once

#include <string>
#include <string_view>

#include "service/caller.h"
#include "service/service.h"

namespace alongside::service {

struct PasswordDraft {
  std::string password;  ///< as it is now
  std::string new_password;
  std::string again;
};
/// Every session of the caller ends, this one too; answers the cookie of a new one. Refused beside
/// the fields: the password as it is now (counted like a sign-in), a new one that join would
/// refuse, "account.example" for the sign-ins of an example clinic, which everybody shares.
Outcome<std::string> change_password(const Service& service, const Caller& caller,
                                     const PasswordDraft& draft);

/// How many sessions the caller has that have not lapsed, this one among them.
std::int64_t sessions_open(const Service& service, const Caller& caller);
/// Ends all but the one of that cookie; answers how many ended.
std::int64_t sign_out_elsewhere(const Service& service, const Caller& caller,
                                std::string_view cookie);

}  // namespace alongside::service
