// SPDX-License-Identifier: Apache-2.0
// A person says what their life asks and what they can spare: the context of every plan.
#pragma once

#include "context/circumstances.h"
#include "service/caller.h"
#include "service/service.h"

namespace alongside::service {

Outcome<std::string> describe_life(const Service& service, const Caller& caller,
                                   const CircumstancesDraft& draft, std::string_view once);

}  // namespace alongside::service
