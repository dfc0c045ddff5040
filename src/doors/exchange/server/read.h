// SPDX-License-Identifier: Apache-2.0
// One resource: as it is, as it was, and what became of it.
#pragma once

#include "doors/exchange/server/desk.h"

namespace alongside::exchange {

/// 304 where the program has it already; 410 where it was deleted.
Reply read_resource(Desk& desk, const Ask& ask, const http::PathParts& parts);
Reply read_version(Desk& desk, const Ask& ask, const http::PathParts& parts);
/// Newest first.
Reply read_history(Desk& desk, const Ask& ask, const http::PathParts& parts);

/// "3" of W/"3" or "3"; nothing of anything else.
std::optional<std::int64_t> version_in(std::string_view etag);
std::string etag_of(std::int64_t version);
/// RFC 9110, 5.6.7: "Tue, 24 Nov 2026 09:00:00 GMT".
std::string http_date(Instant at);
std::optional<Instant> instant_from_http(std::string_view text);

}  // namespace alongside::exchange
