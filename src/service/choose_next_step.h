// SPDX-License-Identifier: Apache-2.0
// A person says what to do about an aim that is not attained.
#pragma once

#include "aim/aim.h"
#include "service/caller.h"
#include "service/service.h"

namespace alongside::service {

/// One of improvement/follow_up's five; anything else is refused like what is not there.
Outcome<std::string> choose_next_step(const Service& service, const Caller& caller,
                                      const Id<Aim>& aim, std::string_view step,
                                      std::string_view once);

}  // namespace alongside::service
