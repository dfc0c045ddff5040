// SPDX-License-Identifier: Apache-2.0
// Keys of programs: who holds one, what for, until when.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "foundation/base/clock.h"
#include "foundation/sql/database.h"

namespace alongside::record {

struct AccessToken {
  std::string digest;   ///< SHA-256 of the key
  std::string name;     ///< of the program
  std::string scope;    ///< SMART App Launch 2
  std::string patient;  ///< "Patient/57a5"; empty: not bound to one person
  Instant issued;
  Instant expires;
};

/// Nothing for one that is not known or has run out.
std::optional<AccessToken> access_token(const sql::Reading& reading, std::string_view digest,
                                        Instant now);
/// False when it is there already.
bool keep_access_token(sql::Writing& writing, const AccessToken& token);
void forget_tokens_before(sql::Writing& writing, Instant time);

}  // namespace alongside::record
