// SPDX-License-Identifier: Apache-2.0
// A person says that something stands in the way of what they agreed to do.
#pragma once

#include "coproduction/barrier.h"
#include "service/caller.h"
#include "service/service.h"

namespace alongside::service {

/// `action` is "3.1". Refused like barrier_from, and for an action that is not the person's.
Outcome<std::string> say_stuck(const Service& service, const Caller& caller,
                               std::string_view action, const BarrierDraft& draft,
                               std::string_view once);
/// It no longer stands in the way.
Outcome<std::string> no_longer_stuck(const Service& service, const Caller& caller,
                                     std::string_view barrier, std::string_view once);

}  // namespace alongside::service
