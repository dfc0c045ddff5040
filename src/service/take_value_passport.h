// SPDX-License-Identifier: Apache-2.0
// A team and its partners say how they see the value they make; taken again each quarter.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "coproduction/person.h"
#include "reflection/value_passport.h"
#include "service/caller.h"
#include "service/service.h"

namespace alongside::service {

struct PassportsView {
  Team team;
  std::string zone;
  std::vector<ValuePassport> passports = {};  ///< newest first
};
/// Of the team, and of those who work in one of its projects.
Outcome<PassportsView> read_passports(const Service& service, const Caller& caller,
                                      const Id<Team>& team);
/// Answers its number. `base`: the newest that was seen, 0 for none; "value.meanwhile" (as_of)
/// where there is a newer one. "value.too_many" (as_of), beside the fields of passport_from.
Outcome<std::string> take_value_passport(const Service& service, const Caller& caller,
                                         const Id<Team>& team, const PassportDraft& draft,
                                         std::string_view base, std::string_view once);

}  // namespace alongside::service
