// SPDX-License-Identifier: Apache-2.0
// Where all measures stand, in one table with signs: of a team, and of a project for its board.
#pragma once

#include "doors/web/asking.h"

namespace alongside::web {

http::Response team_summary_page(const Asking& asking);
/// One sheet for those who lead: the aim, the measures with their signs, tests, findings, what
/// next.
http::Response project_summary_page(const Asking& asking);

}  // namespace alongside::web
