// SPDX-License-Identifier: Apache-2.0
// A person erases their record.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "service/caller.h"
#include "service/service.h"

namespace alongside::service {

struct ErasureDraft {
  std::string password;     ///< again, as it is now
  bool understood = false;  ///< that it cannot be taken back
};
/// Only one's own. Afterwards nothing of the record is in any table or file of these data but the
/// bare entries of the account: docs/decisions/0012. The caller's sessions are over. Refused beside
/// the fields: "erase.not_ticked", a wrong password (counted like a sign-in).
Outcome<Done> erase_record(const Service& service, const Caller& caller, const ErasureDraft& draft);

/// The person of a page's address, or of the reference under which they came in; for whoever owns
/// the data folder.
std::optional<PersonKey> person_named(const Service& service, std::string_view name);
/// The same at the wish of somebody who has no sign-in, by whoever owns the data folder.
void erase_at_their_wish(const Service& service, PersonKey person);

}  // namespace alongside::service
