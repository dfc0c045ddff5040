// SPDX-License-Identifier: Apache-2.0
// Keys that whoever owns the data folder leaves in it, beside a running server or before one: who
// can write there owns the data anyway. A file holds the digest and never the key.
#pragma once

#include <string>
#include <string_view>

#include "service/programs.h"

namespace alongside::exchange {

/// Under which folder of the data keys are left.
std::string keys_folder(const std::string& data);

/// What `alongside token` was asked for.
struct TokenWish {
  std::string scope;
  std::string patient = {};  ///< an id or "Patient/57a5"; empty: not bound to one person
  std::int64_t minutes = service::token_minutes_standard;
};
/// Leaves a key and answers it. Refused as service::let_in refuses, and for minutes outside 1 to
/// token_minutes_max ("token.minutes"). Throws std::runtime_error where the folder takes no file.
Outcome<std::string> leave_token(const std::string& folder, const TokenWish& wish, Instant now,
                                 Randomness& randomness);

/// Takes in what was left for that key; false where there is none, or it ran out.
bool take_in_token(const service::Service& service, const std::string& folder,
                   std::string_view key);

}  // namespace alongside::exchange
