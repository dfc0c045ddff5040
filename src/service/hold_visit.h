// SPDX-License-Identifier: Apache-2.0
// A professional notes that a visit took place, where no other system says so.
#pragma once

#include "service/caller.h"
#include "service/permission.h"
#include "service/service.h"

namespace alongside::service {

Outcome<std::string> hold_visit(const Service& service, const Caller& caller,
                                const Id<Person>& person, std::string_view once);

}  // namespace alongside::service
