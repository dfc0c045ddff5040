// SPDX-License-Identifier: Apache-2.0
// What the server says of itself.
#pragma once

#include "doors/exchange/server/desk.h"

namespace alongside::exchange {

/// Made of the routes and of R4's search parameters.
Reply read_capability(Desk& desk, const Ask& ask, const http::PathParts& parts);
/// SMART App Launch 2.2, "Conformance".
Reply read_openid_configuration(Desk& desk, const Ask& ask, const http::PathParts& parts);
Reply read_smart_configuration(Desk& desk, const Ask& ask, const http::PathParts& parts);

}  // namespace alongside::exchange
