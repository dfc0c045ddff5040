// SPDX-License-Identifier: Apache-2.0
// Whoever works in a project draws what its aim hangs on.
#pragma once

#include <string>
#include <string_view>

#include "change/driver.h"
#include "change/project.h"
#include "service/caller.h"
#include "service/service.h"

namespace alongside::service {

/// `number` empty: a new one; else its next version, written on version `base`: "driver.meanwhile"
/// (words) where somebody else changed it since. Refused beside the fields of driver_from.
Outcome<std::string> put_driver(const Service& service, const Caller& caller,
                                const Id<Project>& project, const DriverDraft& draft,
                                std::string_view number, std::string_view base,
                                std::string_view once);
/// With all that hangs on it. What was said stays in the record.
Outcome<std::string> take_driver_out(const Service& service, const Caller& caller,
                                     const Id<Project>& project, std::string_view number,
                                     std::string_view once);

}  // namespace alongside::service
