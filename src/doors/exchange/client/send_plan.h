// SPDX-License-Identifier: Apache-2.0
// The plan into another system's record: as Goal, ServiceRequest and CarePlan where it takes them,
// as a text where it does not.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "doors/exchange/client/smart.h"
#include "service/launch.h"

namespace alongside::exchange {

/// Whether the key lets us write anything of a plan.
bool takes_plan(const SmartKey& key);

/// Sent again, what is there is changed and nothing stands twice: each bears an identifier of ours.
/// What came from that system stays there as it is.
/// `of_theirs`: "Goal/17" of each that it showed. Refused: "launch.not_reached";
/// "launch.takes_nothing" where the system took none of it; "launch.nothing_to_send" where there is
/// neither aim nor plan yet.
Outcome<service::SentThere> send_plan(const http::Client& client, const std::string& base,
                                      const SmartKey& key, const service::Everything& all,
                                      std::string_view document,
                                      const std::set<std::string>& of_theirs, Instant now);

}  // namespace alongside::exchange
