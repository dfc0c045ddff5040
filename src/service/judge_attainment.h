// SPDX-License-Identifier: Apache-2.0
// Where is the aim now? The person judges; a professional's rating stands beside it.
#pragma once

#include "aim/aim.h"
#include "service/caller.h"
#include "service/permission.h"
#include "service/service.h"

namespace alongside::service {

/// An aim that is held and whose levels are described; nothing else can be rated.
Outcome<Aim> aim_to_rate(const sql::Reading& reading, const PersonAccess& access,
                         const Id<Aim>& id);

/// As the person when the record is their own, as the professional side when it is somebody else's:
/// the side follows from the relation and cannot be chosen. Refused: "level" outside -2 to 2.
Outcome<std::string> judge_attainment(const Service& service, const Caller& caller,
                                      const RecordOf& whose, const Id<Aim>& aim,
                                      std::string_view level, std::string_view once);

}  // namespace alongside::service
