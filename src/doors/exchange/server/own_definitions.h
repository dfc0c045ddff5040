// SPDX-License-Identifier: Apache-2.0
// Our eight extensions and our code systems, published for whoever reads what we send.
#pragma once

#include "doors/exchange/server/desk.h"

namespace alongside::exchange {

Reply list_own_extensions(Desk& desk, const Ask& ask, const http::PathParts& parts);
/// One that came in, where it is none of ours and the program may read it.
Reply read_own_extension(Desk& desk, const Ask& ask, const http::PathParts& parts);
Reply list_own_code_systems(Desk& desk, const Ask& ask, const http::PathParts& parts);
Reply read_own_code_system(Desk& desk, const Ask& ask, const http::PathParts& parts);

/// Each as FHIR R4, by its name.
std::vector<std::pair<std::string, std::string>> own_extensions();
std::vector<std::pair<std::string, std::string>> own_code_systems();

}  // namespace alongside::exchange
