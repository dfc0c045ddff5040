// SPDX-License-Identifier: Apache-2.0
// A team's page: aims elicited, addressed and attained over time; and the way back of each number.
#pragma once

#include "doors/web/asking.h"

namespace alongside::web {

/// To the only team, or a list of the teams of a professional.
http::Response teams_page(const Asking& asking);
http::Response team_page(const Asking& asking);
/// One chart; behind {version}, as it was then.
http::Response measure_page(const Asking& asking);

}  // namespace alongside::web
