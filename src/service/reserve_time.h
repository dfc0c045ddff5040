// SPDX-License-Identifier: Apache-2.0
// A professional keeps times free, and gives one to somebody who waits.
#pragma once

#include <string>
#include <string_view>

#include "coproduction/reserved_time.h"
#include "service/caller.h"
#include "service/permission.h"
#include "service/service.h"

namespace alongside::service {

/// Answers its number. Refused as reserved_time_from, and for somebody who is no professional.
Outcome<std::string> keep_time_free(const Service& service, const Caller& caller,
                                    const ReservedTimeDraft& draft, std::string_view once);
/// A time that nobody has. Otherwise refused like one that is not there.
Outcome<std::string> drop_time(const Service& service, const Caller& caller, std::string_view time,
                               std::string_view once);
/// The next visit of a person whom the caller serves is at that time. Refused: a time that is not
/// free any more ("reserve.not_free", field "time").
Outcome<std::string> give_time(const Service& service, const Caller& caller,
                               const Id<Person>& person, std::string_view time,
                               std::string_view once);

}  // namespace alongside::service
