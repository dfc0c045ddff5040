// SPDX-License-Identifier: Apache-2.0
// A person states an aim, says its levels, orders, restates, lets go and takes up again. "Health
// belongs to the individual" (Batalden 2018): nobody else may do any of this.
#pragma once

#include "aim/aim.h"
#include "aim/priority.h"
#include "service/caller.h"
#include "service/service.h"

namespace alongside::service {

/// Answers the new aim's identifier. Refused beyond aims_held_max ("aim.too_many").
Outcome<std::string> state_aim(const Service& service, const Caller& caller, const AimDraft& draft,
                               std::string_view once);
/// Adds a version; the words before stay. Refused for an aim that was let go
/// ("aim.let_go_already").
Outcome<std::string> restate_aim(const Service& service, const Caller& caller, const Id<Aim>& aim,
                                 const AimDraft& draft, std::string_view once);
Outcome<std::string> say_levels(const Service& service, const Caller& caller, const Id<Aim>& aim,
                                const LevelWords& words, std::string_view once,
                                Baseline baseline = Baseline::below_attained);
Outcome<std::string> move_aim(const Service& service, const Caller& caller, const Id<Aim>& aim,
                              Towards towards, std::string_view once);
Outcome<std::string> let_go_of_aim(const Service& service, const Caller& caller, const Id<Aim>& aim,
                                   std::string_view once);
Outcome<std::string> take_up_aim(const Service& service, const Caller& caller, const Id<Aim>& aim,
                                 std::string_view once);

}  // namespace alongside::service
