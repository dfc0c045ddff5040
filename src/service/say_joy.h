// SPDX-License-Identifier: Apache-2.0
// Once a month a professional says how much joy the work gave; it is read for a team of five or
// more answers and never for one of them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "coproduction/person.h"
#include "service/caller.h"
#include "service/service.h"

namespace alongside::service {

/// The caller's teams for which they did not answer this month. Empty for whoever is on none.
std::vector<Team> joy_waits_for(const Service& service, const Caller& caller);
/// "joy.missing" (joy); "permission.not_found" for a team that one is not on, and a second time in
/// one month. The account says that they answered, and never what.
Outcome<std::string> say_joy(const Service& service, const Caller& caller, const Id<Team>& team,
                             std::string_view joy, std::string_view once);

}  // namespace alongside::service
