// SPDX-License-Identifier: Apache-2.0
// A person erases their record.
#pragma once

#include <string>

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

}  // namespace alongside::service
