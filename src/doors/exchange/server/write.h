// SPDX-License-Identifier: Apache-2.0
// Resources that a program makes, changes and deletes.
#pragma once

#include "doors/exchange/server/desk.h"

namespace alongside::exchange {

/// 201; with If-None-Exist 200 where one is there, 412 where several are.
Reply create_resource(Desk& desk, const Ask& ask, const http::PathParts& parts);
/// 201 for a new id, 200 otherwise; the same content makes no new version.
Reply update_resource(Desk& desk, const Ask& ask, const http::PathParts& parts);
/// PUT [type]?criteria
Reply update_where(Desk& desk, const Ask& ask, const http::PathParts& parts);
/// 204, whether it was there or not.
Reply delete_resource(Desk& desk, const Ask& ask, const http::PathParts& parts);
Reply delete_where(Desk& desk, const Ask& ask, const http::PathParts& parts);

}  // namespace alongside::exchange
