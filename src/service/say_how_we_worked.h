// SPDX-License-Identifier: Apache-2.0
// After a visit a person says how working together was; nobody whom they met can read it.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "coproduction/relationship.h"
#include "service/caller.h"
#include "service/permission.h"
#include "service/service.h"

namespace alongside::service {

/// Whether there is a visit about which nobody asked yet. Only the person.
Outcome<bool> may_say_how_we_worked(const Service& service, const Caller& caller);
/// Once for each visit. Refused like relationship_answers_from; "permission.not_found" without such
/// a visit. The account says that they answered, and never what.
Outcome<std::string> say_how_we_worked(
    const Service& service, const Caller& caller,
    const std::array<std::string, relationship_items_count>& typed, std::string_view once);
/// For a team, what may be read of it.
Outcome<std::vector<RelationshipBlock>> read_how_we_worked(const Service& service,
                                                           const Caller& caller,
                                                           const Id<Team>& team);

}  // namespace alongside::service
